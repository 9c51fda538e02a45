"""Addresses and codes of schools as DUO keeps them: in several columns, and names of places in capitals."""

from registry.exchange.lists.entry import Value

_SMALL = frozenset(
    ("aan", "de", "den", "der", "op", "bij", "en", "in", "het", "van", "te", "ten", "ter", "over", "onder", "a/d")
)


def address(parts: list[str]) -> str:
    """Return street and number of a house as one line."""
    return " ".join(parts)


def site_code(parts: list[str]) -> str:
    """Return the code of a site out of the institution's code and two digits, or out of all six in one column.

    Files of main sites have no digits; the main site is 00. In some files the column of the digits holds all six.
    """
    six = [part for part in parts if len(part) == 6]
    if six:
        return six[0]
    codes = [part for part in parts if len(part) == 4]
    digits = [part for part in parts if part.isdigit() and len(part) <= 2]
    return codes[0] + (digits[0].zfill(2) if digits else "00") if codes else " ".join(parts)


def city(name: Value) -> Value:
    """Return the name of a place as it is written: "ALPHEN AAN DEN RIJN" is "Alphen aan den Rijn"."""
    if not isinstance(name, str) or not name.isupper() or len(name) < 3:
        return name
    words = name.lower().split(" ")
    return " ".join(word if place and word in _SMALL else _capital(word) for place, word in enumerate(words))


def _capital(word: str) -> str:
    if word.startswith(("'s-", "'t-")):
        return word[:3] + _capital(word[3:])
    if word.startswith("ij"):
        return f"IJ{word[2:]}"
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
