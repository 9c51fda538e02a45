"""Fills a template by docxtpl, which is kept from guessing and from leaving text out."""

from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from registry.documents.language import PaperEnvironment
from registry.documents.values import Fields
from registry.documents.word import opened
from registry.errors import TemplateRefused

_NOT_ALLOWED = "Het sjabloon bevat een opdracht die niet mag, zoals een berekening of een aanroep."
_NOT_FILLED = "Het sjabloon kan niet worden ingevuld: een opdracht erin bestaat niet of past niet bij het veld."
_MISPLACED = "Een opdracht in het sjabloon staat op een verkeerde plaats, bijvoorbeeld half in een tabel."


class StrictTemplate(DocxTemplate):
    """A docxtpl template that reports broken XML instead of mending it, and leaves the properties to us."""

    def fix_tables(self, xml: str) -> Any:
        """The tree of `xml`, parsed strictly first: docxtpl's own parser drops what it cannot read."""
        parse_xml(xml)
        return super().fix_tables(xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Nothing: `word.saved` writes the properties."""


def rendered(content: bytes, values: Fields) -> WordDocument:
    """The template in `content`, filled with `values`. Raises `TemplateRefused` with what is wrong in the template."""
    opened(content)  # refuses what is no Word file
    template = StrictTemplate(BytesIO(content))
    try:
        template.render(values, PaperEnvironment(values), autoescape=True)
    except (TemplateError, TypeError, RecursionError) as error:
        raise TemplateRefused(_reason(error)) from error
    except SyntaxError as error:  # what lxml raises for broken XML
        raise TemplateRefused(_MISPLACED) from error
    document: WordDocument = template.docx
    return document


def _reason(error: Exception) -> str:
    match error:
        case SecurityError():
            return _NOT_ALLOWED
        case TemplateSyntaxError():
            return f"Een opdracht in het sjabloon klopt niet, bij “{_place(error)}”."
        case UndefinedError():
            return str(error.message)
    return _NOT_FILLED


def _place(error: TemplateSyntaxError) -> str:
    # docxtpl gives the paragraphs round the fault, from three before it.
    paragraphs = list(getattr(error, "docx_context", []))
    place = min(error.lineno - 1, 3)
    return paragraphs[place].strip()[:80] if place < len(paragraphs) else error.message or ""
