"""What the rules look at: a supplier's file on a day, and in it one agreement or one product."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex, Supplier, Use
from registry.model.annex_state import AnnexStatus
from registry.model.supplier import PartyRole
from registry.queries.agreements.arrangements import standing_agreements
from registry.reference import facts

Version = TypeVar("Version", PrivacyAnnex, SecurityAnnex)
BOUND = (PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER)  # AVG articles 28 and 26


@dataclass(frozen=True)
class SupplierFile:
    """A supplier on a day, with what is worked out once for all rules."""

    supplier: Supplier
    on: date

    @property
    def is_retired(self) -> bool:
        """Whether the supplier is out of use on this day."""
        return self.supplier.retired_on is not None and self.supplier.retired_on <= self.on

    @property
    def is_bound(self) -> bool:
        """Whether the role asks for an agreement (AVG 26 and 28)."""
        return self.supplier.role in BOUND

    @cached_property
    def used(self) -> list[Product]:
        """The products that a school uses or is going to."""
        return [one for one in self.supplier.products if any(not use.is_over(self.on) for use in one.uses)]

    @cached_property
    def standing(self) -> list[Agreement]:
        """What counts now: what holds first, then what is still to hold."""
        return standing_agreements(self.supplier, self.on)

    @cached_property
    def settled(self) -> list[Agreement]:
        """What holds, or says that none is needed."""
        return [agreement for agreement in self.standing if not agreement.status.is_open]


@dataclass(frozen=True)
class AgreementFile:
    """One standing agreement in the file of its supplier."""

    file: SupplierFile
    agreement: Agreement

    @property
    def is_settled(self) -> bool:
        """Whether it holds, or says that none is needed."""
        return self.agreement in self.file.settled


@dataclass(frozen=True)
class ProductFile:
    """One product in the file of its supplier."""

    file: SupplierFile
    product: Product

    @cached_property
    def asks_annexes(self) -> bool:
        """Whether annexes belong to it: not where a letter, terms or a reasoned "none needed" takes their place."""
        return self.file.is_bound and not any(self._is_enough(agreement) for agreement in self.file.standing)

    def _is_enough(self, agreement: Agreement) -> bool:
        arrangement = facts().arrangements.get(agreement.arrangement)
        is_about = not agreement.products or agreement.covers(self.product.id)
        return arrangement is not None and not arrangement.needs_agreement and not agreement.status.is_open and is_about

    @cached_property
    def privacy(self) -> PrivacyAnnex | None:
        """The privacy annex that holds, where one is asked for."""
        return self.product.privacy_annex_on(self.file.on) if self.asks_annexes else None

    @cached_property
    def security(self) -> SecurityAnnex | None:
        """The security annex that holds, where one is asked for."""
        return self.product.security_annex_on(self.file.on) if self.asks_annexes else None

    @cached_property
    def uses(self) -> list[Use]:
        """The uses that run or still have to start."""
        return [use for use in self.product.uses if not use.is_over(self.file.on)]


def proposal(versions: list[Version]) -> Version | None:
    """Return the newest version that is still a proposal."""
    return next((annex for annex in reversed(versions) if annex.status is AnnexStatus.PROPOSED), None)
