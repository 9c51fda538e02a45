"""Every construct of docxtpl's documentation: equal here, different (how) or refused (why)."""

from dataclasses import dataclass, field

from tests.documents.building import BODY, table_file, with_notes, xml_file
from tests.documents.specimens import word_file

VALUES = {
    "naam": "Jansen & Zonen",
    "leeg": "",
    "wel": True,
    "niet": False,
    "aantal": 3,
    "regels": "een\ntwee\tdrie",
    "school": {"naam": "De Regenboog", "plaats": "Waterveen"},
    "rijen": [{"a": "1", "b": "<x>"}, {"a": "2", "b": "]]>"}, {"a": "3", "b": "é 👩‍🏫"}],
    "kolommen": ["a", "b", "c", "d"],
    "niets": [],
}
RUN = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r><w:r><w:t xml:space="preserve"> na</w:t></w:r></w:p>'
SPLIT = (
    '<w:p><w:r><w:t>voor {</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:i/></w:rPr><w:t>{ na</w:t></w:r>'
    '<w:r><w:t>am }</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>} na</w:t></w:r></w:p>'
)
BOX = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}'
    "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="{}" name="Logo" descr="logo van {{{{ naam }}}}"/></wp:inline></w:drawing></w:r></w:p>'
)
INSERTED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{{ aan</w:t></w:r></w:ins><w:r><w:t>tal }}</w:t></w:r></w:p>'
LIST = ["{%tr for rij in rijen %}", ""], ["{{ rij.a }}", "{{ rij.b }}"], ["{%tr endfor %}", ""]


@dataclass(frozen=True)
class Construct:
    """A construct by its name, and a template that uses it."""

    name: str
    template: bytes = field(repr=False)


EQUAL = [
    Construct("{{ }} of a name and an attribute", word_file("{{ naam }}, {{ school.naam }} {{ aantal }}")),
    Construct("{% if %} {% elif %} {% else %}", word_file("{% if niet %}a{% elif wel %}b{% else %}c{% endif %}")),
    Construct("conditions", word_file("{% if not leeg and (aantal > 2 or niet) and 'a' in kolommen %}ja{% endif %}")),
    Construct("a comparison of texts", word_file("{% if school.naam == 'De Regenboog' %}a{% else %}b{% endif %}")),
    Construct("{{ a if b else c }}", word_file("{{ naam if wel else leeg }}; {{ leeg or 'niets' }}")),
    Construct("{% if x is defined %}", word_file("{% if zwembad is defined %}x{% else %}geen{% endif %}")),
    Construct("{% for %} in a paragraph", word_file("{% for rij in rijen %}{{ rij.a }}, {% endfor %}")),
    Construct("{% for %} {% else %}", word_file("{% for x in niets %}{{ x }}{% else %}leeg{% endfor %}")),
    Construct(
        "loop",
        word_file("{% for k in kolommen %}{{ loop.index }}{{ k }}{% if not loop.last %},{% endif %}{% endfor %}"),
    ),
    Construct(
        "filters", word_file("{{ kolommen|join(', ') }} {{ kolommen|first }} {{ kolommen|last }} {{ rijen|length }}")
    ),
    Construct("{%p if %}", word_file("{%p if niet %}", "weg", "{%p else %}", "blijft", "{%p endif %}", "slot")),
    Construct("{%p for %}", word_file("{%p for rij in rijen %}", "{{ rij.a }}: {{ rij.b }}", "{%p endfor %}")),
    Construct("{% if %} over paragraphs", word_file("a {% if niet %}", "weg", "{% endif %} b", "c")),
    Construct("{%tr for %}", table_file(["kop", "kop"], *LIST)),
    Construct("{%tr if %}", table_file(["a", "b"], ["{%tr if niet %}", ""], ["weg", "weg"], ["{%tr endif %}", ""])),
    Construct("{%tc for %}", table_file(["x", "{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"])),
    Construct(
        "{%tc if %}", table_file(["x", "{%tc if niet %}", "weg", "{%tc endif %}", "y"], ["1", "2", "3", "4", "5"])
    ),
    Construct("a table in {%p for %}", word_file("{%p for rij in rijen %}", "x", "{%p endfor %}", cell="{{ naam }}")),
    Construct("{% vm %}", table_file(*LIST[:1], ["{% vm %}{{ naam }}", "{{ rij.b }}"], *LIST[2:])),
    Construct("{%r if %}", xml_file(RUN.format("{%r if wel %}vet{%r endif %}"))),
    Construct("{# comment #}", word_file("a{# {{ onbekend }} #}b", "{#p een hele alinea #}", "c")),
    Construct("{#tr comment #}", table_file(["a"], ["{#tr een rij #}"], ["b"])),
    Construct("{%- -%}", word_file("een {% if wel -%}", "twee", "{%- endif %} drie")),
    Construct("escaped delimiters", word_file("{_{ naam }_} {_% if %_}")),
    Construct("line breaks and tabs in a value", xml_file(RUN.format("{{ regels }}"))),
    Construct("a tag over several runs, with proofErr", xml_file(SPLIT)),
    Construct("curly quotes in a tag", word_file("{% if school.naam == “De Regenboog” %}a{% endif %}{{ ‘x’ }}")),
    Construct("comparisons that XML escapes", word_file("{% if aantal < 5 and aantal >= 3 %}a{% endif %}")),
    Construct("header and footer", word_file(header="{{ naam }}", footer="{% if wel %}{{ regels }}{% endif %}")),
    Construct("footnotes", with_notes(word_file("x"), "footnotes", "{{ naam }}")),
    Construct(
        "a value in a field code",
        xml_file('<w:p><w:r><w:instrText>HYPERLINK "{{ regels }}"</w:instrText></w:r></w:p>'),
    ),
    Construct("a text box", xml_file(BOX.format("{{ naam }}"))),
    Construct("pictures get new numbers; their description is filled", xml_file(PICTURE.format(1) + PICTURE.format(1))),
    Construct("{% raw %}-like text that is no tag", word_file("{ naam } %} }} #}")),
]

DIFFERENT = {  # how, with a template, the part of it, and what stands there with us
    "a constant is written as it was typed; docxtpl writes `a &amp; b`": (
        word_file("{{ 'a & b' }}"),
        BODY,
        "a &amp; b<",
    ),
    "truth is written ja or nee; docxtpl writes True or False": (word_file("{{ wel }}"), BODY, ">ja<"),
    "endnotes are filled; docxtpl leaves them as they are": (
        with_notes(word_file("x"), "endnotes", "{{ aantal }}"),
        "word/endnotes.xml",
        ">3<",
    ),
    "an insertion with half a tag in it is accepted; docxtpl breaks the XML": (xml_file(INSERTED), BODY, ">3<"),
    "the core title is that of the paper, and no author or date is kept": (
        word_file("x"),
        "docProps/core.xml",
        "nl-NL",
    ),
}

REFUSED = [  # the tag, and why
    ("{{r naam }}", "prints markup"),
    ("{{p naam }}", "prints markup, or a subdocument"),
    ("{% cellbg naam %}", "writes into the layout"),
    ("{% colspan aantal %}", "writes into the layout"),
    ("{% hm %}", "calculates"),
    ("{% set x = naam %}", "no variables of its own"),
    ("{% macro x() %}{% endmacro %}", "no functions"),
    ("{{ naam|upper }}", "a filter that is not on the list"),
    ("{{ naam|safe }}", "prints markup"),
    ("{{ naam.upper() }}", "no calls"),
    ("{{ aantal + 1 }}", "no arithmetic"),
    ("{{ rijen[0].a }}", "no numbers of items"),
    ("{% for a, b in rijen %}{% endfor %}", "one name a loop"),
    ("{% for rij in rijen if rij.a %}{% endfor %}", "no condition in a loop"),
    ("{% raw %}{{ naam }}{% endraw %}x{% filter upper %}{% endfilter %}", "no filter blocks"),
    ("{% include 'x' %}", "no other files"),
]
