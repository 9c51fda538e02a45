"""The look that all papers share: A4, Calibri, quiet colours, Dutch unless another language is asked."""

from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from agreement_templates.source import package

INK, BLUE, GREY, RED = (RGBColor.from_string(code) for code in ("222831", "1F4E79", "555F6B", "9C1C1C"))
MARGIN = Cm(2)
TABLE = "Registertabel"


@dataclass(frozen=True)
class Look:
    """How a style looks: sizes and spaces in points, indents in cm."""

    size: float = 10.5
    colour: RGBColor = INK
    bold: bool = False
    before: float = 0
    after: float = 6
    lines: float = 1.15
    indent: float = 0
    hanging: float = 0
    stays_with_next: bool = False


def heading(size: float, before: float, after: float) -> Look:
    """The look of a heading: bold, blue, never alone at the foot of a page."""
    return Look(size, BLUE, bold=True, before=before, after=after, lines=1, stays_with_next=True)


LOOKS = {
    "Normal": Look(),
    "Title": heading(24, 0, 2),
    "Subtitle": Look(12, GREY, after=10, stays_with_next=True),
    "Heading 1": heading(16, 20, 6),
    "Heading 2": heading(12.5, 14, 5),
    "List Bullet": Look(after=3, indent=0.6, hanging=0.6),
    "List Bullet 2": Look(after=3, indent=1.2, hanging=0.5),
    "Footer": Look(8.5, GREY, after=0, lines=1),
    # Ours, under the names that Word shows to who edits a template.
    "Lid": Look(after=4, indent=1.1, hanging=1.1),
    "Sublid": Look(after=3, indent=1.8, hanging=0.7),
    "Overweging": Look(after=4, indent=0.7, hanging=0.7),
    "Concept": Look(11, RED, bold=True, after=10),
    "Toelichting": Look(9.5, GREY, before=6),
    "Tabelkop": Look(9.5, BLUE, bold=True, before=2, after=2, lines=1, stays_with_next=True),
    "Tabeltekst": Look(9.5, before=2, after=2, lines=1),
}
_OF_WORD = ("Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Bullet 2", "Footer")


def blank(*, landscape: bool, language: str) -> WordDocument:
    """An empty A4 document in this language ("nl-NL") with the shared styles and lists."""
    document = Document()
    package.strip(document, language)
    for name, look in LOOKS.items():
        add(document, name, look)
    document.styles.element.append(package.own("table_style.xml"))
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = BLUE, True
    _set_page(document, landscape)
    return document


def add(document: WordDocument, name: str, look: Look) -> None:
    """Give the document a style with this name and look, beside those that all papers share."""
    _dress(_style(document, name), look)


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    if name == "Normal":
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _OF_WORD)
    style.base_style = document.styles["Normal"]
    style.next_paragraph_style = document.styles["Normal"] if name.startswith(("Heading", "Title")) else style
    style.quick_style, style.hidden = True, False
    return style


def _dress(style: ParagraphStyle, look: Look) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(look.size), look.bold, look.colour
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), look.lines
    shape.left_indent, shape.first_line_indent = Cm(look.indent), Cm(-look.hanging)
    shape.keep_with_next = look.stays_with_next
    package.finish_style(style)


def _set_page(document: WordDocument, landscape: bool) -> None:
    section = document.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Cm(1)
    right = section.page_width - 2 * MARGIN
    document.styles["Footer"].paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT)
