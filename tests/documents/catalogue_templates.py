"""Catalogue T: templates that try to run something, to read something, or to keep the program busy."""

from collections.abc import Callable
from io import BytesIO

from docx import Document

from tests.documents.building import changed, linked, with_notes, xml_file
from tests.documents.constructs import BOX
from tests.documents.specimens import word_file

Case = Callable[[], bytes]

ATTACK = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"
RUNS = f"<w:p><w:r><w:t>{{</w:t></w:r>{'<w:r/>' * 100_000}<w:r><w:t>{{</w:t></w:r></w:p>"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{}"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def _in_text(text: str) -> Case:
    return lambda: word_file(text)


def _with_property(name: str, text: str) -> bytes:
    document = Document()
    document.add_paragraph("x")
    setattr(document.core_properties, name, text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _expressions() -> dict[str, Case]:
    told = {
        "T01 a class behind a text": "{{ ''.__class__.__mro__ }}",
        "T02 a command of the system": ATTACK,
        "T11 the environment": "{{ lipsum.__globals__['os'].environ }}",
        "T12 a hidden name by a filter": r"{{ ''|attr('\x5f\x5fclass\x5f\x5f') }}",
        "T12 a hidden name in pieces": "{{ ''['__cla'~'ss__'] }}",
        "T14 include": "{% include '/etc/passwd' %}",
        "T14 import": "{% import 'os' as os %}",
        "T14 extends": "{% extends 'x' %}",
        "T14 from import": "{% from 'x' import y %}",
        "T17 the context": "{{ self._TemplateReference__context }}",
        "T17 debug": "{% debug %}",
        "T18 an endless loop": "{% for i in range(10**9) %}{% endfor %}",
        "T18 two loops": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "T19 a text times a number": "{{ 'a'*10**10 }}",
        "T19 a list as a text": "{{ range(99999)|list|string*2000 }}",
        "T19 a width": "{{ '%09999999d'|format(1) }}",
        "T23 an unknown field": "{{ onbekend_veld }}",
        "T23 a field that is nearly known": "{{ leverancier.naaam }}",
        "T24 half a tag": "{{ ",
        "T24 a loop without an end": "{% for x in rijen %}",
        "T24 an end without a loop": "{% endfor %}",
        "T24 curly quotes round a name": "{{ ‘krul }}",
        "T25 safe": "{{ leverancier.naam|safe }}",
        "T25 autoescape": "{% autoescape false %}{{ leverancier.naam }}{% endautoescape %}",
        "a method of a text": "{{ leverancier.naam.upper() }}",
        "a thousand brackets": "{{ " + "(" * 400 + "1" + ")" * 400 + " }}",
        "a long row of names": "{{ a" + ".b" * 400 + " }}",
        "a long condition": "{{ " + "not " * 200 + "a }}",
        "tags deep in each other": "{% if rijen %}" * 500 + "{% endif %}" * 500,
        "loops deep in each other": "{% for r in rijen %}" * 30 + "{% endfor %}" * 30,
        "a hundred thousand tags": "{{ leverancier.naam }}" * 100_000,
        "a tag that is very long": "{{ leverancier.naam " + " " * 100_000 + " }}",
    }
    return {name: _in_text(text) for name, text in told.items()}


REFUSED: dict[str, Case] = _expressions() | {
    "T03 in a cell": lambda: word_file(cell=ATTACK),
    "T04 in a header": lambda: word_file(header=ATTACK),
    "T05 in a footer": lambda: word_file(footer=ATTACK),
    "T06 in a footnote": lambda: with_notes(word_file("x"), "footnotes", ATTACK),
    "T06 in an endnote": lambda: with_notes(word_file("x"), "endnotes", ATTACK),
    "T07 in a text box": lambda: xml_file(BOX.format(ATTACK)),
    "T08 in the core title": lambda: _with_property("title", ATTACK),
    "T10 in a field code": lambda: xml_file(FIELD.format(ATTACK)),
    "T20 50,000 openers of a statement": _in_text("{%" * 50_000),
    "T20 50,000 braces": _in_text("{" * 50_000),
    "T20 50,000 openers of a value": _in_text("{{" * 50_000),
    "T20 50,000 openers of a comment": _in_text("{#" * 50_000),
    "T20 100,000 runs inside a tag": lambda: xml_file(RUNS),
    "T20 openers in an alt text": lambda: xml_file(f'<w:p w:rsidR="{"{%" * 50_000}"/>'),
    "T20 openers in a comment": _in_text("{#" + "{{" * 50_000 + "#}"),
}

KEPT: dict[str, Case] = {  # never run: the text stays as it is
    "T10 in the keywords": lambda: _with_property("keywords", ATTACK),
    "T10 in the target of a link": lambda: linked(word_file("x"), "hyperlink", "https://example.nl/{{ 7*7 }}"),
    "T10 in a custom part": lambda: changed(word_file("x"), {"customXml/item1.xml": f"<x>{ATTACK}</x>".encode()}),
    "T20 50,000 closers": _in_text("#}" * 50_000 + "%}" * 50_000 + "}}" * 50_000),
    "T20 100,000 runs between two braces": lambda: xml_file(
        RUNS.replace("{</w:t></w:r></w:p>", "x</w:t></w:r></w:p>"), "{{ leverancier.naam }}"
    ),
    "T24 a hard space inside a tag": _in_text("{{\u00a0leverancier.naam\u00a0}}"),
    "T28 text that looks like XML": _in_text("Jansen & Zonen < 5"),
}
