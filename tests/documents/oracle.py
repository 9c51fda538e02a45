"""docxtpl as the judge: what it makes of a template, to hold against ours part by part."""

from collections.abc import Callable
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from registry.documents import fill
from registry.dutch import yes_no
from tests.documents.specimens import parts

LEFT_OUT = ("docProps/", "_rels/", "[Content_Types].xml")  # ours on purpose, or only in another order


def by_docxtpl(template: bytes, values: dict, *, finalize: Callable | None = None) -> bytes:
    """What docxtpl makes of these values, with autoescape."""
    document = DocxTemplate(BytesIO(template))
    document.render(values, Environment(undefined=StrictUndefined, finalize=finalize), autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _dutch(value: object) -> object:
    return yes_no(value) if isinstance(value, bool) else value


def differing(template: bytes, values: dict) -> list[str]:
    """The names of the XML parts that differ from docxtpl's after canonicalisation."""
    ours, theirs = parts(fill(template, values).content), parts(by_docxtpl(template, values, finalize=_dutch))
    names = [name for name in theirs if name.endswith(".xml") and not name.startswith(LEFT_OUT)]
    return [name for name in names if canonical(ours[name]) != canonical(theirs[name])]


def canonical(xml: bytes) -> bytes:
    """The XML in the one form that equal documents share."""
    return etree.tostring(etree.fromstring(xml), method="c14n")
