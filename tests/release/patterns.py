"""Every regular expression in the product, found in its syntax trees, with what it is made of."""

import ast
import importlib
import re
from dataclasses import dataclass
from pathlib import Path

from tests.checkout import modules, tree

CALLS = {"compile", "sub", "subn", "match", "fullmatch", "search", "split", "findall", "finditer"}
MADE = {  # patterns that are put together while the program runs: an example of each, by module and function
    ("registry/services/paper/proposing.py", "search"): [r"(?<!\w)woord(?!\w)"],
    ("registry/services/paper/proposing.py", "finditer"): [r"(?<!\w)woord(?!\w)"],
    ("registry/web/accounts/signed_in.py", "search"): [r"\bFirefox"],
    ("registry/reference/leftovers.py", "compile"): [
        r"\[(?!\s)[^\[\]\n]{1,60}\]",
        r"\{\{(?!\s)[^\{\}\n]{1,60}\}\}",
    ],
    ("registry/queries/signals/statements.py", "search"): [r"\balle leveranciers\b"],
    ("registry/identifiers.py", "fullmatch"): ["[0-9]{5}", "[0-9]{3}B[0-9]{3}"],
}


@dataclass(frozen=True)
class Found:
    """A pattern, the module in which it stands, and the ways in which that module looks with it."""

    module: str
    pattern: re.Pattern
    ways: frozenset


def patterns():
    """Each pattern of the product; one that is put together while it runs, and is not in MADE, is an error."""
    found = []
    for module in modules("registry"):
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_re(node.func):
                ways = {node.func.attr} - {"compile"} or _ways(module, node)
                found += [Found(module.as_posix(), one, frozenset(ways)) for one in _patterns(module, node)]
    return found


def _ways(module, call):
    """How the module looks with a pattern that it keeps under a name; any way when that cannot be told."""
    name = _name(module, call)
    used = {
        node.attr
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }
    return used & CALLS or {"search", "fullmatch"}


def _name(module, call):
    for node in tree(module).body:
        if isinstance(node, ast.Assign):
            pairs = [(node.targets[0], node.value)]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
            for target, value in pairs:
                if ast.dump(value) == ast.dump(call):
                    return target.id
    return None


def _is_re(function):
    return isinstance(function.value, ast.Name) and function.value.id == "re" and function.attr in CALLS


def _patterns(module, call):
    written, flags = call.args[0], _flags(call)
    try:
        return [re.compile(ast.literal_eval(written), flags)]
    except ValueError:
        pass
    if call.func.attr == "compile" and (kept := _kept(module, call)) is not None:
        return [kept]
    made = MADE.get((module.as_posix(), call.func.attr))
    if made is None:
        raise LookupError(f"{module}:{call.lineno} makes a pattern that MADE does not tell of")
    return [re.compile(one, flags) for one in made]


def _kept(module, call):
    """The pattern as its module keeps it, by the name that it is given there."""
    name = _name(module, call)
    return name and getattr(importlib.import_module(".".join(Path(module).with_suffix("").parts)), name)


def _flags(call):
    words = [*call.args[1:], *(keyword.value for keyword in call.keywords if keyword.arg == "flags")]
    named = [node.attr for word in words for node in ast.walk(word) if isinstance(node, ast.Attribute)]
    flags = 0
    for name in named:
        flags |= getattr(re, name) if name.isupper() and hasattr(re, name) else 0
    return flags
