"""Documents with pieces dropped, swapped and doubled: each is read or refused in words, and what is sure is quoted."""

import random
from dataclasses import replace
from functools import cache

import pytest

from registry.errors import RegisterError
from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.annex_reading import SURE
from registry.exchange.annexes.paper.block import BlockKind, Rich, Run
from registry.exchange.annexes.paper.opening import open_paper
from registry.exchange.annexes.reading import read_paper
from tests.checkout import ROOT

FOLDERS = ROOT / "tests/exchange/annexes/documents"
PATHS = sorted(path for path in FOLDERS.glob("*/*") if path.suffix in (".docx", ".pdf"))
JOINS = (": ", " – ", " … ", " | ", "? ")  # between the pieces of a quotation that stands in more than one place
CHANGES_AT_EACH_RUN, CHANGES_IN_SWEEP = 2, 25


@cache
def paper_of(path):
    """An opened document; None for one that is refused."""
    try:
        return open_paper(path.read_bytes())
    except RegisterError:
        return None


def dropped(blocks, chance):
    at = chance.randrange(len(blocks))
    return blocks[:at] + blocks[at + 1 + chance.randrange(3) :]


def swapped(blocks, chance):
    changed = list(blocks)
    one, other = chance.randrange(len(blocks)), chance.randrange(len(blocks))
    changed[one], changed[other] = changed[other], changed[one]
    return changed


def doubled(blocks, chance):
    at = chance.randrange(len(blocks))
    return [*blocks[:at], blocks[at], *blocks[at:]]


def with_cells(blocks, chance, change):
    """The blocks, with the cells of one of them changed."""
    at = chance.randrange(len(blocks))
    return [*blocks[:at], replace(blocks[at], cells=tuple(change(list(blocks[at].cells)))), *blocks[at + 1 :]]


def emptied_cell(blocks, chance):
    def change(cells):
        cells[chance.randrange(len(cells))] = Rich()
        return cells

    return with_cells(blocks, chance, change)


def dropped_cell(blocks, chance):
    return with_cells(blocks, chance, lambda cells: cells[:-1] if len(cells) > 1 else cells)


def turned_cells(blocks, chance):
    return with_cells(blocks, chance, lambda cells: cells[::-1])


def half_a_text(blocks, chance):
    def change(cells):
        text = cells[0].text
        return [Rich((Run(text[: chance.randrange(len(text) + 1)]),)), *cells[1:]]

    return with_cells(blocks, chance, change)


def signs_only(blocks, chance):
    """A text of signs: "…", an empty pair of brackets, a lone tick."""
    signs = chance.choice(
        ["…", "()", "☒", "☐", ":", "- ", "x", " ", "1.", "☒ ☐ ☒", ": :", "1.1 | 1.2", "«»", ".", "ja"]
    )
    return with_cells(blocks, chance, lambda cells: [Rich((Run(signs),)), *cells[1:]])


def as_heading(blocks, chance):
    at = chance.randrange(len(blocks))
    return [*blocks[:at], replace(blocks[at], kind=BlockKind.HEADING, level=2), *blocks[at + 1 :]]


CHANGES = (
    dropped,
    swapped,
    doubled,
    emptied_cell,
    dropped_cell,
    turned_cells,
    half_a_text,
    signs_only,
    as_heading,
)


def changed(paper, seed):
    """A paper with one to eight changes, each at a place of chance; the same for the same seed."""
    chance = random.Random(seed)
    blocks = list(paper.blocks)
    for _number in range(chance.randint(1, 8)):
        blocks = list(chance.choice(CHANGES)(blocks, chance)) if blocks else blocks
    return replace(paper, blocks=tuple(blocks))


def bare(text):
    """A text as its letters and figures, without blanks and signs between them."""
    return "".join(sign for sign in text if sign.isalnum()).casefold()


def stands_in(quotation, text):
    """Whether each piece of a quotation stands in a text."""
    pieces = [quotation.removesuffix("…")]
    for join in JOINS:
        pieces = [piece for whole in pieces for piece in whole.split(join)]
    return all(bare(piece) in text for piece in pieces)


def assert_read(path, paper):
    """Read a paper: nothing but a refusal in words may be raised, and what is sure is quoted from it."""
    text = bare(" ".join([*(block.text for block in paper.everything()), *(prompt for prompt, _page in paper.prompts)]))
    try:
        annexes = as_json(read_paper(paper))["annexes"]
    except RegisterError:
        return
    for annex in annexes:
        for field, found in annex["found"].items():
            if found["certainty"] >= SURE:
                assert stands_in(found["text"], text), f"{path.name} {field}: {found['text']}"


def seeds(number):
    return [pytest.param(path, number, id=f"{path.parent.name}-{path.stem}") for path in PATHS]


@pytest.mark.parametrize(("path", "number"), seeds(CHANGES_AT_EACH_RUN))
def test_a_changed_document_is_read_or_refused_in_words(path, number):
    paper = paper_of(path)
    if paper is None:
        pytest.skip("is a scan")
    assert_read(path, paper)
    for seed in range(number):
        assert_read(path, changed(paper, f"{path.stem} {seed}"))


@pytest.mark.sweep
@pytest.mark.parametrize(("path", "number"), seeds(CHANGES_IN_SWEEP))
def test_many_changes_to_a_document_are_read_or_refused_in_words(path, number):
    paper = paper_of(path)
    if paper is None:
        pytest.skip("is a scan")
    for seed in range(number):
        assert_read(path, changed(paper, f"{path.stem} {CHANGES_AT_EACH_RUN + seed}"))
