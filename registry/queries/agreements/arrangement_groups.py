"""The kinds of arrangement in the groups in which people choose them, and the text that goes with each."""

from registry.model.columns import Listed
from registry.reference import active, facts
from registry.reference.agreements import Arrangement

PARTICIPANT_MODEL = "mvo_participant"
TEXTS = {"supplier_model": "supplier_own"}  # elsewhere an arrangement and its text have one code


class ArrangementGroup(Listed):
    """What sort of answer an arrangement gives to "wat is er afgesproken?"."""

    AGREEMENT = "agreement", "Een verwerkersovereenkomst"
    LETTER = "letter", "Iets anders op papier"
    JOINT = "joint", "Samen verantwoordelijk"
    NONE_NEEDED = "none_needed", "Geen overeenkomst nodig"
    OPEN = "open", "Nog uit te zoeken"


def group_of(arrangement: Arrangement) -> ArrangementGroup:
    """Return the group of an arrangement, from what it asks for and whom it fits."""
    if arrangement.needs_agreement and arrangement.needs_reason:
        return ArrangementGroup.OPEN
    if "processor" in arrangement.roles:
        return ArrangementGroup.AGREEMENT if arrangement.needs_agreement else ArrangementGroup.LETTER
    return ArrangementGroup.JOINT if arrangement.needs_agreement else ArrangementGroup.NONE_NEEDED


def is_none_needed(arrangement: Arrangement | None) -> bool:
    """Return whether this says, with a reason, that no agreement is needed."""
    return arrangement is not None and group_of(arrangement) is ArrangementGroup.NONE_NEEDED


def proposed_model(arrangement: Arrangement) -> str:
    """Return the code of the text that goes with this arrangement: of a model the newest; "" where there is none."""
    models = active(facts().model_versions)
    if arrangement.code == PARTICIPANT_MODEL:
        return next((model.code for model in reversed(models) if model.for_whom == "participant"), "")
    wanted = TEXTS.get(arrangement.code, arrangement.code)
    return next((model.code for model in models if model.code == wanted), "")
