"""Makes Python code of the names, conditions and filters of a template."""

from typing import Any

from jinja2 import nodes

from registry.documents.language.uses import is_of_loop


class Variable:
    """A name of the template in the code."""

    def __init__(self, number: int, *, is_optional: bool = False) -> None:
        self.number = number
        self.is_optional = is_optional
        self.is_group = False

    def assigned(self, value: str) -> list[str]:
        """The line that gives it its value; a second one if names are looked up in it."""
        lines = [f"v{self.number} = {value}"] if value else []
        return lines + ([f"g{self.number} = group(v{self.number})"] if self.is_group else [])


class Expressions:
    """Writes the code of expressions; `optional` are the names that a template asks after before it uses them."""

    def __init__(self, optional: set[str]) -> None:
        self.names: dict[str, Variable] = {}
        self.loops: list[int] = []  # the numbers of the loops that are open
        self.uses_loop: set[int] = set()  # those of which `loop.index` and the like are asked
        self._optional = optional
        self._count = 0

    def number(self) -> int:
        """A number that no variable has yet."""
        self._count += 1
        return self._count

    def value(self, node: nodes.Node, scope: dict[str, Any]) -> str:
        """Code for a value as it is in the values of the paper."""
        if is_of_loop(node, scope):
            return self.of_loop(node.attr)  # type: ignore[attr-defined]
        match node:
            case nodes.Const(value=value):
                return repr(meant(value) if isinstance(value, str) else value)
            case nodes.Name(name=name):
                variable = self.variable(name, scope)
                return f"known(v{variable.number}, {name!r})" if variable.is_optional else f"v{variable.number}"
            case nodes.Getattr(node=owner, attr=name):
                return f"{self.owner(owner, scope)}[{name!r}]"
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                kept, first, second = f"t{self.number()}", self.value(left, scope), self.value(right, scope)
                yes, no = (second, kept) if isinstance(node, nodes.And) else (kept, second)
                return f"({yes} if true({kept} := {first}) else {no})"
            case nodes.CondExpr(test=test, expr1=yes_node, expr2=nodes.Expr() as no_node):
                yes, no = self.value(yes_node, scope), self.value(no_node, scope)
                return f"({yes} if {self.truth(test, scope)} else {no})"
            case nodes.Filter(name=name, node=nodes.Expr() as inner):
                return f"{name}({self.value(inner, scope)})"
        return self.truth(node, scope)

    def truth(self, node: nodes.Node, scope: dict[str, Any]) -> str:
        """Code for whether a condition holds."""
        match node:
            case nodes.And(left=left, right=right):
                return f"({self.truth(left, scope)} and {self.truth(right, scope)})"
            case nodes.Or(left=left, right=right):
                return f"({self.truth(left, scope)} or {self.truth(right, scope)})"
            case nodes.Not(node=inner):
                return f"(not {self.truth(inner, scope)})"
            case nodes.Compare(expr=left, ops=[nodes.Operand(op=operator, expr=right)]):
                return f"compared({self.value(left, scope)}, {operator!r}, {self.value(right, scope)})"
            case nodes.Test(node=inner, name=name):
                return f"({self.exists(inner, scope)})" if name == "defined" else f"(not {self.exists(inner, scope)})"
        return f"true({self.value(node, scope)})"

    def exists(self, node: nodes.Node, scope: dict[str, Any]) -> str:
        """Code for whether there is such a name at all."""
        if isinstance(node, nodes.Name):
            return f"v{self.variable(node.name, scope).number} is not MISSING"
        assert isinstance(node, nodes.Getattr)
        return f"{node.attr!r} in {self.owner(node.node, scope, is_sure=False)}"

    def owner(self, node: nodes.Node, scope: dict[str, Any], *, is_sure: bool = True) -> str:
        """Code for a dict in which a name is looked up; an empty one where there is none."""
        if isinstance(node, nodes.Name):
            variable = self.variable(node.name, scope)
            variable.is_group = True
            return f"g{variable.number}"
        assert isinstance(node, nodes.Getattr)
        owner = self.owner(node.node, scope, is_sure=is_sure)
        return f"group({owner}[{node.attr!r}])" if is_sure else f"group({owner}.get({node.attr!r}))"

    def variable(self, name: str, scope: dict[str, Any]) -> Variable:
        """The variable of a name: that of a loop, or else of a value of the paper."""
        if name in scope:
            found: Variable = scope[name]
            return found
        if name not in self.names:
            self.names[name] = Variable(self.number(), is_optional=name in self._optional)
        return self.names[name]

    def of_loop(self, name: str) -> str:
        """Code for `loop.index` and the like."""
        number = self.loops[-1]
        self.uses_loop.add(number)
        return {
            "index": f"i{number}",
            "index0": f"(i{number} - 1)",
            "first": f"(i{number} == 1)",
            "last": f"(i{number} == n{number})",
            "length": f"n{number}",
        }[name]


def meant(text: str) -> str:
    """The text of a constant: docxtpl leaves the "&" in it as XML writes it."""
    return text.replace("&amp;", "&")
