"""F3: the least that Python must do for a paper: escape and encode each value, join, pack, and write the zip."""

import html
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

from registry.documents import compiled
from registry.documents.filling.running import FULL, Run
from registry.documents.filling.writing import escaped
from registry.documents.reading.package import DEFLATED
from registry.documents.zips.deflating import Packer
from registry.documents.zips.zipping import Part


class _Recorder(Run):
    """Keeps the pieces of a part instead of passing them on."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[bytes] = []

    def flush(self) -> None:
        """Keeps the pieces that wait."""
        self.kept += self.out
        self.out.clear()


def least(template: bytes, values: dict[str, Any]) -> Callable[[], bytes]:
    """What does the least for one paper: the pieces are known, and nothing is looked up or chosen."""
    ready = compiled(template)
    parts = [(part.name, *_pieces(part.render, values)) for part in ready._parts]
    title = Part(b"docProps/core.xml", DEFLATED, *_packed([ready._title.before, ready._title.after]))

    def make() -> bytes:
        done = []
        for name, pieces, texts in parts:
            for text in texts:
                escaped(text).encode()
            done.append(Part(name, DEFLATED, *_packed(pieces)))
        return ready._archive.extended([*done, title]).closed()

    return make


def _pieces(render: Callable[..., None], values: dict[str, Any]) -> tuple[list[bytes], list[str]]:
    recorder = _Recorder()
    render(recorder, values)
    recorder.flush()
    constants = {id(constant) for constant in _constants(render.__code__)}
    written = [piece for piece in recorder.kept if id(piece) not in constants]
    return recorder.kept, [html.unescape(piece.decode()) for piece in written]


def _constants(code: CodeType | tuple[Any, ...]) -> Iterator[Any]:
    for constant in code.co_consts if isinstance(code, CodeType) else code:
        yield from _constants(constant) if isinstance(constant, tuple) else [constant]


def _packed(pieces: list[bytes]) -> tuple[int, bytes, int]:
    packer = Packer()
    for start in range(0, len(pieces), FULL):
        packer.feed(b"".join(pieces[start : start + FULL]))
    return packer.finish()
