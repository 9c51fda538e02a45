"""What a template asks for: the way from the values of a paper to one of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

EACH = "*"  # the step in a path from a list to its items
Scope = dict[str, tuple[str, ...]]  # what the names of the loops stand for


@dataclass(frozen=True, slots=True)
class Use:
    """A value that a template asks for: the steps to it ("lijst", "rijen", "*", "doel"), and whether it must exist."""

    steps: tuple[str, ...]
    is_required: bool = True

    @property
    def path(self) -> str:
        """The steps as people write them: "lijst.rijen.doel"."""
        return ".".join(step for step in self.steps if step != EACH)


def path_of(node: nodes.Node, scope: Scope) -> tuple[str, ...]:
    """The steps from the values to what a name or attribute stands for."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, (node.name,))
    if isinstance(node, nodes.Getattr):
        return (*path_of(node.node, scope), node.attr)
    return ()


def weighed(uses: tuple[Use, ...]) -> list[Use]:
    """The uses, of which those that are asked after by `is defined`, or lie behind such a one, are not required."""
    optional = {use.steps for use in uses if not use.is_required}
    return [
        Use(use.steps, not any(use.steps[:length] in optional for length in range(1, len(use.steps) + 1)))
        for use in uses
    ]


def is_of_loop(node: nodes.Node, scope: Scope) -> bool:
    """Whether a node is `loop.index` and the like, inside a loop."""
    return (
        isinstance(node, nodes.Getattr)
        and isinstance(node.node, nodes.Name)
        and (node.node.name == "loop" and scope.get("loop") == ())
    )


def names_in(node: nodes.Node) -> Iterator[str]:
    """The names of `a.b.c` from the last to the first; none when it begins with something else than a name."""
    names = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    if isinstance(node, nodes.Name):
        yield from (*names, node.name)
