"""Facts about security: the BIV classification and the measures of the security annex."""

from dataclasses import dataclass
from typing import Literal

from registry.reference.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class BivLevel(Fact):
    """A level of availability, integrity or confidentiality; `availability` says what it means for an outage."""

    availability: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Fact):
    """A security measure that serves availability (B), integrity (I) or confidentiality (V)."""

    group: Literal["B", "I", "V"]
