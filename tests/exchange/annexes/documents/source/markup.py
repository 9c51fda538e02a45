"""From a written source to paper: a line is a heading, a row, an item, a setting or a list to choose from."""

import shlex

from docx.shared import Pt

from . import paper as word
from .choices import written_choice

HEADINGS = {"# ": 1, "## ": 2, "### ": 3}
ITEMS = {"- ": "List Bullet", "+ ": "List Number"}


def as_rows(lines):
    """Table rows out of lines such as "| a | b |"."""
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]


def grouped(lines):
    """The lines in blocks: rows that follow each other, lines of one text box, and all others by themselves."""
    block = []
    for line in [*lines, ""]:
        kind = "|" if line.startswith("|") else "%box" if line.startswith("%box ") else ""
        if block and (not kind or not block[0].startswith(kind)):
            yield block
            block = []
        if kind:
            block.append(line)
        elif line.strip():
            yield [line]


def make_paper(text):
    """A document from the text of a source."""
    paper, style, widths = word.new_paper(), "Table Grid", None
    for block in grouped(text.splitlines()):
        line = block[0]
        if line == "%noborder":
            style = "Normal Table"
        elif line.startswith("%widths "):
            widths = [int(width) for width in line.split()[1:]]
        elif line.startswith("|"):
            word.write_table(paper, as_rows(block), style, widths)
            style, widths = "Table Grid", None
        elif line.startswith("%box "):
            word.write_box(paper, [each.removeprefix("%box ") for each in block])
        elif line.startswith("@"):
            write_choice(paper, line, widths)
            widths = None
        elif line.startswith("%"):
            set_paper(paper, line)
        else:
            write_line(paper, line)
    return paper


def write_choice(paper, line, widths=None):
    """The list that a line such as "@purposes list=LT style=before chosen=a,b" asks for."""
    what, *given = shlex.split(line)
    is_table, rows = written_choice(what.removeprefix("@"), dict(pair.split("=", 1) for pair in given))
    if is_table:
        word.write_table(paper, rows, widths=widths)
    for row in () if is_table else rows:
        write_line(paper, row)


def set_paper(paper, line):
    """Header, footer, a new page, columns, or the letter, colour and side of the whole paper."""
    what, _, rest = line.removeprefix("%").partition(" ")
    match what:
        case "header":
            word.write_edge(paper.sections[0].header, rest)
        case "footer":
            word.write_edge(paper.sections[0].footer, rest)
        case "page":
            word.break_page(paper)
        case "columns":
            word.lay_in_columns(paper, int(rest))
        case "font":
            paper.styles["Normal"].font.name = rest
        case "size":
            paper.styles["Normal"].font.size = Pt(float(rest))
        case "colour":
            word.dress(paper, rest)
        case "landscape":
            word.turn(paper)
        case _:
            raise ValueError(line)


def write_line(paper, line):
    """A heading, a list item or a paragraph."""
    for sign, level in HEADINGS.items():
        if line.startswith(sign):
            paper.add_heading(line.removeprefix(sign), level)
            return
    for sign, style in ITEMS.items():
        if line.startswith(sign):
            word.write(paper.add_paragraph(style=style), line.removeprefix(sign))
            return
    word.write(paper.add_paragraph(), line)
