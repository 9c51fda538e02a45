"""Paper as Word keeps it: runs, tick boxes of every make, changes under track, text boxes, tables with merged cells."""

import re
from copy import deepcopy
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .controls import NUMBERS, SPACES, choice, content_control, form_field, link, symbol, text_field

SIGN = re.compile(r"(\*\*|~~|\{\+|\+\}|\{-|-\}|\[(?:sdt|ff|wd|wt)[01]\]|\[page\]|\[(?:dd|tx):[^\]]*\]|\[@[^\]]+\])")
TURNS = {"**": ("bold", None), "~~": ("strike", None), "{+": ("ins", True), "+}": ("ins", False)}
TURNS |= {"{-": ("del", True), "-}": ("del", False)}


def new_paper(font="Calibri", size=10):
    """An empty document without a maker's name, and without the hundred table styles that nobody uses here."""
    paper = Document()
    for style in [style for style in paper.styles if style.type == WD_STYLE_TYPE.TABLE]:
        if style.name not in ("Normal Table", "Table Grid"):
            style.delete()
    for name in [name for name, rel in paper.part.rels.items() if rel.reltype.endswith("stylesWithEffects")]:
        del paper.part.rels[name]
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    paper.core_properties.author = paper.core_properties.comments = ""
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = font, Pt(size)
    return paper


def write(paragraph, text):
    """Put a line with its signs (bold, struck, changed, boxes) into a paragraph."""
    state = dict.fromkeys(("bold", "strike", "ins", "del"), False)
    for piece in SIGN.split(text):
        if piece in TURNS:
            name, to = TURNS[piece]
            state[name] = not state[name] if to is None else to
        elif SIGN.fullmatch(piece):
            write_sign(paragraph, piece[1:-1])
        elif piece:
            write_run(paragraph, piece, state)


def write_run(paragraph, text, state):
    """One run as the state says; inserted and deleted runs lie in their own element, as Word keeps them."""
    run = paragraph.add_run(text)
    run.bold, run.font.strike = state["bold"] or None, state["strike"] or None
    for kind in ("ins", "del"):
        if state[kind]:
            who = f'w:id="{next(NUMBERS)}" w:author="Leverancier" w:date="2025-01-06T09:00:00Z"'
            around = parse_xml(f"<w:{kind} {SPACES} {who}/>")
            run._r.addprevious(around)
            around.append(run._r)
    if state["del"]:
        for node in run._r.findall(qn("w:t")):
            node.tag = qn("w:delText")


def write_sign(paragraph, sign):
    """A tick box of one of four makes, the number of the page, a field of a form or a link."""
    if sign == "page":
        paragraph._p.append(parse_xml(f'<w:fldSimple {SPACES} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
        return
    if sign.startswith("@"):
        link(paragraph, sign[1:])
        return
    if sign.startswith(("dd:", "tx:")):
        make = choice if sign.startswith("dd:") else text_field
        paragraph._p.append(parse_xml(make(sign[3:])))
        return
    kind, ticked = sign[:-1], sign[-1] == "1"
    if kind == "wt":
        paragraph.add_run("þ" if ticked else "¨").font.name = "Wingdings"
        return
    make = {"sdt": content_control, "ff": form_field, "wd": symbol}[kind]
    for element in parse_xml(f"<w:p {SPACES}>{make(ticked)}</w:p>"):
        paragraph._p.append(element)


def write_box(paper, lines):
    """A text box as Word writes it: the drawing, and the same text again for old readers."""
    inside = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    number = next(NUMBERS)
    xml = (
        f'<w:p {SPACES}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="1100000"/>'
        f'<wp:docPr id="{number}" name="Tekstvak {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1100000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:425pt;height:86pt">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    paper.element.body.insert(len(paper.element.body) - 1, parse_xml(xml))


def write_table(paper, rows, style="Table Grid", widths=None):
    """Rows of texts as a table: "^" joins a cell with the one above, "<" with the last, " // " starts a line.

    Widths are those of the columns in millimetres; without them all are equally wide.
    """
    table = paper.add_table(len(rows), max(map(len, rows)), style=style)
    for column, width in zip(table.columns, widths or (), strict=bool(widths)):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for across, row in enumerate(rows):
        for along, text in enumerate(row):
            cell = table.cell(across, along)
            if text in ("^", "<"):
                table.cell(across - (text == "^"), along - (text == "<")).merge(cell)
                continue
            for number, line in enumerate(text.split(" // ")):
                write(cell.add_paragraph() if number else cell.paragraphs[0], line.strip())
    paper.add_paragraph()


def write_edge(edge, text):
    """The text of a header or footer."""
    paragraph = edge.paragraphs[0] if not edge.paragraphs[0].text else edge.add_paragraph()
    write(paragraph, text)


def break_page(paper):
    """A new page."""
    paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def lay_in_columns(paper, number):
    """Start a part that is set in columns; the parts before stay as they were."""
    section = paper.add_section(0)
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = deepcopy(parse_xml(f"<w:cols {SPACES}/>"))
        section._sectPr.append(columns)
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), "400")


def dress(paper, colour):
    """Headings in the house colour of the supplier and the letter of the text."""
    for level in (1, 2, 3):
        font = paper.styles[f"Heading {level}"].font
        font.color.rgb, font.name = RGBColor.from_string(colour), paper.styles["Normal"].font.name


def turn(paper):
    """Lay the pages on their side."""
    section = paper.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
