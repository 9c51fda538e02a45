"""The properties of a Word file: its title and language, and nothing of clocks and people."""

from typing import Any

from docx.opc.oxml import parse_xml, serialize_part_xml

from registry.documents.reading.content_types import RELATIONSHIPS, TYPES

LANGUAGE = "nl-NL"
NAME = "docProps/core.xml"

# People, clocks, and remarks that were about the template.
NOT_KEPT = ("creator", "lastModifiedBy", "created", "modified", "lastPrinted", "revision", "description")

_DC = "http://purl.org/dc/elements/1.1/"
_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EMPTY = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="{_DC}"/>'
)
_TITLE = "\ue0ff"


def signed(root: Any) -> tuple[bytes, str, bytes]:
    """The properties (`root`, or None for a file without) as what comes before their title, the title, and the rest."""
    root = parse_xml(_EMPTY) if root is None else root
    for child in list(root):
        if not isinstance(child.tag, str) or child.tag.rpartition("}")[2] in NOT_KEPT:
            root.remove(child)
    language, title = _child(root, "language"), _child(root, "title")
    language.text = language.text or LANGUAGE
    kept, title.text = title.text or "", _TITLE
    before, after = serialize_part_xml(root).split(_TITLE.encode())
    return before, kept, after


def _child(root: Any, name: str) -> Any:
    child = root.find(f"{{{_DC}}}{name}")
    if child is None:
        child = root.makeelement(f"{{{_DC}}}{name}")
        root.append(child)
    return child


def announced(types: Any, relationships: Any) -> dict[str, bytes]:
    """The two parts that tell of the properties, for a file that had none."""
    types.append(types.makeelement(_like(types, "Override"), {"PartName": f"/{NAME}", "ContentType": _TYPE}))
    link = {"Id": "rIdProperties", "Type": _KIND, "Target": NAME}
    relationships.append(relationships.makeelement(_like(relationships, "Relationship"), link))
    return {TYPES: serialize_part_xml(types), RELATIONSHIPS: serialize_part_xml(relationships)}


def _like(root: Any, name: str) -> str:
    return f"{root.tag.rpartition('}')[0]}}}{name}"
