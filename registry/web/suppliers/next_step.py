"""Where the next action of a supplier leads, and what its button says."""

from registry.queries.suppliers.next_action import ActionKind, NextAction
from registry.web.mending import action, linked, mended_at

# The screen, the name of its number, and the button; a signal has its own.
LEADS = {
    ActionKind.BREACH: ("breaches.show", "breach_id", "Open het datalek"),
    ActionKind.NOTICE: ("notices.show", "notice_id", "Open het bericht"),
    ActionKind.PRODUCT: ("flow.product", "supplier_id", "Ga verder met toevoegen"),
    ActionKind.USE: ("flow.product", "supplier_id", "Ga verder met toevoegen"),
}


def next_step_of(found: NextAction | None) -> tuple[str, str, str] | None:
    """Return the sentence, the address and the words of the button; None when there is nothing to do."""
    if found is None:
        return None
    if found.signal is not None:
        return found.sentence, mended_at(found.signal), action(found.signal)
    endpoint, argument, button = LEADS[found.kind]
    return found.sentence, linked(endpoint, **{argument: found.number}), button
