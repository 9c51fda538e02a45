"""Marks in the texts of the templates: **bold**, [[address of a link]] and ||bar of a chart||."""

import re

from docx.text.paragraph import Paragraph

from agreement_templates.source import package

_MARKED = re.compile(r"(\*\*.+?\*\*|\[\[.+?\]\]|\|\|.+?\|\|)")


def write(paragraph: Paragraph, text: str) -> None:
    """Add `text` to the paragraph."""
    for piece in filter(None, _MARKED.split(text)):
        if piece.startswith("[["):
            address = piece[2:-2]
            package.field(paragraph, f'HYPERLINK "{address}"', address)
        elif piece.startswith("**"):
            paragraph.add_run(piece[2:-2]).bold = True
        elif piece.startswith("||"):
            package.shade(paragraph.add_run(piece[2:-2]))
        else:
            paragraph.add_run(piece)
