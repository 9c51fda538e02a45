"""/.well-known/security.txt: not there until somebody is named, and as RFC 9116 wants it."""

from datetime import UTC, datetime, timedelta

import pytest

from registry.errors import BrokenRule
from registry.web import security_txt

ADDRESS = "/.well-known/security.txt"
CONTACT = {"SECURITY_CONTACT": ["security@bestuur.nl", "https://bestuur.nl/melden"]}


def lines(app, **options):
    answer = app.test_client().get(ADDRESS, **options)
    assert answer.content_type == "text/plain; charset=utf-8"
    return [line.partition(": ")[::2] for line in answer.text.splitlines()]


@pytest.mark.parametrize("case", [pytest.param("absent", id="W15 not set")])
def test_without_a_contact_it_is_not_there(make_app, case):
    assert make_app().test_client().get(ADDRESS).status_code == 404


@pytest.mark.parametrize("case", [pytest.param("set", id="W15 set")])
def test_it_says_what_is_set(make_app, case):
    base = "https://register.bestuur.nl"
    app = make_app(**CONTACT, SECURITY_POLICY="https://bestuur.nl/beleid", BASE_URL=base)
    told = lines(app, base_url=base)
    assert [pair for pair in told if pair[0] != "Expires"] == [
        ("Contact", "mailto:security@bestuur.nl"),
        ("Contact", "https://bestuur.nl/melden"),
        ("Preferred-Languages", "nl, en"),
        ("Policy", "https://bestuur.nl/beleid"),
        ("Canonical", f"{base}{ADDRESS}"),
    ]


@pytest.mark.parametrize("later", [pytest.param(days, id=f"W15 after {days} days") for days in (0, 200, 5000)])
def test_it_is_never_out_of_date_and_never_valid_for_a_year(make_app, monkeypatch, later):
    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=later)

    monkeypatch.setattr(security_txt, "datetime", Later)
    until = datetime.fromisoformat(dict(lines(make_app(**CONTACT)))["Expires"])
    left = until - (datetime.now(UTC) + timedelta(days=later))
    assert timedelta(days=30) < left < timedelta(days=365)


def test_it_is_the_same_for_everybody(make_app):
    answer = make_app(**CONTACT).test_client().get(ADDRESS)
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(
    "settings",
    [
        {"SECURITY_CONTACT": ["bel maar"]},
        {"SECURITY_CONTACT": ["mailto:a@b.nl\nPolicy: https://evil.nl"]},
        {"SECURITY_CONTACT": ["http://bestuur.nl/melden"]},
        {**CONTACT, "SECURITY_POLICY": "http://bestuur.nl"},
        {**CONTACT, "SECURITY_ENCRYPTION": "https://a.nl\nX: y"},
    ],
)
def test_a_setting_that_would_make_it_wrong_keeps_the_register_from_starting(make_app, settings):
    with pytest.raises(BrokenRule, match="SECURITY_"):
        make_app(**settings)
