"""What Word keeps as a control or a link: tick boxes of several makes, choices, fields of a form, addresses."""

from itertools import count
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

SPACES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
NUMBERS = count(1)


def content_control(ticked):
    """A check box as a content control (Word 2010 and later)."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{next(NUMBERS)}"/><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{'☒' if ticked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def form_field(ticked):
    """A check box as a legacy form field: the page shows it, the text does not hold it."""
    checked = "<w:checked/>" if ticked else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val=""/><w:enabled/><w:calcOnExit w:val="0"/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{checked}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def symbol(ticked):
    """A tick from the Wingdings font, as a symbol element."""
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'


def choice(text):
    """A list to choose from, as a content control in which one item was chosen."""
    items = "".join(f'<w:listItem w:displayText="{item}" w:value="{item}"/>' for item in ("Laag", "Midden", "Hoog"))
    kind = f'<w:dropDownList><w:listItem w:value="Kies een item."/>{items}</w:dropDownList>'
    return filled_control(kind, text)


def text_field(text):
    """A field of a form with the text that was filled in, as a content control."""
    return filled_control("<w:text/>", text)


def filled_control(kind, text):
    """A content control of a kind around a text."""
    inside = f"<w:sdtContent><w:r><w:t>{escape(text)}</w:t></w:r></w:sdtContent>"
    return f'<w:sdt {SPACES}><w:sdtPr><w:id w:val="{next(NUMBERS)}"/>{kind}</w:sdtPr>{inside}</w:sdt>'


def link(paragraph, text):
    """A web or mail address that can be clicked, as Word makes it of a typed one."""
    where = f"mailto:{text}" if "@" in text else text if "://" in text else f"https://{text}"
    number = paragraph.part.relate_to(where, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = f'<w:r><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    paragraph._p.append(parse_xml(f'<w:hyperlink {SPACES} {relations} r:id="{number}">{run}</w:hyperlink>'))
