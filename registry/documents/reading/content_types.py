"""What kind of file a package is, and what kind of part each of its parts."""

from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

from registry.errors import TemplateRefused

TYPES = "[Content_Types].xml"
RELATIONSHIPS = "_rels/.rels"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_NO_WORD_FILE = "Dit is geen Word-bestand. Nodig is een .docx, zonder wachtwoord en macro's."
_MACROS = "Het Word-bestand bevat macro's. Sla het in Word op als .docx, zonder macro's."
_DOTX = "Dit is een Word-sjabloon (.dotx). Open het in Word en sla het op als .docx."
_STRICT = "Dit Word-bestand is opgeslagen als “Strict Open XML”. Sla het in Word op als gewoon Word-document (.docx)."


def main_part(trees: Mapping[str, Any]) -> str:
    """The name of the part with the text. Raises `TemplateRefused` for what is no plain .docx."""
    if TYPES not in trees or RELATIONSHIPS not in trees:
        raise TemplateRefused(_NO_WORD_FILE)
    announced = [(kind.get("ContentType") or "").lower() for kind in trees[TYPES]]
    if any("macroenabled" in kind or "vba" in kind for kind in announced):
        raise TemplateRefused(_MACROS)
    if any("wordprocessingml.template.main" in kind for kind in announced):
        raise TemplateRefused(_DOTX)
    name = related(trees[RELATIONSHIPS], "officeDocument")
    if name not in trees or kinds(trees)[name] != MAIN:
        raise TemplateRefused(_NO_WORD_FILE)
    if trees[name].tag != qn("w:document"):
        raise TemplateRefused(_STRICT)
    return name


def kinds(trees: Mapping[str, Any]) -> dict[str, str]:
    """The content type of each XML part by its name, in lower case; "" for a part that has none."""
    types = {}
    for kind in trees[TYPES]:
        name = (kind.get("PartName") or "").lstrip("/") or f"*.{kind.get('Extension')}"
        types[name.lower()] = (kind.get("ContentType") or "").lower()
    return {name: types.get(name.lower(), types.get(f"*.{name.lower().rpartition('.')[2]}", "")) for name in trees}


def related(relationships: Any, kind: str) -> str:
    """The name of the part that the package has for `kind`, or "" when there is none."""
    for link in relationships:
        if (link.get("Type") or "").endswith(f"/{kind}"):
            return (link.get("Target") or "").lstrip("/")
    return ""
