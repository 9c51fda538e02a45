"""The namespaces that a part's root declares, which others have to join when text of elsewhere comes in."""

from typing import Any

from lxml import etree

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_IGNORABLE, _CHOICE = f"{_MC}Ignorable", f"{_MC}Choice"


def widened(root: Any, other: Any) -> Any:
    """`root`, or when `other` knows more namespaces or may ignore more of them, a root like it that does so too."""
    if root.nsmap == other.nsmap and root.get(_IGNORABLE) == other.get(_IGNORABLE):
        return root
    spaces, ignored = _prefixes(root), _ignored(root)
    for space, prefix in _prefixes(other).items():
        spaces.setdefault(space, _free(prefix, spaces))
    more = [space for space in _ignored(other) if space not in ignored]
    new = root
    if len(spaces) > len(_prefixes(root)):
        new = etree.Element(root.tag, dict(root.attrib), nsmap={prefix: space for space, prefix in spaces.items()})
        new.extend(list(root))
    if more:
        new.set(_IGNORABLE, " ".join(spaces[space] for space in [*ignored, *more]))
    return new


def respell(element: Any, root: Any) -> None:
    """Let what names a namespace by its prefix do so as `root` does, before it comes under that."""
    spaces = _prefixes(root)
    for choice in element.iter(_CHOICE):
        names = choice.get("Requires", "").split()
        choice.set("Requires", " ".join(spaces.get(choice.nsmap.get(name), name) for name in names))


def _prefixes(root: Any) -> dict[str, str]:
    return {space: prefix for prefix, space in root.nsmap.items() if prefix}


def _ignored(root: Any) -> list[str]:
    return [root.nsmap[name] for name in (root.get(_IGNORABLE) or "").split() if name in root.nsmap]


def _free(prefix: str, spaces: dict[str, str]) -> str:
    free, number = prefix, 1
    while free in spaces.values():
        free, number = f"{prefix}{number}", number + 1
    return free
