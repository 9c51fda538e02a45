"""The language of templates: looking up, choosing and repeating, and nothing else.

What is allowed is listed; whatever else Jinja's parser knows is refused with its place.
"""

from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from registry.documents.language import places
from registry.documents.language.uses import EACH, Scope, Use, is_of_loop, names_in, path_of
from registry.documents.reading import bounds
from registry.errors import TemplateRefused

FILTERS = ("first", "join", "last", "length")
TESTS = ("defined", "undefined")
OPERATORS = ("eq", "ne", "lt", "lteq", "gt", "gteq", "in", "notin")
OF_LOOP = ("first", "last", "index", "index0", "length")

_NOT_ALLOWED = "Het sjabloon bevat een opdracht die niet mag, zoals een berekening of een aanroep"
_NOTHING_ELSEWHERE = "Het sjabloon kan niet worden ingevuld: het wil iets uit een ander bestand halen"
_BROKEN = "Een opdracht in het sjabloon klopt niet"
_TOO_DEEP = "Opdrachten in het sjabloon staan te diep in elkaar"

_PARSER = Environment()
_PARSER.globals.clear()


@dataclass(frozen=True, slots=True)
class Program:
    """The tags of one part, checked: Jinja's tree, the values that it asks for, and what is not allowed in it."""

    part: str
    tree: nodes.Template
    uses: tuple[Use, ...]
    refusals: tuple[TemplateRefused, ...]


def program(part: str, source: str) -> Program:
    """The program in the Jinja source of a part; what may not be in it is listed in `refusals`."""
    lines = source.split("\n")
    try:
        tree = _PARSER.parse(source)
    except (TemplateSyntaxError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        return Program(part, nodes.Template([]), (), (places.refused(_BROKEN, part, lines, line),))
    reader = _Reader(part, lines)
    reader.statements(tree.body, {}, 0)
    return Program(part, tree, tuple(dict.fromkeys(reader.uses)), tuple(reader.refusals))


class _Reader:
    """Walks the tree once; collects the values that are asked for and everything that is not on the lists."""

    def __init__(self, part: str, lines: list[str]) -> None:
        self.part = part
        self.lines = lines
        self.uses: list[Use] = []
        self.refusals: list[TemplateRefused] = []
        self.depth = 0  # of the expression that is being read

    def refuse(self, sentence: str, node: nodes.Node) -> None:
        self.refusals.append(places.refused(sentence, self.part, self.lines, node.lineno or 0))

    def statements(self, body: list[nodes.Node], scope: Scope, depth: int) -> None:
        for node in body:
            if depth > bounds.DEEPEST:
                self.refuse(_TOO_DEEP, node)
                return
            match node:
                case nodes.Output():
                    self.output(node, scope)
                case nodes.If():
                    self.condition(node.test, scope)
                    for branch in (node.body, list[nodes.Node](node.elif_), node.else_):
                        self.statements(branch, scope, depth + 1)
                case nodes.For(target=nodes.Name(name=name), test=None, recursive=False) if name != "loop":
                    self.loop(node, name, scope, depth)
                case nodes.For():
                    self.refuse(_NOT_ALLOWED, node)
                case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
                    self.refuse(_NOTHING_ELSEWHERE, node)
                case _:
                    self.refuse(_NOT_ALLOWED, node)

    def loop(self, node: nodes.For, name: str, scope: Scope, depth: int) -> None:
        if not isinstance(node.iter, nodes.Name | nodes.Getattr):
            self.refuse(_NOT_ALLOWED, node)
            return
        self.value(node.iter, scope)
        inner = scope | {name: (*path_of(node.iter, scope), EACH), "loop": ()}
        self.statements(node.body, inner, depth + 1)
        self.statements(node.else_, scope, depth + 1)

    def output(self, node: nodes.Output, scope: Scope) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.Filter) and child.name == "join" and child.node is not None:
                self.value(child.node, scope)
                self.arguments(child, most=1)
            elif not isinstance(child, nodes.TemplateData):
                self.value(child, scope)

    def arguments(self, node: nodes.Filter, most: int) -> None:
        constant = all(isinstance(value, nodes.Const) and isinstance(value.value, str) for value in node.args)
        if not constant or len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.refuse(_NOT_ALLOWED, node)

    def condition(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Test):
            asked = isinstance(node.node, nodes.Name | nodes.Getattr) and node.name in TESTS and not node.args
            if asked and self.is_plain(node.node, scope):
                self.uses.append(Use(path_of(node.node, scope), is_required=False))
            else:
                self.refuse(_NOT_ALLOWED, node)
        else:
            self.value(node, scope)

    def value(self, node: nodes.Node, scope: Scope) -> None:
        self.depth += 1
        if self.depth > bounds.DEEPEST:
            self.refuse(_TOO_DEEP, node)
        else:
            self.shape(node, scope)
        self.depth -= 1

    def shape(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Const(value=str() | int()):
                pass
            case nodes.Name() | nodes.Getattr():
                self.look_up(node, scope)
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                self.condition(left, scope)
                self.condition(right, scope)
            case nodes.Not(node=inner):
                self.condition(inner, scope)
            case nodes.Test():
                self.condition(node, scope)
            case nodes.CondExpr(test=test, expr1=yes, expr2=nodes.Expr() as no):
                for each in (test, yes, no):
                    self.condition(each, scope)
            case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]) if op in OPERATORS:
                self.value(left, scope)
                self.value(right, scope)
            case nodes.Filter(name=name, node=nodes.Expr() as inner) if name in FILTERS and name != "join":
                self.value(inner, scope)
                self.arguments(node, most=0)
            case nodes.Call(node=nodes.Name(name=name)):
                self.refuse(f"Het sjabloon bevat een opdracht die niet mag: een functie “{name}” bestaat niet", node)
            case _:
                self.refuse(_NOT_ALLOWED, node)

    def look_up(self, node: nodes.Node, scope: Scope) -> None:
        if is_of_loop(node, scope):
            if node.attr not in OF_LOOP:  # type: ignore[attr-defined]
                self.refuse(_NOT_ALLOWED, node)
        elif self.is_plain(node, scope):
            self.uses.append(Use(path_of(node, scope)))

    def is_plain(self, node: nodes.Node, scope: Scope) -> bool:
        """Whether a node is a name or a row of attributes; refuses what is not, and names that begin with "_"."""
        names = list(names_in(node))
        hidden = next((name for name in names if name.startswith("_")), "")
        if hidden:
            full = ".".join(reversed(names))
            self.refuse(f"Het sjabloon bevat een opdracht die niet mag: een veld “{full}” bestaat niet", node)
            return False
        if not names or len(names) > bounds.DEEPEST or (names[-1] == "loop" and scope.get("loop") == ()):
            self.refuse(_NOT_ALLOWED, node)
            return False
        return True
