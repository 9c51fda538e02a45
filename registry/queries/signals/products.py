"""What is to be said of a product that schools use: its DPIA, its annexes, and the choices that they leave."""

from registry.dutch import count, enumeration, long_date
from registry.model.product import Answer
from registry.queries.annexes.annex_flags import has_national_number, special_categories
from registry.queries.annexes.annex_words import annex_for
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import ProductFile, proposal


def dpia_missing(one: ProductFile) -> Found:
    """Yield a product that needs a DPIA which was not done."""
    if one.product.dpia_needed is Answer.YES and one.product.dpia_done_on is None:
        yield one.product, f"Voor {one.product.name} is een DPIA nodig, maar die is nog niet gedaan."


def dpia_unjudged(one: ProductFile) -> Found:
    """Yield a product with special categories of data or a BSN, of which nobody judged whether it needs a DPIA."""
    product, annex = one.product, annex_for(one.product, one.file.on)
    if annex is None or product.dpia_done_on or product.dpia_needed is Answer.YES:
        return
    kinds = ["bijzondere persoonsgegevens"] if special_categories(annex) else []
    kinds += ["het BSN"] if has_national_number(annex) else []
    if kinds and not (product.dpia_needed is Answer.NO and product.dpia_reason):
        judged = "waarom geen DPIA nodig is" if product.dpia_needed is Answer.NO else "of een DPIA nodig is"
        yield product, f"{product.name} verwerkt {enumeration(kinds)}. Er staat niet {judged}."


def privacy_annex_missing(one: ProductFile) -> Found:
    """Yield a product without a privacy annex, not even a proposal."""
    if one.asks_annexes and one.privacy is None and proposal(one.product.privacy_annexes) is None:
        yield one.product, f"De privacybijsluiter van {one.product.name} ontbreekt."


def privacy_annex_proposed(one: ProductFile) -> Found:
    """Yield the proposal of a privacy annex, where no version holds."""
    proposed = proposal(one.product.privacy_annexes)
    if one.asks_annexes and one.privacy is None and proposed is not None:
        yield proposed, _is_proposed("privacybijsluiter", one)


def choice_missing(one: ProductFile) -> Found:
    """Yield optional processing on which the board has not chosen; at the agreement, where there is one."""
    agreements = one.file.standing
    options = one.privacy.options if one.privacy else []
    undecided = [option for option in options if all(each.choice_on(option) is None for each in agreements)]
    if undecided:
        number = count(len(undecided), "keuze", "keuzes")
        where = agreements[0] if agreements else one.privacy
        assert where is not None
        yield where, f"Het bestuur heeft bij {one.product.name} nog {number} te maken."


def security_annex_missing(one: ProductFile) -> Found:
    """Yield a product without a security annex, not even a proposal."""
    if one.asks_annexes and one.security is None and proposal(one.product.security_annexes) is None:
        yield one.product, f"De beveiligingsbijlage van {one.product.name} ontbreekt."


def security_annex_proposed(one: ProductFile) -> Found:
    """Yield the proposal of a security annex, where no version holds."""
    proposed = proposal(one.product.security_annexes)
    if one.asks_annexes and one.security is None and proposed is not None:
        yield proposed, _is_proposed("beveiligingsbijlage", one)


def certificate_ended(one: ProductFile) -> Found:
    """Yield a security annex with certificates that ended, of which it has no other that is valid."""
    certificates, on = one.security.certificates if one.security else [], one.file.on
    valid = {each.name for each in certificates if each.is_valid(on)}
    ended = {each.name: each.ends_on for each in certificates if each.ends_on and each.ends_on < on}
    told = [
        f"Het certificaat {name} van {one.product.name} is verlopen op {long_date(day)}."
        for name, day in ended.items()
        if name not in valid
    ]
    if one.security and told:
        yield one.security, " ".join(told)


def certificate_of_subprocessor(one: ProductFile) -> Found:
    """Yield a security annex whose certificates are all of subprocessors."""
    certificates = one.security.certificates if one.security else []
    if one.security and certificates and all(each.of_subprocessor for each in certificates):
        names = enumeration(list(dict.fromkeys(each.name for each in certificates)))
        yield one.security, f"Bij {one.product.name} is {names} van een subverwerker, niet van de leverancier zelf."


def _is_proposed(name: str, one: ProductFile) -> str:
    return f"De {name} van {one.product.name} is nog een voorstel. Het bestuur heeft die nog niet geaccepteerd."


BEFORE_THE_ANNEX = (dpia_missing, dpia_unjudged, privacy_annex_missing, privacy_annex_proposed)
AFTER_THE_ANNEX = (
    choice_missing,
    security_annex_missing,
    security_annex_proposed,
    certificate_ended,
    certificate_of_subprocessor,
)
