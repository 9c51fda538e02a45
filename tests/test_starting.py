"""What a start loads: libraries that are heavy and seldom needed wait until somebody asks for what they do."""

import subprocess
import sys

from registry.reference import load
from tests.checkout import ROOT

HEAVY = (
    "alembic",
    "authlib",
    "cryptography",
    "docx",
    "docxtpl",
    "email_validator",
    "icalendar",
    "jsonschema",
    "lxml",
    "markdown_it",
    "pypdf",
    "python_calamine",
    "rapidfuzz",
    "requests",
    "xlsxwriter",
)
START = """
import sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.orm import Mapper
configured = []
event.listen(Mapper, "before_configured", lambda: configured.append(1))
from registry import create_app
from registry.paths import Instance
app = create_app(Instance(Path(sys.argv[1])))
if configured:
    raise SystemExit("the mappers were made ready")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(*code):
    return set(subprocess.check_output([sys.executable, *code], cwd=ROOT, text=True).split())


def test_a_start_loads_no_library_that_few_pages_need_and_makes_no_mapper_ready(tmp_path):
    names = loaded("-c", START, str(tmp_path / "instance"))
    assert {"flask", "sqlalchemy"} <= names
    assert names & set(HEAVY) == set()


def test_telling_the_version_loads_little_more_than_the_command_line(tmp_path):
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "registry", "--version"], cwd=ROOT, capture_output=True
    )
    names = {line.rpartition("|")[2].strip() for line in told.stderr.decode().splitlines()}
    assert "flask" in names
    assert names & {"sqlalchemy", "wtforms", "registry.web", "registry.model", *HEAVY} == set()


def test_facts_that_ship_are_read_when_somebody_asks_for_them():
    table = load().purposes
    assert "_rows" not in vars(table)
    assert "LT-a1" in table
