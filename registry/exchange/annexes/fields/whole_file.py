"""What a file says once for all its annexes: its supplier and its products."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Findings, Found, at_most, found
from registry.exchange.annexes.fields.party_names import formed_names
from registry.exchange.annexes.fields.products import read_products, titled_products
from registry.exchange.annexes.fields.reach import kvk_numbers, web_addresses
from registry.exchange.annexes.fields.supplier import read_supplier
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.parts.entry import Part, PartKind
from registry.exchange.annexes.words.matching import plain

_LONGEST_TITLE = 5  # words
_OF_SUPPLIER = ("supplier.name", "supplier.kvk", "supplier.website")


def supplier_of(parts: list[Part], frames: tuple[Block, ...]) -> dict[str, Found]:
    """Return the supplier as the parts of a file together tell it: one file is of one supplier."""
    together = Findings()
    sites = set()
    for part in parts:
        here = Findings()
        read_supplier(part, here)
        sites |= {one.value for path, one in here.single.items() if path == "supplier.website"}
        for path in _OF_SUPPLIER:
            together.one(path, here.single.get(path))
    if len(sites) > 1:  # each leaflet may have one of its own
        together.single["supplier.website"] = at_most(together.single["supplier.website"], LIKELY)
    numbers = {number: frame for frame in frames for number in kvk_numbers(frame.text)}
    if len(numbers) == 1 and "supplier.kvk" not in together.single:
        number, frame = next(iter(numbers.items()))
        together.one("supplier.kvk", found(number, frame.page, frame.text, SURE))
    shown = {site: frame for frame in frames for site in web_addresses(frame.text)}
    if len(shown) == 1 and "supplier.website" not in together.single:
        site, frame = next(iter(shown.items()))
        together.one("supplier.website", found(site, frame.page, frame.text, LIKELY))
    named = {name: frame for frame in frames for name in formed_names(frame.text)}
    if len(named) == 1 and "supplier.name" not in together.single:
        name, frame = next(iter(named.items()))
        sure = SURE if kvk_numbers(frame.text) else LIKELY
        together.one("supplier.name", found(name, frame.page, frame.text, sure))
    return together.single


def own_website(part: Part) -> dict[str, Found]:
    """Return the website that an annex names itself: two products of one supplier may each have one."""
    here = Findings()
    read_supplier(part, here)
    site = here.single.get("supplier.website")
    return {"supplier.website": site} if site and site.certainty >= SURE else {}


def products_of(part: Part, parts: list[Part], supplier: str) -> list[Found]:
    """Return the products of an annex that names none itself: by its title, or as the rest of the file names them.

    A title that is but the beginning of a name elsewhere ("Wolkjes" for "Wolkjes Rekenen") gives way to that name.
    """
    titled = titled_products(part, supplier)
    told = _elsewhere([one for one in parts if one is not part], supplier)
    names = [plain(str(one.value)) for one in told]
    shortened = any(name != title and name.startswith(title) for title in _names(titled) for name in names)
    if titled and not shortened and not (told and any(one.certainty < SURE for one in titled)):
        return titled
    alike = any(_names(titled_products(one, supplier)) for one in parts if one is not part and one.kind is part.kind)
    one_for_all = len(told) == 1 and not alike  # another leaflet in the file is of a product of its own
    return told if one_for_all else [found(one.value, one.page, one.text, LIKELY) for one in told]


def _of_agreement(part: Part, supplier: str) -> list[Found]:
    """The product in the title of an agreement, less surely: "Verwerkersovereenkomst Wolkjes"."""
    first = next((entry for entry in part.entries[:1] if len(entry.cells) == 1), None)
    if first is None or " verwerkersovereenkomst " not in first.words or len(first.words.split()) > _LONGEST_TITLE:
        return []
    told = titled_products(replace(part, title=first.text), supplier)
    return [found(one.value, first.page, first.text, LIKELY) for one in told]


def _names(some: list[Found]) -> list[str]:
    return [plain(str(one.value)) for one in some]


def _elsewhere(parts: list[Part], supplier: str) -> list[Found]:
    told: dict[str, Found] = {}
    for part in parts:
        here = Findings()
        read_products(part, here)
        titled = _of_agreement(part, supplier) if part.kind is PartKind.BODY else titled_products(part, supplier)
        for one in here.lists.get("products", ()) or titled:
            told.setdefault(plain(str(one.value)), one)
    return list(told.values())
