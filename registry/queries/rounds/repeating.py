"""When a school may say of a product that nothing changed: what an earlier round holds, and still is as it was."""

from registry.model import PrivacyAnnex, Review, Use
from registry.model.review import Reply


def may_repeat(use: Use, before: Review | None, annex: PrivacyAnnex | None, is_described: bool) -> bool:
    """Return whether the earlier answers can be given again as they are.

    Not where the school had doubts, where the groups are others by now, or where the annex that describes the data is
    a newer one than the one that was looked at.
    """
    if before is None or before.answered_on is None or before.still_used is not Reply.YES:
        return False
    if before.groups and before.groups != use.groups:
        return False
    if not is_described:
        return before.data_right is Reply.OPEN
    is_same_annex = annex is not None and annex.accepted_on is not None and annex.accepted_on <= before.answered_on
    return before.data_right in (Reply.YES, Reply.NO) and is_same_annex
