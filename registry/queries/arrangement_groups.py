"""The kinds of arrangement in the groups in which people choose them."""

from registry.model.columns import Listed
from registry.reference.agreements import Arrangement


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
