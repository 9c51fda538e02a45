"""E-mail addresses, telephone numbers, web addresses and KvK numbers in running text."""

import re

from registry import identifiers
from registry.errors import InvalidIdentifier

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w/+-])(?:\+|00|0|\(0)[\d() ./-]{6,22}\d(?![\w-])")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"'|,;]{3,200}", re.IGNORECASE)
_BARE_WEB = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,60}\.){1,4}(?:nl|com|eu|org|net|be|io|app|education|school)(?:/[^\s|,;]{0,150})?(?![\w@])",
    re.IGNORECASE,
)
_EIGHT = re.compile(r"(?<![\d-])\d{2}[ .]?\d{3}[ .]?\d{3}(?![\d-])|(?<![\d-])\d{4} ?\d{4}(?![\d-])")
_KVK = re.compile(
    r"k\.?v\.?k|kamer van koophandel|handelsregister|chamber of commerce|\bcoc\b|trade register", re.IGNORECASE
)


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def emails(text: str) -> list[str]:
    """Return the e-mail addresses in a text, as they stand there."""
    found = []
    for one in _EMAIL.findall(text):
        try:
            found.append(identifiers.email_address(one.rstrip(".")))
        except InvalidIdentifier:
            continue
    return list(dict.fromkeys(found))


def phones(text: str) -> list[str]:
    """Return the telephone numbers in a text, as they stand there."""
    found = []
    for match in _PHONE.finditer(text.translate(_DASHES)):
        number = text[match.start() : match.end()].strip(" ./-–")
        if number.count("(") > number.count(")"):
            number = number.lstrip("(") if number.startswith("(") else number.rpartition("(")[0].strip()
        digits = sum(sign.isdigit() for sign in number)
        if 10 <= digits <= 14 and not number.startswith("00000"):
            try:
                identifiers.phone_number(number)
                found.append(number)
            except InvalidIdentifier:
                continue
    return found


def web_addresses(text: str) -> list[str]:
    """Return the web addresses in a text, as they stand there; e-mail addresses are none."""
    found = [one.rstrip(".)") for one in _WEB.findall(text)]
    return found or [one.rstrip(".)") for one in _BARE_WEB.findall(text)]


def kvk_numbers(text: str, *, labelled: bool = False) -> list[str]:
    """Return the KvK numbers in a text: behind the word KvK, or any eight digits where a label names them."""
    found = []
    starts = [0] if labelled else [match.end() for match in _KVK.finditer(text)]
    for start in starts:
        match = _EIGHT.search(text, start, start + 60)
        if match:
            found.append(re.sub(r"\D", "", match[0]))
    return list(dict.fromkeys(found))
