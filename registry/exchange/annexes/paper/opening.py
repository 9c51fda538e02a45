"""Which kind of file a supplier's paper is, told by its contents and never by its name."""

from registry.errors import FileRefused
from registry.exchange.annexes import bounds
from registry.exchange.annexes.paper.block import Paper
from registry.exchange.annexes.paper.pdf import read_pdf
from registry.exchange.annexes.paper.word import read_word

_OTHER = "Dit is geen Word-bestand (.docx) en geen PDF. Sla het op als .docx of als PDF."
_TOO_MUCH = "Dit bestand is te groot om te lezen: er staat te veel tekst in voor een bijlage."
_DAMAGED = "Dit Word-bestand is beschadigd. Open het in Word en sla het opnieuw op."
_EMPTY = "Dit bestand is leeg."
_TOO_BIG = f"Dit bestand is groter dan {bounds.MOST_BYTES // 2**20} MB."


def open_paper(content: bytes) -> Paper:
    """Return a Word file or PDF as a paper; FileRefused in one Dutch sentence for anything that cannot be read."""
    if not content:
        raise FileRefused(_EMPTY)
    if len(content) > bounds.MOST_BYTES:
        raise FileRefused(_TOO_BIG)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _bounded(read_pdf(content))
    if content.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0")):
        try:
            return _bounded(read_word(content))
        except (ValueError, RecursionError) as fault:  # numbers that are none, elements without end
            raise FileRefused(_DAMAGED) from fault
    raise FileRefused(_OTHER)


def _bounded(paper: Paper) -> Paper:
    blocks = [*paper.everything()]
    if len(blocks) > bounds.MOST_BLOCKS or sum(len(block.text) for block in blocks) > bounds.MOST_TEXT:
        raise FileRefused(_TOO_MUCH)
    return paper
