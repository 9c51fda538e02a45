"""Makes Python code of a checked program: what a template says, without asking Jinja again for every paper.

The code appends pieces of XML to a list. A name becomes a local variable (`v3`, and `g3` where names are looked up in
it), so nothing of a template but its constants gets into the code. `docs/papier.md` shows an example.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import nodes

from registry.documents.filling.running import Run, namespace
from registry.documents.filling.writing import Spot
from registry.documents.language import places
from registry.documents.language.expressions import Expressions, Variable, meant
from registry.documents.language.language import Program
from registry.documents.language.markup import Markup, MisplacedError, NextNumber

Render = Callable[[Run, dict[str, object]], None]

_MISPLACED = "Een opdracht in het sjabloon staat op een verkeerde plaats, bijvoorbeeld half in een tabel"
_HELPERS = ("odd", "joined", "true", "compared", "items", "first", "last", "length", "known", "next_number", "flush")
_AT_ONCE = 100  # pieces that are appended together


def render_code(program: Program, lines: list[str], markup: Markup) -> Render:
    """The function that writes the part of `program` into a `Run`. `lines` are those of its source.

    Raises `TemplateRefused` with the place of a tag that would break the XML.
    """
    writer = _Writer(program, lines, markup)
    code = writer.function()
    names = namespace() | {name: spot for spot, name in writer.spots.items()}
    exec(compile(code, f"<{program.part}>", "exec"), names)
    return names["render"]  # type: ignore[return-value]


class _Writer(Expressions):
    def __init__(self, program: Program, lines: list[str], markup: Markup) -> None:
        super().__init__({use.steps[0] for use in program.uses if not use.is_required and len(use.steps) == 1})
        self.program = program
        self.lines = lines
        self.markup = markup
        self.spots: dict[Spot, str] = {}

    def function(self) -> str:
        """The code of the whole part."""
        body = self.block(self.program.tree.body, {})
        head = ["out = run.out", "put = out.extend", *(f"{name} = run.{name}" for name in _HELPERS)]
        for name, variable in self.names.items():
            value = f"top.get({name!r}, MISSING)" if variable.is_optional else f"top[{name!r}]"
            head += variable.assigned(value)
        return "\n".join(["def render(run, top):", *_indented([*head, *body])])

    def block(self, body: list[nodes.Node], scope: dict[str, Any]) -> list[str]:
        """The lines of some statements, one behind the other."""
        lines: list[str] = []
        pieces: list[str | bytes] = []
        for node in body:
            try:
                if isinstance(node, nodes.Output):
                    pieces += [piece for child in node.nodes for piece in self.pieces(child, scope)]
                    continue
                lines += [*_put(pieces), *self.statement(node, scope)]
                pieces = []
            except MisplacedError as error:
                raise places.refused(_MISPLACED, self.program.part, self.lines, node.lineno) from error
        return lines + _put(pieces)

    def statement(self, node: nodes.Node, scope: dict[str, Any]) -> list[str]:
        if isinstance(node, nodes.If):
            return self.choice(node, scope)
        assert isinstance(node, nodes.For)
        return self.loop(node, scope)

    def choice(self, node: nodes.If, scope: dict[str, Any]) -> list[str]:
        start, lines, after = self.markup.state, [], []
        for word, branch in zip(("if", *["elif"] * len(node.elif_)), (node, *node.elif_), strict=True):
            lines += [f"{word} {self.truth(branch.test, scope)}:", *self.branch(branch.body, scope)]
            after.append(self.markup.state)
            self.markup.state = start
        if node.else_:
            lines += ["else:", *self.branch(node.else_, scope)]
        after.append(self.markup.state)  # without an `else`, what stood before
        self.must_agree(*after)
        return lines

    def loop(self, node: nodes.For, scope: dict[str, Any]) -> list[str]:
        number, start = self.number(), self.markup.state
        item = Variable(number)
        items = self.value(node.iter, scope)
        self.loops.append(number)
        inner = scope | {node.target.name: item, "loop": ()}  # type: ignore[attr-defined]
        body = self.block(node.body, inner)
        self.loops.pop()
        self.must_agree(start, self.markup.state)
        counted = number in self.uses_loop
        lines = [f"x{number} = items({items}, {len(body) + 1})"]
        lines += [f"n{number} = len(x{number})"] if counted else []
        walk = f"i{number}, v{number} in enumerate(x{number}, 1)" if counted else f"v{number} in x{number}"
        lines += [f"for {walk}:", *_indented([*item.assigned(""), *body, "if len(out) > FULL: flush()"])]
        if node.else_:
            lines += [f"if not x{number}:", *self.branch(node.else_, scope)]
            self.must_agree(start, self.markup.state)
        return lines

    def branch(self, body: list[nodes.Node], scope: dict[str, Any]) -> list[str]:
        return _indented(self.block(body, scope) or ["pass"])

    def must_agree(self, first: Any, *others: Any) -> None:
        if not all(first.like(other) for other in others):
            raise MisplacedError

    # Pieces of XML

    def pieces(self, node: nodes.Node, scope: dict[str, Any]) -> Iterator[str | bytes]:
        """What one thing in the text becomes: bytes that are always the same, or code for bytes."""
        if isinstance(node, nodes.TemplateData):
            data = node.data.replace("\n<w:p", "<w:p") if "\n<w:p" in node.data else node.data
            for piece in self.markup.read(data):
                yield "next_number()" if isinstance(piece, NextNumber) else piece.encode()
            return
        spot = self.markup.spot()
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            yield spot.text(meant(node.value))
            return
        name = self.spots.setdefault(spot, f"spot{len(self.spots)}")
        if isinstance(node, nodes.Filter) and node.name == "join":
            between = meant(node.args[0].value) if node.args else ""  # type: ignore[attr-defined]
            yield f"joined({self.value(node.node, scope)}, {name}, {between!r})"  # type: ignore[arg-type]
        else:
            value = f"(t := {self.value(node, scope)})"
            yield f"escaped(t).encode() if {value}.__class__ is str and t.isprintable() else odd(t, {name})"


def _indented(lines: list[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _put(pieces: list[str | bytes]) -> list[str]:
    """The lines that append these pieces; neighbours that are always the same become one."""
    merged: list[str | bytes] = []
    for piece in pieces:
        if isinstance(piece, bytes) and merged and isinstance(merged[-1], bytes):
            merged[-1] += piece
        else:
            merged.append(piece)
    code = [repr(piece) if isinstance(piece, bytes) else piece for piece in merged if piece]
    lines = [f"put(({', '.join(code[start : start + _AT_ONCE])},))" for start in range(0, len(code), _AT_ONCE)]
    return "\nif len(out) > FULL: flush()\n".join(lines).splitlines()
