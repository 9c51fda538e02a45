"""The rules of the house about form, read from the files themselves."""

import ast
import re
import statistics
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.checkout import ROOT, files, modules, offences, tree

MIGRATIONS = Path("registry/migrations/versions")  # a step names every table and column that it makes, however many
PRODUCT = [*modules("registry"), Path("dev.py")]
WRITTEN = [module for module in modules() if not module.is_relative_to(MIGRATIONS)]
PAGES = [path for path in files() if path.parts[0] == "templates" and path.suffix == ".html"]
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 200, 40
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef

JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
INLINE = re.compile(r"<style\b|<script\b(?![^>]*\ssrc=)|\sstyle\s*=|\son\w+\s*=|javascript:", re.IGNORECASE)
# Written so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(rb"(?<![\w.~*-])/(?:work|root|tmp|home)/|[A-Z]:\\Users\\")
PACKAGE_HOST = re.compile(rb"\bpy(?:pi|thonhosted)\.org|\bregistry\.(?:npmjs|yarnpkg)\.|\bdeb\.debian\.org")


def lines(path):
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


def functions(module):
    """Every function of a module by its full name, methods and inner functions too."""

    def below(node, name):
        for child in ast.iter_child_nodes(node):
            full = f"{name}.{child.name}" if isinstance(child, ast.ClassDef | FUNCTION) else name
            if isinstance(child, FUNCTION):
                yield full, child
            yield from below(child, f"{full}.<locals>" if isinstance(child, FUNCTION) else full)

    return list(below(tree(module), module.stem))


def public(module):
    """The functions, methods and classes that others may call."""
    called = [node for name, node in functions(module) if not re.search(r"\.[_<]", name)]
    return called + [node for node in tree(module).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]


def untyped(function):
    """The arguments without a type, and "return" when the result has none."""
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
    missing = [argument.arg for argument in named if not argument.annotation and argument.arg not in ("self", "cls")]
    return missing if function.returns else [*missing, "return"]


def content(path):
    """The bytes of a file; of a Word file those of its parts."""
    if path.suffix != ".docx":
        return (ROOT / path).read_bytes()
    with zipfile.ZipFile(ROOT / path) as word:
        return b"\n".join(word.read(part) for part in word.namelist())


def test_no_file_has_a_name_that_says_nothing():
    assert [path for path in files() if path.stem in ("views", "models", "utils", "helpers", "misc", "common")] == []


def test_a_module_says_what_it_is_for():
    assert offences(modules(), lambda module: not ast.get_docstring(tree(module))) == {}


def test_what_is_public_says_what_it_does():
    assert offences(PRODUCT, lambda module: [node.name for node in public(module) if not ast.get_docstring(node)]) == {}


def test_a_function_has_types():
    assert offences(PRODUCT, lambda module: [name for name, node in functions(module) if untyped(node)]) == {}


def test_a_function_is_short():
    def long(module):
        return [name for name, node in functions(module) if node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION]

    assert offences(WRITTEN, long) == {}


def test_a_file_is_short():
    assert offences(WRITTEN, lambda module: len(lines(module)) > MOST_LINES and len(lines(module))) == {}


def test_most_files_are_about_a_hundred_lines():
    median = statistics.median(len(lines(module)) for module in WRITTEN if module.name != "__init__.py")
    print(f"median {median:.0f} lines over {len(WRITTEN)} files")
    assert median <= 120


def test_a_page_has_no_inline_style_or_script():
    def inline(page):
        return INLINE.findall(JINJA.sub("", (ROOT / page).read_text(encoding="utf-8")))

    assert offences(PAGES, inline) == {}


def test_no_file_names_a_package_host():
    assert [path for path in files() if PACKAGE_HOST.search(content(path))] == []


def test_no_file_holds_a_path_of_somebodys_machine():
    assert [path for path in files() if MACHINE_PATH.search(content(path))] == []


@pytest.mark.parametrize("check", [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)], ids=" ".join)
def test_the_checkers_find_nothing(check):
    done = subprocess.run([sys.executable, "-m", *check], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
