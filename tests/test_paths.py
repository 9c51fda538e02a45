"""Where the product's own files lie, in a checkout and in an installed wheel, and those of a board."""

import importlib.util
import os
import shutil
import stat
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from registry import paths
from registry.paths import Instance

CHECKOUT = Path(__file__).resolve().parent.parent
knows_modes = pytest.mark.skipif(os.name != "posix", reason="this system knows no modes")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The same module as it lies in an installed wheel: with both template folders inside the package."""
    package = tmp_path / "site-packages" / "registry"
    for folder in ("templates", "agreement_templates"):
        (package / folder).mkdir(parents=True)
    module_file = shutil.copy(paths.__file__, package / "paths.py")
    spec = importlib.util.spec_from_file_location("installed_paths", module_file)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "installed_paths", module)
    spec.loader.exec_module(module)
    return module


def mode_of(folder):
    return stat.S_IMODE(folder.stat().st_mode)


# The product's own files


def test_in_a_checkout_both_template_folders_stand_beside_the_package():
    assert paths.templates_folder() == CHECKOUT / "templates"
    assert paths.agreement_templates_folder() == CHECKOUT / "agreement_templates"


def test_in_a_wheel_both_template_folders_stand_inside_the_package(installed, tmp_path):
    package = tmp_path.resolve() / "site-packages" / "registry"
    assert installed.templates_folder() == package / "templates"
    assert installed.agreement_templates_folder() == package / "agreement_templates"


# The instance of a board


def test_the_instance_of_a_checkout_is_its_own_folder_wherever_it_is_started(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert paths.default_instance() == Instance(CHECKOUT / "instance")


def test_the_instance_of_a_wheel_lies_in_the_current_folder(installed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert installed.default_instance().root == Path.cwd() / "instance"


def test_everything_of_a_board_lies_in_its_instance(tmp_path):
    instance = Instance(tmp_path)
    assert instance.database == tmp_path / "register.sqlite"
    assert instance.settings == tmp_path / "settings.toml"
    assert instance.reference == tmp_path / "reference"
    assert instance.agreement_templates == tmp_path / "agreement_templates"
    assert instance.secret_key.parent == tmp_path


def test_an_instance_does_not_move(tmp_path):
    with pytest.raises(FrozenInstanceError):
        Instance(tmp_path).root = tmp_path / "elders"


# Preparing


def test_preparing_makes_the_folder_with_those_above_it(tmp_path):
    Instance(tmp_path / "besturen" / "de kade").prepare()
    assert (tmp_path / "besturen" / "de kade").is_dir()


def test_preparing_again_leaves_what_is_there(tmp_path):
    instance = Instance(tmp_path / "instance")
    instance.prepare()
    instance.settings.write_text("x = 1\n")
    instance.prepare()
    assert instance.settings.read_text() == "x = 1\n"


def test_preparing_where_a_file_stands_is_refused(tmp_path):
    (tmp_path / "instance").write_text("")
    with pytest.raises(FileExistsError):
        Instance(tmp_path / "instance").prepare()


@knows_modes
def test_a_new_instance_is_only_for_its_owner(tmp_path):
    Instance(tmp_path / "instance").prepare()
    assert mode_of(tmp_path / "instance") == 0o700


@knows_modes
@pytest.mark.parametrize(("before", "after"), [(0o755, 0o750), (0o777, 0o770), (0o750, 0o750), (0o700, 0o700)])
def test_an_instance_that_others_could_read_is_closed_to_them(tmp_path, before, after):
    folder = tmp_path / "instance"
    folder.mkdir()
    folder.chmod(before)
    Instance(folder).prepare()
    assert mode_of(folder) == after
