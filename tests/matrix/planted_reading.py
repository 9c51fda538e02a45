"""Papers of suppliers that were read: one that waits, and one of which an annex came."""

from datetime import date
from hashlib import sha256

from registry.database import change
from registry.model import FileContent, ReadPaper, StoredFile, TakenOver
from tests.documents.specimens import word_file
from tests.reading import PAGES, PRIVACY

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def papers_of(session, register):
    """Plant both; the numbers by (group of screens or "", name in the address)."""
    with change(session, "ingelezen"):
        waiting, done = _paper("wacht.docx", register), _paper("klaar.docx", register)
        done.taken.append(TakenOver(place=0, privacy_annex=register.privacy_annex))
        session.add_all([waiting, done])
    return {("", "paper_id"): waiting.id, ("", "part_number"): 1, ("reading.agreement", "paper_id"): done.id}


def _paper(name, register):
    content = word_file(name)
    file = StoredFile(
        name=name,
        media_type=WORD,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        content=FileContent(content=content),
    )
    read = PRIVACY | {"products": [register.letters.name]}
    return ReadPaper(file=file, read_on=date(2026, 8, 1), annexes=[read], pages=PAGES)
