"""Writes a value as XML, fit for the spot in which it stands."""

import re
from dataclasses import dataclass
from functools import cache

try:  # what markupsafe.escape does with a plain str, without making a second object of it
    from markupsafe._speedups import _escape_inner
except ImportError:  # a build of markupsafe without C
    from html import escape as _escape_inner

from registry.documents.filling.values import WrongValueError, is_writable

_LINE_BREAK = re.compile("\r\n?")

escaped = _escape_inner  # `&`, `<`, `>` and both quotes as XML writes them


@dataclass(frozen=True, slots=True)
class Spot:
    """A kind of place in the XML: how a line break, a tab and a gap are written there."""

    line_break: str
    tab: str
    before_gap: str
    after_gap: str

    def text(self, value: str) -> bytes:
        """`value` as XML. Raises `WrongValueError` for a text that XML cannot hold."""
        if not is_writable(value):
            raise WrongValueError
        text = _LINE_BREAK.sub("\n", escaped(value))
        return text.replace("\n", self.line_break).replace("\t", self.tab).encode()

    def marked(self, label: str) -> bytes:
        """The mark of a gap."""
        return self.before_gap.encode() + self.text(label) + self.after_gap.encode()


PLAIN = Spot("\n", "\t", "[", " ontbreekt]")  # element text that Word does not show as it is, such as a field code
ATTRIBUTE = Spot("&#10;", "&#9;", "[", " ontbreekt]")


@cache
def in_run(properties: str) -> Spot:
    """The spot inside the text of a run with these properties (`<w:rPr>…</w:rPr>`, or nothing)."""
    run = f"</w:t></w:r><w:r>{properties}"
    text = f'<w:r>{properties}<w:t xml:space="preserve">'
    yellow = '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">'
    return Spot(
        line_break='</w:t><w:br/><w:t xml:space="preserve">',
        tab=f"{run}<w:tab/></w:r>{text}",
        before_gap=f"</w:t></w:r>{yellow}[",
        after_gap=f" ontbreekt]</w:t></w:r>{text}",
    )
