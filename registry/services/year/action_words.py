"""The words of an action, as long as an action can hold."""

from registry.model import Action

MOST: int = Action.what.property.columns[0].type.most


def as_action(sentence: str) -> str:
    """Return the sentence; a longer one than an action holds keeps its beginning and ends in "…".

    The whole of it stands where the action came from.
    """
    return sentence if len(sentence) <= MOST else f"{sentence[: MOST - 2]} …"
