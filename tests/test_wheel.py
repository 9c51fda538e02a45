"""The wheel: it carries all that the product needs, and works far away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import registry
from tests.checkout import ROOT, files

pytestmark = pytest.mark.xdist_group("wheel")  # built once, however many processes share the tests

WHERE = "from registry import paths; print(paths.templates_folder()); print(paths.agreement_templates_folder())"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def contents(wheel):
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--no-index", "--no-deps", "--target", folder, wheel]
    subprocess.run(pip, check=True)
    return folder


@pytest.fixture
def call(installed, tmp_path):
    def from_an_empty_folder(*command):
        environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
        return subprocess.check_output([sys.executable, *command], cwd=tmp_path, env=environment, text=True)

    return from_an_empty_folder


def carried(*folders, suffixes=()):
    """The files of these folders that an installation needs, by their place in the checkout."""
    ours = [path for path in files() if path.parts[0] in folders]
    return {path for path in ours if not suffixes or (len(path.parts) == 2 and path.suffix in suffixes)}


def test_it_carries_the_whole_package(contents):
    assert {path.as_posix() for path in carried("registry")} <= contents


def test_it_carries_the_pages_inside_the_package(contents):
    assert {f"registry/{path.as_posix()}" for path in carried("templates")} <= contents


def test_it_carries_the_manual(contents):
    wanted = {path.relative_to("docs").as_posix() for path in carried("docs") if path.parts[1] == "handleiding"}
    assert {f"registry/{name}" for name in wanted} <= contents
    assert {"handleiding/start.md", "handleiding/img/overzicht.png"} <= wanted


def test_it_carries_the_word_templates_without_their_sources(contents):
    wanted = carried("agreement_templates", suffixes=(".docx", ".toml"))
    inside = {name for name in contents if name.startswith("registry/agreement_templates/")}
    assert {f"registry/{path.as_posix()}" for path in wanted} == inside


def test_it_carries_nothing_but_the_package_and_its_metadata(contents):
    tops = {Path(name).parts[0] for name in contents}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"registry"}


def test_it_carries_the_licence(contents):
    assert [name for name in contents if name.endswith(".dist-info/licenses/LICENSE")]


def test_installed_it_finds_its_own_templates(call, installed):
    pages, papers = map(Path, call("-c", WHERE).splitlines())
    assert pages == installed / "registry" / "templates"
    assert papers == installed / "registry" / "agreement_templates"
    assert list(pages.rglob("*.html"))


def test_installed_it_tells_its_version(call):
    assert registry.__version__ in call("-m", "registry", "--version")


def test_installed_it_has_a_command_of_its_own(call, installed):
    assert call(next(installed.glob("bin/verwerkersregister*")), "--version") == call("-m", "registry", "--version")


FAR_AWAY = """
from pathlib import Path
from registry.cli.running import ready_app
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.cards.reading import schema
from registry.paths import Instance
from registry.services.paper.template_kinds import template_kinds

client = ready_app(Instance(Path("instance"))).test_client()
print(*(client.get(path).status_code for path in ("/gezond", "/aanmelden", "/static/style.css")))
print(len(phrases("prompts")) > 0, "$schema" in schema(), len(list(template_kinds())) > 5)
"""


def test_installed_it_makes_a_register_and_answers(call):
    assert call("-c", FAR_AWAY).splitlines() == ["200 200 200", "True True True"]
