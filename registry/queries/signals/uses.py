"""What is to be said of a school's use of a product: what parents read, and who chose it."""

from dataclasses import dataclass
from functools import cached_property

from registry.model import PrivacyAnnex, Use
from registry.queries.annexes.annex_flags import has_national_number
from registry.queries.annexes.annex_words import annex_for
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import ProductFile
from registry.queries.signals.wording import is_copied
from registry.queries.uses.pupil_uses import concerns_pupils
from registry.reference import facts

BY_LAW = ("legal_obligation", "public_task")  # AVG 6 lid 1 onder c en e: both rest on a law (AVG 6 lid 3)


@dataclass(frozen=True)
class UsedProduct:
    """A product with what is worked out once for all its uses."""

    file: ProductFile

    @cached_property
    def annex(self) -> PrivacyAnnex | None:
        """The privacy annex that holds, else the newest proposal."""
        return annex_for(self.file.product, self.file.file.on)

    @cached_property
    def is_of_family(self) -> bool:
        """Whether it may hold data of pupils or parents."""
        return concerns_pupils(self.file.product, self.file.file.on)

    @cached_property
    def has_national_number(self) -> bool:
        """Whether the BSN or another national number is among its data."""
        return self.annex is not None and has_national_number(self.annex)

    @cached_property
    def legal_texts(self) -> list[str]:
        """What lawyers wrote of its purposes: the labels of the lists, and the annex's own words."""
        labels = [purpose.label for purpose in facts().purposes.values()]
        own = [self.annex.description, *(row.note for row in self.annex.purposes)] if self.annex else []
        return [*labels, *own, *((row.needed_because for row in self.annex.data) if self.annex else ())]

    @cached_property
    def _judged(self) -> dict[str, bool]:
        return {}

    def is_copied(self, text: str) -> bool:
        """Return whether a purpose for parents is what the lawyers wrote; most schools have the same one."""
        if text not in self._judged:
            self._judged[text] = is_copied(text, self.legal_texts)
        return self._judged[text]


@dataclass(frozen=True)
class UseFile:
    """One use of a product."""

    used: UsedProduct
    use: Use

    @property
    def who(self) -> str:
        """Who uses what, to begin a sentence with."""
        return f"{self.use.school.name} gebruikt {self.use.product.name}"


def is_remarkable(used: UsedProduct, use: Use) -> bool:
    """Return whether a rule about one use could say anything of it: of tens of thousands in a register few are."""
    return bool(not use.in_guide or use.bought_by_teacher or use.purpose_plain or used.has_national_number)


def purpose_missing(one: UsedProduct) -> Found:
    """Yield a product that parents of several schools read of without what it is for; of one school, its use."""
    product = one.file.product
    if product.purpose_plain or not one.is_of_family:
        return  # what the product says, every school says that has no sentence of its own
    silent = [use for use in one.file.uses if use.in_guide and not use.purpose_plain]
    told = "maar er staat niet waarvoor, in gewone taal voor ouders."
    if (schools := len({use.school_id for use in silent})) > 1:
        yield product, f"{schools} scholen gebruiken {product.name}, {told}"
    elif silent:
        yield silent[0], f"{UseFile(one, silent[0]).who}, {told}"


def purpose_copied(one: UseFile) -> Found:
    """Yield a use whose purpose for parents is the text of the annex or of the lists."""
    text = one.use.purpose_plain
    if text and one.use.in_guide and one.used.is_copied(text):
        yield one.use, f"{one.who}. Ouders lezen daarbij de tekst uit de bijsluiter, geen eigen zin in gewone taal."


def not_in_guide(one: UseFile) -> Found:
    """Yield a use that may be about pupils and is kept out of the school's list."""
    if not one.use.in_guide and one.used.is_of_family:
        yield one.use, f"{one.who}, maar het staat niet in de lijst voor de schoolgids."


def bought_by_teacher(one: UseFile) -> Found:
    """Yield a use of what a teacher bought alone."""
    if one.use.bought_by_teacher:
        yield one.use, f"{one.who}. Een leraar schafte het zelf aan, zonder de school of het bestuur."


def national_number_ungrounded(one: UseFile) -> Found:
    """Yield a use of a product with the BSN, on a legal basis that no law gives (UAVG 46)."""
    if one.used.has_national_number and one.use.legal_basis not in BY_LAW:
        basis = facts().legal_bases.get(one.use.legal_basis)
        said = f"De grondslag is “{basis.label}”." if basis else "Er staat geen grondslag bij."
        yield one.use, f"{one.who}. Dat verwerkt het BSN. {said}"


USED_RULES = (purpose_missing,)
USE_RULES = (purpose_copied, not_in_guide, bought_by_teacher, national_number_ungrounded)
