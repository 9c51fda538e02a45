"""A PDF with text as blocks; what is locked, damaged, too much or only a picture is refused."""

import io
import logging
from collections import Counter
from dataclasses import replace
from time import process_time
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from registry.errors import FileRefused
from registry.exchange.annexes import bounds
from registry.exchange.annexes.paper.block import OPEN, TICKED, Block, BlockKind, Paper
from registry.exchange.annexes.paper.pdf_blocks import page_blocks
from registry.exchange.annexes.paper.pdf_page import PageReader, form_pieces

_DAMAGED = "Deze PDF is beschadigd. Sla hem opnieuw op of vraag de leverancier om een nieuwe."
_LOCKED = "Deze PDF is beveiligd met een wachtwoord. Vraag de leverancier om een PDF zonder wachtwoord."
_TOO_MUCH = "Deze PDF is te groot om te lezen: er zit te veel in."
SCAN = "Dit is een scan: er staat geen tekst in deze PDF, alleen beeld. Vul de gegevens zelf in."
_LONGEST_PAGE = 4  # signs: a number with as many is a year
# What pypdf and its readers of fonts raise over broken files, beside their own errors.
_FAULTS = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError)
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": bounds.MOST_BYTES,
    "array_based_stream_maximum_output_length": bounds.MOST_PAGE,
    "zlib_maximum_output_length": bounds.MOST_DRAWING,
    "lzw_maximum_output_length": bounds.MOST_PAGE,
    "run_length_maximum_output_length": bounds.MOST_PAGE,
    "stream_decoding_work_maximum_length": bounds.MOST_DRAWING * 2,
    "stream_parsing_work_maximum_count": bounds.MOST_ORDERS,
    "xform_maximum_invocations_per_extraction": 200,
    "page_tree_maximum_entries": 10_000,
}


def read_pdf(content: bytes) -> Paper:
    """Return a PDF as a paper; FileRefused for one that is locked, damaged, too big, or a scan."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the file
    try:
        with pypdf.apply_configuration(**_LIMITS):
            return _read(content)
    except _FAULTS as fault:
        raise FileRefused(_TOO_MUCH if "imit" in type(fault).__name__ else _DAMAGED) from fault


def _read(content: bytes) -> Paper:
    reader = pypdf.PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):  # many are locked against changing only
        raise FileRefused(_LOCKED)
    if len(reader.pages) > bounds.MOST_PAGES:
        raise FileRefused(_TOO_MUCH)
    pages = _pages(reader)
    texts = ["".join(block.text for block in page) for page in pages]
    if not any(_holds_text(text) for text in texts):
        raise FileRefused(SCAN)
    return _without_frames(pages)


def _pages(reader: Any) -> list[list[Block]]:
    pages, started, drawing = [], process_time(), 0
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        size = 0 if contents is None else len(contents.get_data())
        drawing += size
        if size > bounds.MOST_PAGE or drawing > bounds.MOST_DRAWING:
            raise FileRefused(_TOO_MUCH)
        seen = PageReader()
        page.extract_text(visitor_text=seen.text, visitor_operand_before=seen.operand)
        pieces = [*seen.pieces, *form_pieces(page)]
        seen.rules.thinned(bounds.MOST_COMPARED // (len(pieces) + 1))
        pages.append([placed.block for placed in page_blocks(pieces, seen.rules, number, number * 1000)])
        if process_time() - started > bounds.MOST_SECONDS:
            raise FileRefused(_TOO_MUCH)
    return pages


def _holds_text(text: str) -> bool:
    return sum(sign.isalpha() for sign in text) >= bounds.FEWEST_SIGNS


def _without_frames(pages: list[list[Block]]) -> Paper:
    """The paper, with what stands at the edge of several pages taken for a header or footer."""
    edges = Counter(_bare(block) for page in pages if len(pages) > 1 for block in {*page[:2], *page[-2:]})
    blocks: list[Block] = []
    frames: dict[str, Block] = {}
    for page in pages:
        outer = {id(block) for block in (*page[:2], *page[-2:])}
        for block in page:
            if id(block) in outer and _is_frame(block, edges[_bare(block)], len(pages)):
                frames.setdefault(_bare(block), replace(block, kind=BlockKind.FRAME))
            else:
                blocks.append(block)
    return Paper(tuple(_over_pages(blocks)), tuple(frames.values()))


def _is_frame(block: Block, times: int, pages: int) -> bool:
    """Whether a block at the edge of a page stands there on most of them: two leaflets have the same headings."""
    boxed = TICKED in block.text or OPEN in block.text
    return times > 1 and times * 2 >= pages and not block.is_row and not boxed


def _over_pages(blocks: list[Block]) -> list[Block]:
    """The blocks, with a table that goes on at the top of the next page as one table."""
    joined: list[Block] = []
    same: dict[int, int] = {}
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last
            and block.is_row
            and last.is_row
            and block.page == last.page + 1
            and len(block.cells) == len(last.cells)
        ):
            same[block.table] = last.table
        joined.append(replace(block, table=same.get(block.table, block.table)))
    return joined


def _bare(block: Block) -> str:
    """What stands in a block without the numbers in it, of which one may be that of its page."""
    words = ((word, word.strip("|/-–()")) for word in block.text.split())
    return " ".join(word for word, bare in words if bare and not (bare.isdigit() and len(bare) < _LONGEST_PAGE))
