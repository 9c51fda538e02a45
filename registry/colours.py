"""Colours as screens write them, and whether letters in them can be read: WCAG 2.2, criteria 1.4.3 and 1.4.11."""

import re

from registry.errors import InvalidIdentifier

LETTERS = 4.5  # the contrast that is asked of them; edges ask 3, so they have it as well
PAPER, TINT = "#ffffff", "#f1f5f7"  # what lies behind, as on :root in style.css
DARK_PAPER, DARK_TINT = "#11181c", "#1a2429"
SOFT = 0.09  # of the colour itself in the plane behind a notice
BRIGHT = 7.0  # the contrast on a dark screen: as much as the register's own colour has there
STEPS = 100

_LONG, _SHORT = re.compile("#?([0-9a-f]{6})"), re.compile("#?([0-9a-f]{3})")


def accent_colour(text: str) -> str:
    """Return the colour of bar, buttons and links as "#0c5a74"; InvalidIdentifier when letters in it read badly."""
    written = colour(text)
    if (found := on_light(written)) < LETTERS:
        near = _darkened(written)
        raise InvalidIdentifier(
            f"Deze kleur is te licht: letters erin halen een contrast van {_told(found)} op 1, "
            f"en {_told(LETTERS)} op 1 is nodig. Kies een donkerder kleur, bijvoorbeeld {near}."
        )
    return written


def colour(text: str) -> str:
    """Return a colour in its normal spelling, "#0c5a74", also of three signs; InvalidIdentifier for anything else."""
    signs = text.strip().lower()
    if found := _LONG.fullmatch(signs):
        return f"#{found[1]}"
    if found := _SHORT.fullmatch(signs):
        return "#" + "".join(sign * 2 for sign in found[1])
    raise InvalidIdentifier("Schrijf een kleur als # met zes tekens, bijvoorbeeld #0c5a74.")


def contrast(one: str, other: str) -> float:
    """Return how far two colours lie apart, from 1 to 21, as WCAG 2.2 reckons it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_light(accent: str) -> float:
    """Return the least contrast of letters in this colour, and of white letters on it, on a light screen."""
    return min(contrast(accent, behind) for behind in (PAPER, TINT, mixed(accent, PAPER, SOFT)))


def in_the_dark(accent: str) -> str:
    """Return the colour of buttons and links on a dark screen: the accent with as much white as letters in it need."""
    lighter = (mixed(accent, PAPER, 1 - step / STEPS) for step in range(STEPS + 1))
    return next(one for one in lighter if contrast(one, DARK_TINT) >= BRIGHT)


def mixed(one: str, other: str, part: float) -> str:
    """Return the colour of which `part`, from 0 to 1, is the one and the rest the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(here * part + there * (1 - part)):02x}" for here, there in pairs)


def _darkened(accent: str) -> str:
    darker = (mixed(accent, "#000000", 1 - step / STEPS) for step in range(STEPS + 1))
    return next(one for one in darker if on_light(one) >= LETTERS)


def _luminance(written: str) -> float:
    parts = (channel / 255 for channel in _channels(written))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(written: str) -> tuple[int, ...]:
    return tuple(int(written[place : place + 2], 16) for place in (1, 3, 5))


def _told(ratio: float) -> str:
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")  # cut, not rounded: what is too little never reads as enough
