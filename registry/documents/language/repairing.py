"""Makes a Jinja source of the XML of a template: Word's noise taken out of the tags, docxtpl's own tags translated."""

import re
from typing import Any

from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from registry.documents.language import places
from registry.documents.reading import bounds
from registry.errors import TemplateRefused

_DOCXTPL = DocxTemplate(None)  # translates only; it never gets a file, so threads may share it
_UNWRAPPED = (qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"))
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_EDGE = re.compile(r"\{[{%#]|[}%#]\}")
_OPENER = re.compile(r"\{[{%#]")
_ANY_SIGN = re.compile(r"\{[{%#_]|[}%]_\}")  # `{_{` is how docxtpl writes `{{` itself
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_NOT_OURS = re.compile(r"\{%\s*(colspan|cellbg|hm)\b|\{\{(r|p|tr|tc)\s")  # they print markup, or calculate


def has_tags(root: Any) -> bool:
    """Whether there is anything to fill in: in the text, or in an attribute."""
    return any(_ANY_SIGN.search(text) for text in ["".join(root.itertext()), *_attributes(root)])


def source(part: str, root: Any) -> str:
    """The Jinja source of a part; each paragraph begins on a line of its own, so that a line number is a place.

    Raises `TemplateRefused` for tags that are not closed, and for more of them than docxtpl can translate in time.
    """
    _bound(part, root)
    for paragraph in root.iter(qn("w:p")):
        _accept_insertions(paragraph)
    plain = _DOCXTPL.xml_to_string(root)
    if len(plain) > bounds.MOST_TRANSLATED:
        raise _refused("Het sjabloon heeft te veel tekst en opmaak", part, "")
    xml = _DOCXTPL.patch_xml(plain)
    return _PARAGRAPH.sub("\n<w:p", re.sub(r"\n(?=<w:p[ >])", "", xml))


def _attributes(root: Any) -> list[str]:
    return [value for element in root.iter("*") for value in element.attrib.values() if "{" in value]


def _bound(part: str, root: Any) -> None:
    # A text box stands inside a paragraph, so its text counts twice here, which does no harm.
    texts = ["".join(paragraph.itertext()) for paragraph in root.iter(qn("w:p"))]
    tags = 0
    for text in filter(_OPENER.search, [*texts, *_attributes(root), *_outside(root)]):
        found, broken, _rest = _tags(text)
        for comment in [tag for tag in found if tag.startswith("{#")]:
            inside, broken_inside, _rest = _tags(comment[2:-2])
            found, broken = found + inside, broken or broken_inside
        tags += len(found)
        if strange := next(filter(_NOT_OURS.match, found), ""):
            raise _refused("Deze opdracht van docxtpl bestaat hier niet", part, strange)
        if broken or (broken := next((tag for tag in found if len(tag) > bounds.LONGEST_TAG), "")):
            raise _refused("Een opdracht in het sjabloon klopt niet", part, broken)
    if tags > bounds.MOST_TAGS:
        raise _refused(f"Het sjabloon heeft meer dan {bounds.MOST_TAGS} opdrachten", part, "")


def _outside(root: Any) -> list[str]:
    """The texts that stand in no paragraph, where Word has none."""
    loose = [element for element in root.iter("*") if element.text and "{" in element.text]
    return [element.text for element in loose if next(element.iterancestors(qn("w:p")), None) is None]


def _tags(text: str) -> tuple[list[str], str, str]:
    """The tags in a text, what follows the first that is not closed, and the text without its tags.

    One pass: a regular expression for a whole tag would search the rest of the text for each tag that is not closed.
    """
    found, rest, end, start = [], [], 0, -1
    for sign in _EDGE.finditer(text):
        if start < 0 and sign.group() in _CLOSER:
            start = sign.start()
        elif start >= 0 and sign.group() == _CLOSER[text[start : start + 2]] and sign.start() >= start + 2:
            found.append(text[start : sign.end()])
            rest.append(text[end:start])
            start, end = -1, sign.end()
        elif start >= 0 and sign.group() in _CLOSER and text[start + 1] != "#":
            break
    return found, text[start:] if start >= 0 else "", "".join(rest) + text[end:]


def _refused(sentence: str, part: str, text: str) -> TemplateRefused:
    place = places.near(part, re.sub("<[^>]*>", "", text[: bounds.LONGEST_TAG]))
    return TemplateRefused(f"{sentence}, {place}.", place=place)


def _accept_insertions(paragraph: Any) -> None:
    """Takes the wrapper off a tracked insertion that holds half a tag: docxtpl would break the XML there."""
    for wrapper in list(paragraph.iter(*_UNWRAPPED)):
        _found, _broken, rest = _tags("".join(wrapper.itertext()))
        if "{" in rest or "}" in rest:
            for child in list(wrapper):
                wrapper.addprevious(child)
            wrapper.getparent().remove(wrapper)
