"""`tidy`: final papers go once they were kept as long as the setting says."""

from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from registry.access import Right, Viewer, bind
from registry.cli import main
from registry.database import change
from registry.model import GeneratedDocument
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from registry.services.uses.schools import add_school
from tests.complete_register import TODAY


@pytest.fixture
def tidy(session, register, database_url, tmp_path, monkeypatch):
    """Run the command, with the setting as the environment gives it."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)

    def tidy(years, setting="FINALS_KEPT_YEARS"):
        monkeypatch.setenv(f"REGISTER_{setting}", years)
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "tidy"])

    return tidy


@pytest.fixture
def papers(session, register, tmp_path):
    """A final paper of four years ago and one of today."""
    paper = compose(session, Order(KINDS["agreement-complete"], register.lettervlieg.id, TODAY, TODAY))
    now = datetime.now(UTC)
    return [make_final(session, paper, Templates(tmp_path), now - timedelta(days=days)).id for days in (1500, 0)]


def left(session):
    session.expire_all()
    return list(session.scalars(select(GeneratedDocument.id)))


def test_only_what_is_old_goes(tidy, papers, session):
    assert tidy("3").stdout.splitlines()[0] == "1 definitief document opgeruimd."
    assert left(session) == papers[1:]


def test_nothing_goes_when_all_is_kept_for_ever(tidy, papers, session):
    assert tidy("0").stdout.splitlines()[0] == "0 definitieve documenten opgeruimd."
    assert left(session) == papers


@pytest.mark.parametrize(("years", "told"), [("3", "In 1 regel van"), ("0", "In 0 regels van")])
def test_names_in_the_history_go_as_well(tidy, session, years, told):
    bind(session, Viewer("Jan Jansen", frozenset(Right), account=12))
    with change(session, "lang geleden") as running:
        running.at = datetime.now(UTC) - timedelta(days=1500)
        add_school(session, {"name": "De Klok"})
    result = tidy(years, "HISTORY_NAMES_KEPT_YEARS")
    assert result.stdout.splitlines()[1] == f"{told} de geschiedenis is de naam vervangen."


@pytest.mark.parametrize("name", ["FINALS_KEPT_YEARS", "HISTORY_NAMES_KEPT_YEARS"])
@pytest.mark.parametrize("setting", ["zeven", "-1", "7.5", ""])
def test_another_setting_is_refused_with_the_rule(tidy, papers, session, setting, name):
    result = tidy(setting, name)
    assert result.exit_code == 2
    assert f"{name} is een aantal jaren" in result.stderr
    assert left(session) == papers
