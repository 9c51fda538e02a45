"""What differs between two versions of an annex, in plain Dutch, the gravest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.model.columns import Listed
from registry.queries.annexes.annex_row import Row
from registry.queries.annexes.annex_rows import rows_by_topic

Annex = TypeVar("Annex", PrivacyAnnex, SecurityAnnex)


class ChangeKind(Listed):
    """What became of one thing in an annex."""

    ADDED = "added", "erbij"
    DROPPED = "dropped", "vervallen"
    CHANGED = "changed", "veranderd"


@dataclass(frozen=True)
class AnnexChange:
    """One thing that came, went or changed; `was` and `now` are its words before and after, "" where it was not there.

    `warning` says why it deserves attention first ("" when it does not): a special category of data, the BSN, a
    country outside the EEA, or a measure that is not taken in the newer version.
    """

    topic: str
    kind: ChangeKind
    name: str
    was: str
    now: str
    warning: str = ""


@dataclass(frozen=True)
class AnnexComparison(Generic[Annex]):
    """Two versions and all that differs between them, what carries a warning first, then in the order of the annex."""

    before: Annex
    after: Annex
    changes: tuple[AnnexChange, ...]

    @property
    def grave(self) -> tuple[AnnexChange, ...]:
        """The changes that carry a warning."""
        return tuple(change for change in self.changes if change.warning)


def version_before(annex: Annex) -> Annex | None:
    """Return the version that this one follows: the newest older one that was agreed, else the newest older one."""
    product = annex.product
    versions: Any = product.privacy_annexes if isinstance(annex, PrivacyAnnex) else product.security_annexes
    older: list[Annex] = [one for one in versions if one.id < annex.id]
    lasting = [one for one in older if one.status is not AnnexStatus.WITHDRAWN]
    agreed = [one for one in lasting if one.accepted_on is not None]
    return next((some[-1] for some in (agreed, lasting, older) if some), None)


def compare(before: Annex, after: Annex) -> AnnexComparison[Annex]:
    """Return what differs between two versions of one product's annex."""
    old, new = rows_by_topic(before), rows_by_topic(after)
    changes = [change for topic in new for change in _in_topic(topic, old[topic], new[topic])]
    return AnnexComparison(before, after, tuple(sorted(changes, key=lambda change: not change.warning)))


def _in_topic(topic: str, old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[AnnexChange]:
    for key in _all(old, new):
        was, now = old.get(key), new.get(key)
        if now is None and was is not None:
            yield AnnexChange(topic, ChangeKind.DROPPED, was.name, was.words, "")
        elif was is None and now is not None:
            yield AnnexChange(topic, ChangeKind.ADDED, now.name, "", now.words, now.warning)
        elif was is not None and now is not None and was.words != now.words:
            warning = now.warning if now.warning != was.warning else ""
            yield AnnexChange(topic, ChangeKind.CHANGED, now.name, was.words, now.words, warning)


def _all(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """What is there now first, then what is there no more."""
    return list(dict.fromkeys([*new, *old]))
