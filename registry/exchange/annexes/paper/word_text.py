"""The text of one Word paragraph, with its marks: what was deleted is not read, what was inserted is."""

from dataclasses import dataclass, field
from typing import Any

from registry.exchange.annexes.paper import ticks
from registry.exchange.annexes.paper.block import OPEN, TICKED, Run
from registry.exchange.annexes.paper.word_parts import tag

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_GONE = {tag("del"), tag("moveFrom"), tag("pPr"), tag("instrText"), tag("delText"), tag("sdtPr")}
_PLAIN = frozenset(("auto", "000000", "ffffff"))
_OFF = {"0", "false", "none", "off"}
_SIGNS = {
    tag("tab"): "\t",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "-",
    tag("ptab"): "\t",
}


@dataclass(slots=True)
class ParagraphText:
    """What one paragraph says: its runs, its text boxes, its notes by number, its prompts, and its page breaks."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    breaks_before: int = 0  # pages that begin before its first text
    breaks_after: int = 0
    told_pages: bool = False  # by the breaks that Word kept of its pages; a typed break tells too little

    def add(self, text: str, marks: tuple[bool, bool, bool] = (False, False, False)) -> None:
        """Take up a piece of text, or nothing."""
        if text:
            self.runs.append(Run(ticks.with_ticks(text), *marks))


def paragraph_text(paragraph: Any, bold: bool = False) -> ParagraphText:
    """Return what a `w:p` says; `bold` is what its style makes of it."""
    said = ParagraphText()
    _walk(paragraph, said, bold)
    return said


def _walk(element: Any, said: ParagraphText, bold: bool) -> None:
    for child in element:
        name = child.tag
        if not isinstance(name, str) or name in _GONE:
            continue
        if name == tag("r"):
            _run(child, said, bold)
        elif name == tag("sdt"):
            _control(child, said, bold)
        else:
            _walk(child, said, bold)


def _control(control: Any, said: ParagraphText, bold: bool) -> None:
    properties = control.find(tag("sdtPr"))
    box = None if properties is None else properties.find(f"{_W14}checkbox")
    content = control.find(tag("sdtContent"))
    if box is not None:
        checked = box.find(f"{_W14}checked")
        on = checked is not None and (checked.get(f"{_W14}val") or "1") not in _OFF
        said.add(TICKED if on else OPEN)
    elif content is not None and properties is not None and _is_on(properties.find(tag("showingPlcHdr"))):
        said.prompts.append("".join(text.text or "" for text in content.iter(tag("t"))).strip())
    elif content is not None:
        _walk(content, said, bold)


def _run(run: Any, said: ParagraphText, bold: bool) -> None:
    properties = run.find(tag("rPr"))
    if properties is not None and _is_on(properties.find(tag("vanish"))):
        return
    marks, font = _marks(properties, bold), _font(properties)
    for child in run:
        if child.tag == tag("t"):
            said.add(ticks.in_symbols(font, child.text or ""), marks)
        elif child.tag in _SIGNS:
            _break(child, said) if child.tag == tag("br") and child.get(tag("type")) == "page" else said.add(
                _SIGNS[child.tag], marks
            )
        elif isinstance(child.tag, str):
            _special(child, said, marks)


def _special(child: Any, said: ParagraphText, marks: tuple[bool, bool, bool]) -> None:
    if child.tag == tag("lastRenderedPageBreak"):
        _break(child, said)
    elif child.tag == tag("sym"):
        said.add(ticks.symbol(child.get(tag("font")) or "", int(child.get(tag("char")) or "0", 16)), marks)
    elif child.tag == tag("fldChar") and (data := child.find(tag("ffData"))) is not None:
        said.add(_form_field(data), marks)
    elif child.tag in (tag("footnoteReference"), tag("endnoteReference")):
        said.notes.append((child.tag.removeprefix(tag("")).removesuffix("Reference"), child.get(tag("id")) or ""))
    else:
        boxes = list(child.iter(tag("txbxContent")))
        said.boxes += boxes[:1]  # the second is the same box for older programs


def _form_field(data: Any) -> str:
    box, choice = data.find(tag("checkBox")), data.find(tag("ddList"))
    if box is not None:
        state = box.find(tag("checked"))
        state = box.find(tag("default")) if state is None else state
        return TICKED if _is_on(state) else OPEN
    if choice is not None:
        entries = [entry.get(tag("val")) or "" for entry in choice.findall(tag("listEntry"))]
        result = choice.find(tag("result"))
        number = int(result.get(tag("val")) or "0") if result is not None else 0
        return entries[number] if 0 <= number < len(entries) else ""
    return ""


def _break(element: Any, said: ParagraphText) -> None:
    said.told_pages = said.told_pages or element.tag == tag("lastRenderedPageBreak")
    if any(run.text.strip() for run in said.runs):
        said.breaks_after += 1
    else:
        said.breaks_before += 1


def _marks(properties: Any, bold: bool) -> tuple[bool, bool, bool]:
    if properties is None:
        return bold, False, False
    own = properties.find(tag("b"))
    struck = _is_on(properties.find(tag("strike"))) or _is_on(properties.find(tag("dstrike")))
    return (bold if own is None else _is_on(own)), struck, _is_marked(properties)


def _is_marked(properties: Any) -> bool:
    """Whether text is underlined, highlighted, shaded or in a colour by itself; a link is so by its style."""
    signs = (properties.find(tag(name)) for name in ("u", "highlight"))
    if any(sign is not None and sign.get(tag("val")) != "none" for sign in signs):
        return True
    colour, shade = properties.find(tag("color")), properties.find(tag("shd"))
    coloured = colour is not None and (colour.get(tag("val")) or "auto").lower() not in _PLAIN
    return coloured or (shade is not None and (shade.get(tag("fill")) or "auto").lower() not in _PLAIN)


def _font(properties: Any) -> str:
    fonts = None if properties is None else properties.find(tag("rFonts"))
    return "" if fonts is None else fonts.get(tag("ascii")) or fonts.get(tag("hAnsi")) or ""


def _is_on(element: Any) -> bool:
    return element is not None and (element.get(tag("val")) or "1") not in _OFF
