"""Facts about data that leave the European Economic Area: countries and safeguards."""

from dataclasses import dataclass
from datetime import date

from registry.reference.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Fact):
    """A country or territory of ISO 3166-1 and what the AVG says of data that go there.

    `adequacy` is the number of the Commission's adequacy decision (AVG 45), taken on `adequacy_since`;
    `adequacy_limit` says for whom alone it holds, where it does not hold for every recipient in the country.
    """

    eea: bool
    adequacy: str = ""
    adequacy_since: date | None = None
    adequacy_limit: str = ""

    @property
    def is_eea(self) -> bool:
        """Whether the AVG itself applies there."""
        return self.eea

    @property
    def has_adequacy(self) -> bool:
        """Whether an adequacy decision covers every recipient there; a limited decision (US, Canada) does not count."""
        return bool(self.adequacy) and not self.adequacy_limit

    @property
    def needs_safeguard(self) -> bool:
        """Whether a transfer mechanism must be recorded: always outside the EEA, an adequacy decision being one."""
        return not self.eea


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard(Fact):
    """A mechanism that allows a transfer outside the EEA, with its article; some need a word of explanation."""

    article: str
    explanation: str
    needs_text: bool = False
