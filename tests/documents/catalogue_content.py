"""Catalogue X: XML that attacks its reader, and active content in Word files."""

from collections.abc import Callable

from tests.documents.building import BODY, RELS, TYPES, W, changed, linked, xml_file, zipped
from tests.documents.specimens import parts, word_file

Case = Callable[[], bytes]

WORD = word_file("{{ naam }}")
LAUGHS = "".join(f'<!ENTITY a{n + 1} "' + f"&a{n};" * 10 + '">' for n in range(9))
DOCTYPES = {
    "X01 an internal entity": '<!DOCTYPE x [<!ENTITY a "weg">]>',
    "X02 an external file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "X02 an external address": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>',
    "X02 a UNC path": r'<!DOCTYPE x [<!ENTITY a SYSTEM "\\127.0.0.1\share\x">]>',
    "X03 a parameter entity": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>',
    "X04 a billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "X04 a quadratic entity": f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>',
}
PARTS = (BODY, TYPES, RELS, "_rels/.rels", "docProps/core.xml", "word/styles.xml", "word/settings.xml")
DEEP = 100_000
ATTRIBUTES = "<x " + " ".join(f'a{number}=""' for number in range(1_000_000)) + "/>"


def with_doctype(part: str, doctype: str, encoding: str = "utf-8") -> bytes:
    """The Word file with a DOCTYPE in one part, in an encoding."""
    xml = parts(WORD)[part].decode("utf-8")
    body = xml[xml.index("?>") + 2 :]
    return changed(WORD, {part: f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{body}'.encode(encoding)})


def field(*codes: str, between: str = "") -> bytes:
    """A Word file with a field whose code stands in several runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>{between}" for code in codes)
    return xml_file(f"<w:p>{char('begin')}{runs}{char('separate')}<w:r><w:t>1</w:t></w:r>{char('end')}</w:p>")


def char(kind: str) -> str:
    """The mark of the beginning, the middle or the end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def simple(code: str) -> bytes:
    """A Word file with a field in one piece."""
    return xml_file(f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')


CHOSEN = "<w:r><w:t>{% if naam %}</w:t></w:r><w:r><w:t>{% endif %}</w:t></w:r>"
OLE = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r></w:p>'
VML = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://127.0.0.1/x"/></w:pict></w:r></w:p>'
CODES = [
    "DDE x y",
    "DDEAUTO c:\\x",
    "INCLUDETEXT x",
    "INCLUDEPICTURE x",
    "IMPORT x",
    "QUOTE 68 68 69",
    "RD x",
    "DATABASE",
]

REFUSED: dict[str, Case] = (
    {
        f"{name} in {part}": lambda part=part, doctype=doctype: with_doctype(part, doctype)
        for name, doctype in DOCTYPES.items()
        for part in PARTS
    }
    | {
        f"X06 a DOCTYPE in {encoding}": lambda encoding=encoding: with_doctype(
            "word/styles.xml", DOCTYPES["X01 an internal entity"], encoding
        )
        for encoding in ("utf-16", "utf-16-le", "utf-7", "utf-32", "latin-1", "cp037")
    }
    | {f"X10 {code.split()[0]}": lambda code=code: field(code) for code in CODES}
    | {f"X10 {code.split()[0]} in one piece": lambda code=code: simple(code.replace('"', "")) for code in CODES}
    | {
        "X07 depth 300": lambda: xml_file("<w:p>" * 300 + "</w:p>" * 300),
        "X07 depth 100,000": lambda: zipped(
            parts(WORD) | {BODY: f"<w:document {W}>{'<w:p>' * DEEP}{'</w:p>' * DEEP}</w:document>".encode()},
            compression=0,
        ),
        "X07 1,000,000 attributes": lambda: zipped(parts(WORD) | {BODY: ATTRIBUTES.encode()}),
        "X07 an attribute of 21 MB": lambda: xml_file(f'<w:p w:rsidR="{"x" * 21_000_000}"/>'),
        "X08 a template elsewhere": lambda: linked(WORD, "attachedTemplate", "http://127.0.0.1/t.dotm"),
        "X09 a picture elsewhere": lambda: linked(WORD, "image", "http://127.0.0.1/x.png"),
        "X09 a picture on a share": lambda: linked(WORD, "image", r"\\10.0.0.1\share\x.png"),
        "X09 an object elsewhere": lambda: linked(WORD, "oleObject", "file:///x"),
        "X09 a frame": lambda: linked(WORD, "frame", "http://127.0.0.1/"),
        "X09 a subdocument": lambda: linked(WORD, "subDocument", "x.docx"),
        "X09 a picture by its address": lambda: xml_file(VML),
        "X09 a link to a file": lambda: linked(WORD, "hyperlink", "file:///etc/passwd"),
        "X09 a link that runs": lambda: linked(WORD, "hyperlink", "javascript:alert(1)"),
        "X09 a part outside the file": lambda: linked(WORD, "image", "../../../x.png", mode="Internal"),
        "X10 DDEAUTO over two runs": lambda: field("DDE", "AUTO c:\\x"),
        "X10 DDEAUTO in small letters": lambda: field(" ddeauto x"),
        "X10 a code that comes from a value": lambda: field("{{ naam }}"),
        "X10 a code that is completed by a value": lambda: field("DD{{ naam }}"),
        "X10 a code that a tag chooses": lambda: field("PAGE", "DDEAUTO x", between=CHOSEN),
        "X10 a code outside its field": lambda: xml_file("<w:p><w:r><w:instrText>DDEAUTO x</w:instrText></w:r></w:p>"),
        "X10 a field in a code": lambda: field(
            f"HYPERLINK</w:instrText></w:r>{char('begin')}<w:r><w:instrText>QUOTE 68"
        ),
        "X11 ActiveX": lambda: changed(WORD, {"word/activeX/activeX1.bin": b"x"}),
        "X11 an embedded file": lambda: changed(WORD, {"word/embeddings/oleObject1.bin": b"x"}),
        "X11 an OLE object": lambda: xml_file(OLE),
        "X11 own buttons": lambda: changed(WORD, {"customUI/customUI.xml": b"<customUI/>"}),
        "X11 a file that is taken in": lambda: xml_file('<w:altChunk w:id="x"/>'),
        "X11 a link to a file that is taken in": lambda: linked(WORD, "aFChunk", "x.html", mode="Internal"),
        "broken XML": lambda: changed(WORD, {BODY: b"<w:document>"}),
    }
)

KEPT: dict[str, Case] = {
    "X09 a link to a site": lambda: linked(WORD, "hyperlink", "https://www.privacyconvenant.nl"),
    "X09 a link to an address": lambda: linked(WORD, "hyperlink", "mailto:fg@example.nl"),
    "a page number": lambda: field(" PAGE ", " \\* MERGEFORMAT"),
    "a link whose address is a value": lambda: field('HYPERLINK "{{ naam }}"'),
    "the number of pages, in one piece": lambda: simple("NUMPAGES"),
}
