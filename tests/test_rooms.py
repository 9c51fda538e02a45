"""Imports point one way: what each room of the house may know, as docs/architecture.md draws it."""

import ast
import re

from tests.checkout import ROOT, modules, offences, tree

LEAVES = {"errors", "identifiers", "text", "dutch", "calendar", "paths", "colours"}
GROUND = LEAVES | {"config", "settings", "reference", "model", "access", "database"}
DOORS = GROUND | {"queries", "services", "documents", "exchange", "mail"}
MAY_IMPORT = {  # a room may import itself as well
    "errors": set(),
    "identifiers": {"errors"},
    "text": {"errors"},
    "colours": {"errors"},
    "dutch": {"errors"},
    "calendar": set(),
    "paths": {"errors"},
    "config": {"errors", "paths", "settings", "mail"},
    "settings": {"errors"},
    "reference": {"errors"},
    "model": LEAVES | {"reference"},
    "access": {"errors", "model"},
    "database": LEAVES | {"model", "access"},
    "migrations": {"model", "database"},
    "documents": {"errors", "text", "dutch"},
    "exchange": LEAVES | {"reference"},
    "mail": {"errors", "paths", "dutch", "settings"},
    "queries": GROUND,
    "services": GROUND | {"queries", "documents", "exchange", "mail"},
    "demo": GROUND | {"services"},
    "web": DOORS,
    "api": DOORS,
    "cli": DOORS | {"demo", "__init__"},
    "__init__": DOORS | {"web", "api"},
    "__main__": {"errors", "cli"},
}
MAY_NOT_NEED = {  # libraries of a world that a room knows nothing of
    "api": {"wtforms", "flask_wtf"},
    "documents": {"flask", "flask_sqlalchemy", "sqlalchemy"},
    "exchange": {"flask", "flask_sqlalchemy", "sqlalchemy", "wtforms", "docxtpl"},
    "mail": {"flask", "flask_sqlalchemy", "sqlalchemy", "wtforms"},
    "model": {"flask", "wtforms", "docx", "docxtpl"},
    "queries": {"flask", "wtforms", "docx", "docxtpl"},
    "services": {"flask", "wtforms", "docx", "docxtpl"},
}
MODULES = modules("registry")


def room_of(module):
    return module.parts[1] if len(module.parts) > 2 else module.stem


def imported(module):
    """Every name that a module imports, in full: `registry.model.School`."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.parts[: len(module.parts) - node.level] if node.level else ()
            source = ".".join((*above, *filter(None, [node.module])))
            yield from (f"{source}.{alias.name}" for alias in node.names)


def rooms_imported(module):
    """The rooms that a module imports from; a bare `import registry`, for the version, counts for none."""
    inside = [name.split(".")[1] for name in imported(module) if name.startswith("registry.")]
    return {name if name in MAY_IMPORT else "__init__" for name in inside}


def libraries_imported(module):
    return {name.split(".")[0] for name in imported(module)}


def test_a_room_imports_only_what_it_may_know():
    def beyond(module):
        return rooms_imported(module) - MAY_IMPORT[room_of(module)] - {room_of(module)}

    assert offences(MODULES, beyond) == {}


def test_a_room_does_without_the_libraries_of_another_world():
    assert offences(MODULES, lambda module: libraries_imported(module) & MAY_NOT_NEED.get(room_of(module), set())) == {}


def test_the_web_the_api_and_the_command_line_do_not_write_for_themselves():
    doors = [module for module in MODULES if room_of(module) in ("web", "api", "cli")]
    assert offences(doors, lambda module: {"registry.database.change"} & set(imported(module))) == {}


def test_nothing_of_the_product_imports_a_test():
    assert offences(MODULES, lambda module: {"tests", "dev", "pytest"} & libraries_imported(module)) == {}


def test_no_question_loads_a_part_of_a_list_into_a_record():
    # The record would pass for whole: whoever reads it next in the same session would leave the other part out.
    def partial(module):
        return re.findall(r"\b[A-Z]\w+\.\w+\.and_\(", (ROOT / module).read_text(encoding="utf-8"))

    assert offences(MODULES, partial) == {}
