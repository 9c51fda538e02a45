"""Papers of suppliers: read one and keep it with what was found, or let go of it."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.model import ReadPaper, StoredFile
from registry.services.agreements.files import file_to_keep
from registry.services.records import fetch, refuse_stale


def keep_paper(session: Any, name: str, content: bytes, on: date) -> ReadPaper:
    """Return the paper with what was found in it; the same file again gives the paper that is there already.

    FileRefused for what cannot be read, such as a scan; BrokenRule, at the field "file", for what may not be kept.
    """
    from registry.exchange.annexes.whole import read_whole  # heavy, and asked for seldom: not at every start

    stored = file_to_keep(name, content)
    if paper := _with_hash(session, stored.sha256):
        return paper
    found = read_whole(stored.name, content)  # before the right to write is taken: it may last two seconds
    with change(session, f"“{stored.name}” ingelezen"):
        if paper := _with_hash(session, stored.sha256):
            return paper
        paper = ReadPaper(file=stored, read_on=on, annexes=found.annexes, pages=found.pages)
        session.add(paper)
    return paper


def _with_hash(session: Any, sha256: str) -> ReadPaper | None:
    known = select(ReadPaper).join(ReadPaper.file).where(StoredFile.sha256 == sha256)
    return session.scalars(known).first()  # type: ignore[no-any-return]


def drop_paper(session: Any, number: int, seen: int) -> ReadPaper:
    """Return the paper, which is gone with its file; the annexes that came of it stay."""
    with change(session, "ingelezen stuk weggehaald"):
        paper = fetch(session, ReadPaper, number)
        refuse_stale(session, paper, seen)
        session.delete(paper)
    return paper
