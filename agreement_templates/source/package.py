"""The parts of a Word file that python-docx has no words for."""

from pathlib import Path

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from registry.documents.word import LANGUAGE

PARTS = Path(__file__).parent / "parts"
BULLETS, ARTICLES, LETTERS = 1, 2, 3  # the lists in parts/numbering.xml

BAR = "1F4E79"
# What our own parts say in another language, as they say it in Dutch.
_TRANSLATED = {
    "en-GB": {LANGUAGE: "en-GB", '"Artikel ': '"Article ', 'decimalSymbol w:val=","': 'decimalSymbol w:val="."'}
}

_BODY_TEXT = 9
_KEPT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_UNUSED = ("/stylesWithEffects", "/webSettings", "/customXml", "/theme", "/thumbnail", "/extended-properties")


def own(name: str, language: str = LANGUAGE) -> BaseOxmlElement:
    """The XML of our own part `name`, in this language."""
    return parse_xml(_bytes(name, language))


def _bytes(name: str, language: str) -> bytes:
    text = (PARTS / name).read_text(encoding="utf-8")  # as text, so that a checkout on Windows gives the same
    for dutch, translated in _TRANSLATED.get(language, {}).items():
        text = text.replace(dutch, translated)
    return text.encode()


def strip(document: WordDocument, language: str) -> None:
    """Replace what python-docx begins with (eighty styles, a theme, a thumbnail) by our own parts."""
    for relations in (document.part.rels, document.part.package.rels):
        for number in [number for number, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[number]
    document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = _bytes("fonts.xml", language)
    document.settings._element[:] = list(own("settings.xml", language))
    document.part.numbering_part.element[:] = list(own("numbering.xml", language))
    if language != LANGUAGE:
        document.core_properties.language = language
    _strip_styles(document.styles.element, language)


def _strip_styles(styles: BaseOxmlElement, language: str) -> None:
    for style in styles.style_lst:
        if style.styleId not in _KEPT_STYLES:
            styles.remove(style)
    styles.replace(styles.find(qn("w:docDefaults")), own("defaults.xml", language))


def finish_style(style: ParagraphStyle) -> None:
    """Give a style its outline level, its bullets, and a heading no hyphens."""
    properties = style.element.get_or_add_pPr()
    heading = style.name.startswith("Heading")
    # Said of other styles too: joining needed it once, and what is shipped does not change without a reason.
    properties.get_or_add_outlineLvl().val = int(style.name[-1]) - 1 if heading else _BODY_TEXT
    if heading or style.name == "Title":
        properties.spacing.addprevious(OxmlElement("w:suppressAutoHyphens"))
    if style.name.startswith("List Bullet"):
        number(properties, BULLETS, level=style.name.count("2"))


def speak(paragraph: Paragraph, language: str) -> None:
    """Tell screen readers and the spelling checker that this paragraph is in another language than its document."""
    for run in paragraph.runs:
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), language)
        run._r.get_or_add_rPr().append(mark)


def number(properties: BaseOxmlElement, list_number: int, level: int) -> None:
    """Make a paragraph, or a style, an item of a list."""
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = list_number


def field(paragraph: Paragraph, instruction: str, shown: str = "1") -> None:
    """Add a field: Word carries out `instruction` (PAGE, HYPERLINK) and shows the result."""
    for kind in ("begin", "separate", "end"):
        character = OxmlElement("w:fldChar")
        character.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(character)
        if kind == "begin":
            text = OxmlElement("w:instrText")
            text.text = instruction
            paragraph.add_run()._r.append(text)
        if kind == "separate":
            paragraph.add_run(shown, style="Hyperlink" if instruction.startswith("HYPERLINK") else None)


def shade(run: Run) -> None:
    """Colour what stands in the run: blanks become a bar, which screen readers pass over."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", BAR)):
        shading.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(shading)


def describe(table: Table, title: str) -> None:
    """Give a table the title that screen readers say."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    table._tbl.tblPr.append(caption)


def repeat(row: _Row) -> None:
    """Mark a row as the header, which returns on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
