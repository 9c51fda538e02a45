"""The values of a paper as JSON and back; a gap that no template looked at stays a gap."""

from typing import Any

from registry.documents import Gap


def plain(value: Any) -> Any:
    """Return the value with its gaps written as mappings."""
    if isinstance(value, Gap):
        return {"leemte": value.label, "waar": value.where}
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def restored(value: Any) -> Any:
    """Return the value with its gaps as gaps again."""
    if isinstance(value, dict):
        if value.keys() == {"leemte", "waar"}:
            return Gap(value["leemte"], value["waar"])
        return {name: restored(one) for name, one in value.items()}
    return [restored(one) for one in value] if isinstance(value, list) else value
