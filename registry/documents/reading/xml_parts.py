"""The XML of a Word file: bounded and free of DOCTYPE before it is parsed, and parsed without looking elsewhere."""

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from threading import local
from typing import Any

from docx.opc.oxml import parse_xml
from lxml import etree

from registry.documents.language import places
from registry.documents.reading import bounds
from registry.documents.reading.package import Member
from registry.errors import TemplateRefused

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP_NAMES = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_TOO_MUCH = "Het Word-bestand is te groot om als sjabloon te gebruiken: er staat te veel {}."


def trees(members: Mapping[str, Member]) -> dict[str, Any]:
    """The root of each XML part by name. Raises `TemplateRefused` for broken XML, too much of it, or a DOCTYPE."""
    texts = {name: _utf8(name, member.content) for name, member in members.items() if is_xml(name, member.content)}
    _bound(texts.values())
    return {name: _parsed(name, _plain(name, text), parse_xml) for name, text in texts.items()}


def tree(name: str, content: bytes) -> Any:
    """The root of one XML part, of any size and to the letter. Raises `TemplateRefused` for broken XML or a DOCTYPE."""
    return _parsed(name, _plain(name, _utf8(name, content)), _parse_to_the_letter)


class _Parser(local):
    """A parser for each thread, since threads that share one wait for each other."""

    def __init__(self) -> None:
        self.whole = etree.XMLParser(resolve_entities=False, no_network=True)


_parser = _Parser()


def _parse_to_the_letter(text: bytes) -> Any:
    return etree.fromstring(text, _parser.whole)


def _plain(name: str, text: bytes) -> bytes:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise TemplateRefused(
            f"Het Word-bestand bevat een DOCTYPE, {places.named(name)}. Dat mag niet.", place=places.named(name)
        )
    return text


def is_xml(name: str, content: bytes) -> bool:
    """Whether a part is XML by its name or by its first sign, in whatever encoding."""
    start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return name.endswith(_MARKUP_NAMES) or start.startswith((b"<", b"\0<", *_WIDE))


def _utf8(name: str, content: bytes) -> bytes:
    # Word writes UTF-8. Any other encoding is a way to get a DOCTYPE past a reader of bytes.
    text = content.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.match(text)
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        declared = None
        text = b"\0"
    if b"\0" in text or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise TemplateRefused(
            f"Het Word-bestand is niet in UTF-8 geschreven, {places.named(name)}. Sla het in Word opnieuw op.",
            place=places.named(name),
        )
    return text


def _bound(texts: Iterable[bytes]) -> None:
    texts = list(texts)
    if sum(map(len, texts)) > bounds.MOST_XML:
        raise TemplateRefused(_TOO_MUCH.format("tekst in"))
    if sum(text.count(b"<") for text in texts) > bounds.MOST_MARKUP:
        raise TemplateRefused(_TOO_MUCH.format("opmaak in"))
    if sum(text.count(b"=") for text in texts) > bounds.MOST_ATTRIBUTES:
        raise TemplateRefused(_TOO_MUCH.format("opmaak in"))


def _parsed(name: str, text: bytes, parse: Callable[[Any], Any]) -> Any:
    try:
        return parse(text)
    except (SyntaxError, ValueError) as error:  # SyntaxError is what lxml raises for broken XML
        raise TemplateRefused(
            f"Het Word-bestand is beschadigd, {places.named(name)}. Open het in Word en sla het opnieuw op.",
            place=places.named(name),
        ) from error
