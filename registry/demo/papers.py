"""Adds the paper that a supplier sent and that waits to be looked at."""

from typing import Any

from registry.demo.reading import Reader
from registry.services.reading.papers import keep_paper

PAPER = "privacybijsluiter-spelling.docx"


def add_papers(session: Any, reader: Reader) -> None:
    """Read the new version of a supplier's annex; what is taken over of it is up to whoever looks around."""
    keep_paper(session, PAPER, reader.content(PAPER), reader.today)
