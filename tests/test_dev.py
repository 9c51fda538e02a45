"""dev.py in a small checkout of its own, whose register only says how it was called."""

import ast
import os
import runpy
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dev import find_browser
from tests.checkout import ROOT, tree

REGISTER = """
import sys, time
print(sys.argv[1:], flush=True)
if "--wait" in sys.argv:
    time.sleep(60)
sys.exit(3)
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "registry").mkdir()
    (folder / "registry" / "__main__.py").write_text(REGISTER, encoding="utf-8")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (folder / lock).write_text(f"# {lock} of a product that needs nothing\n", encoding="utf-8")
    return folder


@pytest.fixture
def dev(checkout):
    def call(*arguments):
        return subprocess.run(
            [sys.executable, checkout / "dev.py", *arguments], cwd=checkout.parent, capture_output=True, text=True
        )

    return call


@pytest.mark.xdist_group("dev")
def test_run_starts_the_boards_own_register_and_passes_its_exit_code_on(dev):
    done = dev("run", "--port", "8099")
    assert done.stdout.splitlines()[-1] == "['--instance', 'instance', 'run', '--port', '8099']"
    assert done.returncode == 3


@pytest.mark.xdist_group("dev")
def test_run_demo_starts_the_example_board_in_a_folder_of_its_own(dev):
    assert dev("run", "--demo").stdout.splitlines()[-1] == "['--instance', 'instance/demo', 'run', '--demo']"


@pytest.mark.xdist_group("dev")
def test_packages_are_fetched_again_only_when_the_lock_has_changed(dev, checkout):
    dev("run")
    assert "pakketten ophalen" not in dev("run").stdout
    (checkout / "requirements.txt").write_text("# another lock\n", encoding="utf-8")
    assert "pakketten ophalen" in dev("run").stdout


@pytest.mark.xdist_group("dev")
def test_a_package_without_a_hash_is_refused(dev, checkout):
    (checkout / "requirements.txt").write_text("click==8.1.8\n", encoding="utf-8")
    done = dev("run")
    assert "Hashes are required" in done.stderr
    assert done.stderr.endswith("Het ophalen van de pakketten is mislukt; de reden staat hierboven.\n")
    assert done.returncode == 1
    (checkout / "requirements.txt").write_text("# nothing\n", encoding="utf-8")


@pytest.mark.xdist_group("dev")
@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without telling it")
def test_a_request_to_stop_stops_the_register_too(checkout):
    command = [sys.executable, checkout / "dev.py", "run", "--wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:
        while "--wait" not in started.stdout.readline():
            assert started.poll() is None
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=10) == 128 + signal.SIGTERM


def test_another_command_shows_the_two_there_are(dev):
    done = dev("start")
    assert "python3 dev.py run --demo" in done.stderr
    assert "python3 dev.py test" in done.stderr
    assert done.returncode == 1


def test_an_older_python_is_sent_away_with_a_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(SystemExit, match=r"heeft Python 3\.11 of nieuwer nodig"):
        runpy.run_path(str(ROOT / "dev.py"))


def test_it_is_short_and_needs_only_the_standard_library():
    assert len((ROOT / "dev.py").read_text(encoding="utf-8").splitlines()) < 100
    imports = [node for node in ast.walk(tree(Path("dev.py"))) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert all(isinstance(node, ast.Import) or node.module in sys.stdlib_module_names for node in imports)
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    assert names <= sys.stdlib_module_names


def test_the_browser_that_is_asked_for_goes_first(monkeypatch):
    monkeypatch.setenv("TEST_BROWSER", "/opt/own/chrome")
    assert find_browser() == "/opt/own/chrome"


def test_a_browser_on_the_path_is_found(monkeypatch, tmp_path):
    browser = tmp_path / ("chromium.exe" if os.name == "nt" else "chromium")
    browser.touch(mode=0o755)
    monkeypatch.delenv("TEST_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Path(find_browser()) == browser
