"""What a file says once for all its annexes: its supplier and its products."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, found
from registry.exchange.annexes.fields.party_names import has_form
from registry.exchange.annexes.fields.products import read_products
from registry.exchange.annexes.fields.reach import kvk_numbers
from registry.exchange.annexes.fields.supplier import read_supplier
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.parts.entry import Part, PartKind
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.sentences import sentences

_OF_SUPPLIER = ("supplier.name", "supplier.kvk", "supplier.website")
_MAKERS = phrases("supplier.makers")


def supplier_of(parts: list[Part], frames: tuple[Block, ...]) -> dict[str, Found]:
    """Return the supplier as the parts of a file together tell it: one file is of one supplier."""
    together = Findings()
    for part in parts:
        here = Findings()
        read_supplier(part, here)
        for path in _OF_SUPPLIER:
            together.one(path, here.single.get(path))
    numbers = {number: frame for frame in frames for number in kvk_numbers(frame.text)}
    if len(numbers) == 1 and "supplier.kvk" not in together.single:
        number, frame = next(iter(numbers.items()))
        together.one("supplier.kvk", found(number, frame.page, frame.text, SURE))
    return together.single


def own_website(part: Part) -> dict[str, Found]:
    """Return the website that an annex names itself: two products of one supplier may each have one."""
    here = Findings()
    read_supplier(part, here)
    site = here.single.get("supplier.website")
    return {"supplier.website": site} if site and site.certainty >= SURE else {}


def products_of(parts: list[Part]) -> list[Found]:
    """Return the products that a file names outside an annex that names none: surely where there is but one."""
    told: dict[str, Found] = {}
    for part in parts:
        here = Findings()
        if part.kind is PartKind.BODY:
            here.many("products", _in_sentences(part))
        else:
            read_products(part, here)
        for one in here.lists.get("products", ()):
            told.setdefault(str(one.value), one)
    named = [*told.values()]
    return named if len(named) == 1 else [found(one.value, one.page, one.text, LIKELY) for one in named]


def _in_sentences(part: Part) -> list[Found]:
    """The product in "Wolkjes is een product van Wolkenveld B.V."."""
    told = []
    for entry in part.entries[:10]:
        for sentence in sentences(entry.quotation):
            name, verb, rest = sentence.partition(" is ")
            proper = name[:1].isupper() and len(name.split()) <= 5 and not has_form(name)
            if verb and proper and any(f" {rest}".lower().startswith(f" {call}") for call in _MAKERS):
                told.append(found(name.strip(), entry.page, entry.quotation, SURE))
    return told
