"""The checkout itself: its locks and its top level."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.checkout import ROOT, files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.txt", "requirements-dev.txt")
TOP_LEVEL = {
    *("pyproject.toml", "registry", "templates", "agreement_templates", "tests", "instance"),
    *("dev.py", "requirements.txt", "requirements-dev.txt", ".ci", ".gitignore", ".gitattributes"),
    *("README.md", "LICENSE", "CHANGELOG.md", "GLOSSARY.md", "CONTRIBUTING.md", "SECURITY.md", "publiccode.yml"),
    *("docs", "benchmarks", "Dockerfile", "compose.yml", ".dockerignore"),
}


def locked(lock: str) -> dict[str, Requirement]:
    """Each requirement of a lock file by its name."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    rows = [Requirement(row) for row in re.findall(r"^(\w\S*==[^\\\n]+)", text, re.MULTILINE)]
    return {row.name: row for row in rows}


def version(requirement: Requirement) -> str:
    """The one version that a locked requirement allows."""
    return str(requirement.specifier).removeprefix("==")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.findall(r"^\w\S*==[^\n]*\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.MULTILINE)
    assert len(blocks) == len(locked(lock)) > 10


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_requirements_hashes_and_reasons(lock):
    line = re.compile(r"\w\S*==[^/\\]+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    # +via.*|    #   [\w-]+.*")
    rows = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if not line.fullmatch(row)] == []
    assert [row for row in rows if "/" in row or "@" in row or row.startswith("-")] == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["dependency-groups"]["dev"]),
        ("requirements-dev.txt", PROJECT["project"]["optional-dependencies"]["postgresql"]),
    ],
)
def test_every_dependency_is_locked_within_its_range(lock, wanted):
    pins = locked(lock)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(version(pins[requirement.name])), requirement


def test_the_lock_for_tests_holds_the_whole_lock_for_running():
    pins = locked("requirements-dev.txt")
    for name, requirement in locked("requirements.txt").items():
        assert str(pins[name]) == str(requirement)


def test_the_product_does_not_need_setuptools():
    assert "setuptools" not in locked("requirements.txt")


def test_no_lock_file_of_a_kind_that_names_hosts():
    assert {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock"}.isdisjoint(path.name for path in files())


def test_the_top_level_holds_only_what_was_agreed():
    assert {path.parts[0] for path in files()} - TOP_LEVEL == set()
