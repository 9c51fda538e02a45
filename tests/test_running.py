"""What stands in the house for who keeps the register running: handbook, container, units. It fits the program."""

import re
import shutil
import subprocess
import tomllib
from itertools import chain

import pytest
import yaml

from registry import create_app
from registry.cli import main
from registry.paths import Instance
from tests.checkout import ROOT

HANDBOOK = ROOT / "docs" / "beheer"
PAGES = sorted(HANDBOOK.glob("*.md"))
EXAMPLES = HANDBOOK / "voorbeelden"
UNITS = sorted(EXAMPLES.glob("*@.*"))
PROGRAM = "/opt/verwerkersregister/bin/verwerkersregister"
FEW_LEAKS = 2.0  # systemd's own measure, from 0 (closed) to 10 (open)
COMPOSE = yaml.safe_load((ROOT / "compose.yml").read_text(encoding="utf-8"))
REGISTERS = {name: one for name, one in COMPOSE["services"].items() if name.startswith("register-")}
COMMAND = re.compile(r"verwerkersregister(?:\.exe)?(?: --instance \S+)? ([a-z][a-z-]+)\b")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return set(create_app(Instance(tmp_path_factory.mktemp("settings")), TESTING=True).config)


def text_of(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_link_of_the_handbook_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text_of(page))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_setting_of_the_handbook_exists(page, settings):
    blocks = re.findall(r"```toml\n(.*?)```", text_of(page), re.DOTALL)
    named = set(chain(*(tomllib.loads(block) for block in blocks))) | set(
        re.findall(r"REGISTER_([A-Z][A-Z_]+)", text_of(page))
    )
    assert {name.upper() for name in named} - settings == set()


def test_a_command_of_the_handbook_exists():
    lines = [line for page in (*PAGES, *UNITS) for line in text_of(page).splitlines()]
    named = {
        found
        for line in lines
        if line.startswith(("  ", "ver", "/opt", "Exec", "sudo"))
        for found in COMMAND.findall(line)
    }
    assert {"run", "doctor", "backup", "reminders"} <= named
    assert named - set(main.commands) == set()


@pytest.fixture(scope="module")
def units(tmp_path_factory):
    """The units of one board, with a program that is there."""
    folder = tmp_path_factory.mktemp("units")
    for unit in UNITS:
        written = text_of(unit).replace(PROGRAM, shutil.which("true") or "")
        (folder / unit.name).write_text(written, encoding="utf-8")
        (folder / unit.name.replace("@", "@een")).write_text(written, encoding="utf-8")
    return sorted(folder.glob("*@een.*"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="only where systemd is")
def test_systemd_reads_the_units(units):
    assert len(units) == len(UNITS) == 5
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    assert (done.returncode, [line for line in done.stderr.splitlines() if "verwerkersregister" in line]) == (0, [])


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="only where systemd is")
def test_a_service_may_do_little_besides_its_work(units):
    for unit in (one for one in units if one.suffix == ".service"):
        done = subprocess.run(["systemd-analyze", "security", "--offline=yes", unit], capture_output=True, text=True)
        exposure = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
        assert exposure, done.stderr
        assert float(exposure[1]) <= FEW_LEAKS, unit.name


def test_each_timer_starts_a_service_that_is_there():
    timers = [unit for unit in UNITS if unit.suffix == ".timer"]
    assert (
        [unit.stem for unit in timers] == [unit.stem for unit in timers if unit.with_suffix(".service") in UNITS] != []
    )


def test_each_example_is_told_of():
    told = "".join(map(text_of, PAGES))
    for example in EXAMPLES.iterdir():
        assert example.name in told or re.sub(r"@?\.\w+$", "@", example.name) in told, example.name


def test_the_container_runs_without_root_and_is_asked_how_it_is():
    lines = text_of(ROOT / "Dockerfile").splitlines()
    assert "Niet getest" in lines[0]
    assert [line for line in lines if re.fullmatch(r"USER [1-9][0-9]+", line)]
    assert "VOLUME /data" in lines
    assert any("/gezond" in line for line in lines[lines.index("VOLUME /data") :])


def test_each_board_has_a_container_a_port_and_a_database_of_its_own(settings):
    assert len(REGISTERS) == 2
    for of in ("profiles", "volumes", "environment"):
        written = [str(one[of]) for one in REGISTERS.values()]
        assert len(set(written)) == len(written), of
    ports = {one["environment"]["PORT"] for one in REGISTERS.values()}
    databases = {one["environment"]["REGISTER_DATABASE_URL"].rpartition("@")[2] for one in REGISTERS.values()}
    assert len(ports) == len(databases) == len(REGISTERS)
    for one in REGISTERS.values():
        named = {name.removeprefix("REGISTER_") for name in one["environment"] if name != "PORT"}
        assert named - settings == set()
        assert one["network_mode"] == "service:proxy"


@pytest.mark.parametrize(("proxy", "tried"), [("Caddyfile", "Niet getest"), ("nginx.conf", "Nagegaan met nginx")])
def test_a_proxy_gives_its_own_number_keeps_the_figures_inside_and_says_whether_it_was_tried(proxy, tried):
    written = text_of(EXAMPLES / proxy)
    assert "X-Request-Id" in written
    assert "/meetwaarden" in written
    assert tried in written.splitlines()[0]
