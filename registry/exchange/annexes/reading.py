"""The door: a supplier's file in, what each of its annexes says out."""

from dataclasses import replace

from registry.exchange.annexes.annex_reading import LIKELY, AnnexReading, Findings, Found, at_most
from registry.exchange.annexes.fields.categories import read_categories
from registry.exchange.annexes.fields.certificates import read_certificates
from registry.exchange.annexes.fields.classification import read_classification
from registry.exchange.annexes.fields.contacts import read_contacts
from registry.exchange.annexes.fields.deviations import deviations_told, read_deviations
from registry.exchange.annexes.fields.edition import read_edition, shared_edition
from registry.exchange.annexes.fields.model_versions import read_model_version
from registry.exchange.annexes.fields.placeholders import doubt_left_open, leftovers_in, read_placeholders
from registry.exchange.annexes.fields.products import read_products
from registry.exchange.annexes.fields.purposes import read_purposes
from registry.exchange.annexes.fields.retention import read_retention
from registry.exchange.annexes.fields.storage import doubt_inside, read_storage
from registry.exchange.annexes.fields.subjects import read_subjects
from registry.exchange.annexes.fields.subprocessors import read_subprocessors
from registry.exchange.annexes.fields.whole_file import own_website, products_of, supplier_of
from registry.exchange.annexes.paper.block import Paper
from registry.exchange.annexes.paper.opening import open_paper
from registry.exchange.annexes.parts.dividing import parts_of
from registry.exchange.annexes.parts.entry import Entry, Part, PartKind

# What stands in a privacy annex: a security annex may speak of it, and seldom tells it.
_OF_PRIVACY = {"purposes", "data_categories", "denied", "data_subjects", "storage", "subprocessors", "retention"}
_ANNEXES = (PartKind.PRIVACY, PartKind.SECURITY)


def read_annexes(name: str, content: bytes) -> list[AnnexReading]:
    """Return what each annex in a Word file or PDF says; the name of the file is not believed.

    Nothing is guessed: what was not found is not in a reading. Raises FileRefused, in one Dutch sentence, for a file
    that is locked, damaged, too big, a scan, or of another kind.
    """
    return read_paper(open_paper(content))


def read_paper(paper: Paper) -> list[AnnexReading]:
    """Return what each annex of an opened file says."""
    parts = parts_of(paper)
    annexes = [part for part in parts if part.kind in _ANNEXES]
    supplier = supplier_of(parts, paper.frames)
    return [_reading(part, parts, paper, supplier) for part in annexes]


def leftovers(name: str, content: bytes) -> list[tuple[str, int | None]]:
    """Return the placeholders left in a Word file or PDF, each with its page or None; FileRefused as `read_annexes`."""
    paper = open_paper(content)
    left = [(text, block.page) for block in paper.everything() for text in leftovers_in(block)]
    told = [(text, page if paper.knows_pages else None) for text, page in [*left, *paper.prompts]]
    return list(dict.fromkeys(told))


def _reading(part: Part, parts: list[Part], paper: Paper, supplier: dict[str, Found]) -> AnnexReading:
    findings = Findings(single={**supplier, **own_website(part)})
    body = [one for one in parts if one.kind is PartKind.BODY]
    read_model_version(tuple(block for one in parts for block in one.blocks) + paper.frames, findings)
    read_products(part, findings)
    if "products" not in findings.lists:
        findings.many("products", products_of(part, parts, _name_in(supplier) or ""))
    read_purposes(part, findings)
    read_categories(part, findings)
    read_subjects(part, findings)
    read_storage(part, findings)
    _shared(part, parts, findings)
    doubt_inside(findings)
    read_retention(part, findings)
    read_contacts(part, paper.frames, findings)
    read_classification(part, findings)
    read_certificates(part, findings, _name_in(supplier))
    read_edition(part, paper.frames, findings)
    shared_edition(parts, findings)
    blocks = [*part.blocks, *(block for one in body for block in one.blocks), *paper.frames]
    read_placeholders(blocks, paper.prompts, findings)
    doubt_left_open(findings)
    if part.kind is PartKind.SECURITY:
        findings.lists |= {name: _less_sure(findings.lists[name]) for name in _OF_PRIVACY & findings.lists.keys()}
    return AnnexReading(part.kind.value, findings.single, findings.lists, findings.none, paper.knows_pages)


def _less_sure(told: tuple[Found, ...]) -> tuple[Found, ...]:
    return tuple(at_most(one, LIKELY) for one in told)


def _name_in(supplier: dict[str, Found]) -> str | None:
    return str(supplier["supplier.name"].value) if "supplier.name" in supplier else None


def _shared(part: Part, parts: list[Part], findings: Findings) -> None:
    """What may stand in an annex of its own: subprocessors, and deviations from the agreement as a whole."""
    own = [entry for one in parts if one.kind is PartKind.DEVIATIONS for entry in one.entries if not entry.is_title]
    read_deviations([*own, *part.under("deviations")], findings)
    if "deviations" not in findings.lists:
        told = [entry for one in parts if one.kind is PartKind.BODY for entry in one.entries]
        read_deviations(deviations_told(told), findings)
    read_subprocessors(part, findings)
    lists = [one for one in parts if one.kind is PartKind.SUBPROCESSORS]
    if part.kind is PartKind.PRIVACY and "subprocessors" not in findings.lists:
        for one in lists:
            told = [entry for entry in one.entries if not entry.is_title]
            whole = Part(one.kind, one.title, tuple(_as_subprocessors(told)), one.blocks)
            read_subprocessors(whole, findings)


def _as_subprocessors(entries: list[Entry]) -> list[Entry]:
    return [replace(entry, sections=frozenset({"subprocessors"})) for entry in entries]
