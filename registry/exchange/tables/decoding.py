"""Bytes of a text file as text: which encoding they are in, told by their marks and by what they give."""

import codecs

from registry.errors import FileRefused

ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MIXED = "Sommige letters met accenten zijn niet goed te lezen: het bestand mengt twee schrijfwijzen. Kijk die rijen na."


def decoded(content: bytes, encoding: str = "") -> tuple[str, str, str]:
    """Return the text, the encoding in which it was read, and a remark for a person or "".

    `encoding` is one of ENCODINGS where a person chose it. What cannot be read becomes U+FFFD, which every field
    refuses; nothing is guessed. Raises FileRefused for what is no text.
    """
    mark, told = next(((mark, told) for mark, told in _MARKS if content.startswith(mark)), (b"", ""))
    chosen = encoding or told or _unmarked(content)
    text = content[len(mark) if chosen == told else 0 :].decode(chosen, "replace")
    if _is_no_text(text):
        raise FileRefused("Dit bestand is geen tekst en geen werkblad. Sla de lijst op als xlsx, ods of csv.")
    return text, chosen, MIXED if "\ufffd" in text else ""


def _unmarked(content: bytes) -> str:
    if told := _wide(content[:8000]):
        return told
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_mostly_utf8(content) else "cp1252"
    return "utf-8"


def _wide(start: bytes) -> str:
    """Tell UTF-16 without a mark by its zero bytes: every second one in a text of Latin letters."""
    even, odd, half = start[::2].count(0), start[1::2].count(0), len(start) // 2
    if half and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if half and even > 0.4 * half and odd < 0.05 * half else ""


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether more letters are right in UTF-8 than wrong: then a few others were pasted in from elsewhere."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return len(content) - len(text) > 2 * wrong and any(ord(sign) > 127 and sign != "\ufffd" for sign in text)


def _is_no_text(text: str) -> bool:
    start = text[:8000]
    return sum(sign < " " and sign not in "\t\r\n\f\v" for sign in start) > max(3, len(start) // 20)
