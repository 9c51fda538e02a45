"""Every kind of tick and empty box, brought back to ☒ and ☐."""

from registry.exchange.annexes.paper.block import OPEN, TICKED

_TICKED = "☑☒✓✔■✅🗹🗷✗✘🗸✖◼▣√⊠◉⦿🔘🗵⮽☓"
_OPEN = "☐□◻▢❏❑❒⬜◽⬚◯▫"
_TABLE = str.maketrans(dict.fromkeys(_TICKED, TICKED) | dict.fromkeys(_OPEN, OPEN))
_ON = ("[x]", "[X]", "(x)", "(X)", "[v]", "[V]", "(v)", "(V)", "[*]", "(*)", "(•)", "[ x ]", "[ X ]", "{x}", "{X}")
_OFF = ("[ ]", "[]", "( )", "[_]", "(_)", "[  ]", "(  )", "[__]", "[-]", "{ }")
_BOXED = (f"[{TICKED}]", f"({TICKED})")  # a sign in brackets, once it is a tick
_TYPED = dict.fromkeys(_ON + _BOXED, TICKED) | dict.fromkeys(_OFF, OPEN)
# Symbol fonts by the low byte of the sign: Wingdings, Wingdings 2; https://en.wikipedia.org/wiki/Wingdings
_SYMBOLS = {
    "wingdings": (frozenset({0x6E, 0x78, 0xFB, 0xFC, 0xFD, 0xFE}), frozenset({0x6F, 0x70, 0x71, 0x72, 0xA8})),
    "wingdings 2": (frozenset({0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0xA2}), frozenset({0x2A, 0x30, 0xA3})),
    "webdings": (frozenset({0x61, 0x67, 0x72}), frozenset({0x63})),
    "zapfdingbats": (frozenset({0x33, 0x34, 0x37, 0x38, 0x6E}), frozenset({0x6F, 0x71})),
}


def with_ticks(text: str) -> str:
    """Return the text with ☒ for each tick and ☐ for each empty box, also those made of brackets."""
    text = (
        text.translate(_TABLE).replace("\ufe0f", "").replace("\xa0", " ").replace("\uf0b7", "•").replace("\uf0a7", "•")
    )
    for typed, sign in _TYPED.items():
        if typed in text:
            text = text.replace(typed, sign)
    return text


def symbol(font: str, code: int) -> str:
    """Return the tick or box that this sign of a symbol font is; "" for any other sign."""
    for name, (ticked, empty) in _SYMBOLS.items():
        if font.lower() == name:
            low = code & 0xFF
            return TICKED if low in ticked else OPEN if low in empty else ""
    return ""


def in_symbols(font: str, text: str) -> str:
    """Return text that was typed in a symbol font, with its ticks and boxes; other text as it is."""
    if font.lower() not in _SYMBOLS:
        return text
    return "".join(symbol(font, ord(sign)) or (" " if sign.isspace() else "") for sign in text)
