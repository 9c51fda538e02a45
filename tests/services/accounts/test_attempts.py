"""Counted attempts: for all processes and after a restart alike."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from registry import access
from registry.database import db, session_for
from registry.errors import TooManyAttempts
from registry.model import Attempt
from registry.services.accounts.attempts import LIMITS, count_attempt, forget_attempts
from tests.checkout import ROOT

ELSEWHERE = """
import sys
from pathlib import Path
from registry import access, create_app
from registry.database import session_for
from registry.errors import TooManyAttempts
from registry.paths import Instance
from registry.services.accounts.attempts import count_attempt
app = create_app(Instance(Path(sys.argv[1])), DATABASE_URL=sys.argv[2])
with app.app_context():
    session = session_for(access.PUBLIC)
    for _ in range(int(sys.argv[3])):
        try:
            count_attempt(session, account="fg@bestuur.example")
            print("tried")
        except TooManyAttempts as wait:
            print("waits", wait.seconds)
"""


def elsewhere(folder, url, times):
    """What another process is told, which begins anew each time."""
    command = [sys.executable, "-c", ELSEWHERE, str(folder), url, str(times)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_s02_other_processes_and_a_restart_go_on_counting(session, database_url, tmp_path):
    for _ in range(4):
        count_attempt(session, account="fg@bestuur.example")
    session.rollback()
    assert elsewhere(tmp_path, database_url, 4) == ["tried"] * 4
    *tried, last = elsewhere(tmp_path, database_url, 3)
    assert tried == ["tried"] * 2
    assert 0 < int(last.split()[1]) <= 300
    with pytest.raises(TooManyAttempts):
        count_attempt(session, account="FG@bestuur.example")


def test_s02_tries_at_the_same_moment_do_not_slip_through(app):
    def attempt(_):
        with app.app_context():
            try:
                count_attempt(session_for(access.PUBLIC), account="fg@bestuur.example")
            except TooManyAttempts:
                return "waits"
            finally:
                db.session.remove()
            return "tried"

    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(attempt, range(24)))
    assert 7 <= told.count("tried") <= 10  # three others that are being refused may stand in the way for a moment


@pytest.mark.parametrize("kind", LIMITS)
def test_s02_each_kind_has_its_limit_and_ends_by_itself(session, monkeypatch, kind):
    most, window = LIMITS[kind]
    moment = [1_900_000_000]
    monkeypatch.setattr("time.time", lambda: moment[0])
    monkeypatch.setitem(LIMITS, kind, (min(most, 10), window))
    for _ in range(min(most, 10)):
        count_attempt(session, **{kind: "x"})
    with pytest.raises(TooManyAttempts) as caught:
        count_attempt(session, **{kind: "x"})
    assert caught.value.seconds == window
    count_attempt(session, **{kind: "somebody else"})
    moment[0] += window
    count_attempt(session, **{kind: "x"})


def test_s02_what_is_counted_says_of_nobody_that_they_tried(session):
    count_attempt(session, account="fg@bestuur.example", address="192.0.2.1")
    kept = [f"{row.kind} {row.key_hash}" for row in session.scalars(select(Attempt))]
    assert len(kept) == 2
    assert not any("fg" in row or "192" in row for row in kept)


def test_s02_it_is_forgotten_after_an_hour(session, monkeypatch):
    count_attempt(session, account="a")
    moment = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: moment)
    count_attempt(session, account="b")
    assert len(session.scalars(select(Attempt)).all()) == 1


def test_s02_only_whose_count_is_taken_back_starts_anew(session):
    for email in ("a", "b"):
        for _ in range(10):
            count_attempt(session, account=email)
    forget_attempts(session, account="a")
    count_attempt(session, account="a")
    with pytest.raises(TooManyAttempts):
        count_attempt(session, account="b")
