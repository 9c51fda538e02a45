"""What is wrong with a Word file as Word would see it: ids that are there twice, references that lead nowhere."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

from tests.documents.building import BODY, TYPES
from tests.documents.specimens import parts

_SPACES = {name: nsmap[name] for name in ("w", "r", "wp")}
_REFERS = {  # what refers, to what, by which attribute, in which part
    "w:pStyle | w:rStyle | w:tblStyle | w:basedOn | w:next | w:link": ("w:styles/w:style", "w:styleId", "styles"),
    "w:numId": ("w:numbering/w:num", "w:numId", "numbering"),
    "w:abstractNumId": ("w:numbering/w:abstractNum", "w:abstractNumId", "numbering"),
    "w:footnoteReference": ("w:footnotes/w:footnote", "w:id", "footnotes"),
    "w:endnoteReference": ("w:endnotes/w:endnote", "w:id", "endnotes"),
    "w:commentReference": ("w:comments/w:comment", "w:id", "comments"),
}
_ONCE = (
    "//w:bookmarkStart/@w:id",
    "//w:bookmarkStart/@w:name",
    "//wp:docPr/@id",
    "//w:sdtPr/w:id/@w:val",
    "//w:style/@w:styleId",
    "//w:style/w:name/@w:val",
    "//w:num/@w:numId",
    "//w:abstractNum/@w:abstractNumId",
    "//w:nsid/@w:val",
    "//w:footnote/@w:id",
    "//w:endnote/@w:id",
    "//w:comment/@w:id",
)


def faults(content: bytes) -> list[str]:
    """What is wrong with the file; [] for a sound one."""
    package = parts(content)
    read = (name for name in package if name.endswith((".xml", ".rels")) and "WithEffects" not in name)  # of Word 2010
    trees = {name: etree.fromstring(package[name]) for name in read}
    return [*_twice(trees), *_dangling(trees), *_unrelated(package, trees), *_untyped(package, trees)]


def values(root: Any, path: str) -> list[str]:
    """The values that an XPath with Word's own prefixes finds."""
    return [str(one) for one in root.xpath(path, namespaces=_SPACES)]


def _twice(trees: dict[str, Any]) -> Iterator[str]:
    for name, root in trees.items():
        for path in _ONCE:
            yield from (
                f"{name}: {path} {one} twice" for one, times in Counter(values(root, path)).items() if times > 1
            )


def _dangling(trees: dict[str, Any]) -> Iterator[str]:
    for names, (path, attribute, part) in _REFERS.items():
        root = trees.get(f"word/{part}.xml")
        known = [] if root is None else values(root, f"/{path}/@{attribute}")
        for name, tree in trees.items():
            for tag in names.split(" | "):
                for one in tree.iter(qn(tag)):
                    target = one.get(qn("w:val")) or one.get(qn("w:id"))
                    if target not in (*known, None, "0"):
                        yield f"{name}: {tag} {target} is not there"


def _unrelated(package: dict[str, bytes], trees: dict[str, Any]) -> Iterator[str]:
    for name, root in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for link in root:
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target"))).lstrip("/")
                if link.get("TargetMode") != "External" and target not in package:
                    yield f"{name}: {link.get('Target')} is not there"
            yield from (f"{name}: {one} twice" for one, times in Counter(root.xpath("//@Id")).items() if times > 1)
            continue
        folder, own = posixpath.split(name)
        links = trees.get(posixpath.join(folder, "_rels", f"{own}.rels"))
        known = [] if links is None else links.xpath("//@Id")
        yield from (f"{name}: {one} leads nowhere" for one in values(root, "//@r:*") if one and one not in known)


def _untyped(package: dict[str, bytes], trees: dict[str, Any]) -> Iterator[str]:
    types = trees[TYPES]
    named = [one.get("PartName") for one in types if one.get("PartName")]
    endings = [one.get("Extension") for one in types]
    yield from (f"{name} is announced and not there" for name in named if name.lstrip("/") not in package)
    for name in package:
        if name != TYPES and f"/{name}" not in named and name.rpartition(".")[2] not in endings:
            yield f"{name} has no type"


def root(content: bytes, part: str = BODY) -> Any:
    """The root of a part, of the text when none is named."""
    return etree.fromstring(parts(content)[part])
