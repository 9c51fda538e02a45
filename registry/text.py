"""Text as people type it, made fit for a page, a Word file and either database, or refused."""

import re
import unicodedata

from babel.numbers import format_decimal

from registry.errors import InvalidText

_NONCHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
# Control characters, halves of surrogate pairs, noncharacters, and the mark that stands where bytes could not be read.
_UNFIT = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd{_NONCHARACTERS}]")

# What Unicode lists as default ignorable, and its annotation marks: names that look the same must be the same. Without
# variation selectors, which belong to the sign before them, and without the two joiners, which have their own rule.
_HIDDEN = (
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff]"
)
# Joiners do their work between emoji and in scripts such as Persian and Hindi; beside a Latin letter they only hide.
_JOINED = r"[\u0370-\u1dff\u2070-\u2fff\u3001-\U0010ffff]"
_BREAKS = re.compile(r"[\t\n\r\u2028\u2029]")
_INVISIBLE = re.compile(rf"{_HIDDEN}|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})")


def line(value: str, most: int = 255) -> str:
    """Return `value` as one line: in NFC, without outer blanks; inner blanks stay as they are, nothing gives "".

    `most` counts characters. Raises InvalidText for a longer text, a second line, a tab, an invisible character or one
    that changes the direction of the text, and for what no page or Word file can hold.
    """
    if _is_simple(value, most):
        return value.strip()
    text = _fit(value, most)
    if _BREAKS.search(text):
        raise InvalidText("Hier past maar één regel. Haal nieuwe regels en tabs weg.")
    _refuse(_INVISIBLE, text, "Hier staat een onzichtbaar teken")
    return text


def prose(value: str, most: int = 5000) -> str:
    """Return `value` as lines that end in LF: in NFC, without outer blanks; tabs stay, nothing gives "".

    `most` counts characters. Raises InvalidText for a longer text and for what no page or Word file can hold.
    """
    return value.strip() if _is_simple(value, most) else _fit(re.sub(r"\r\n?|[\u2028\u2029]", "\n", value), most)


def _is_simple(value: str, most: int) -> bool:
    """Tell whether a text holds nothing but printable ASCII, as most do: then no rule but its length can touch it."""
    return len(value) <= most and value.isascii() and value.isprintable()


def _fit(value: str, most: int) -> str:
    _refuse(_UNFIT, value, "Hier staat een teken dat niet bewaard kan worden")
    typed = value.strip()
    # Composing takes quadratic time on endless accents, so what can hardly shrink enough is refused before.
    text = typed if len(typed) > 2 * most else unicodedata.normalize("NFC", typed)
    if len(text) > most:
        raise InvalidText(f"Deze tekst is te lang: hoogstens {_number(most)} tekens, dit zijn er {_number(len(text))}.")
    return text


def _refuse(characters: re.Pattern[str], text: str, complaint: str) -> None:
    if found := characters.search(text):
        raise InvalidText(f"{complaint}: U+{ord(found[0]):04X}, op plaats {found.start() + 1}. Haal dat teken weg.")


def _number(count: int) -> str:
    return format_decimal(count, locale="nl")
