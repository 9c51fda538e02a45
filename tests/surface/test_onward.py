"""Where a visitor goes on to: pages of this register and nothing else."""

import pytest

from registry.web.onward import onward

ELSEWHERE = [
    *("//evil.nl", "///evil.nl", "////evil.nl", "/\\evil.nl", "\\\\evil.nl", "/\\/evil.nl", "\\/evil.nl"),
    *("https://evil.nl", "http:evil.nl", "https:evil.nl", "https:///evil.nl", "HTTPS://EVIL.NL", "evil.nl"),
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
    ),
    *("\t//evil.nl", "/\t/evil.nl", "\n//evil.nl", "/\r\n/evil.nl", "\x00//evil.nl", " //evil.nl", "\u00a0//evil.nl"),
    *("/leveranciers/\r\nSet-Cookie: a=b", "/leveranciers/\tx", "/leveranciers/ x", "/\u2215evil.nl", "/\uff0fevil.nl"),
    *("http://localhost/leveranciers/", "//localhost/leveranciers/", "?x=1", "#x", "", "@evil.nl", "/@evil.nl"),
    *("/%2fevil.nl", "/%5cevil.nl", "/..//evil.nl", "/./evil.nl", "/leveranciers/../../evil.nl", "leveranciers/"),
    *("/bestaat-niet", "/static/style.css", "/leveranciers", "/leveranciers/0", "//", "/leveranciers//"),
    "/leveranciers/?" + "x" * 3000,
]
HERE = [
    *("/leveranciers/", "/leveranciers/1", "/leveranciers/?zoek=a%20b&page=2", "/leveranciers/1#producten"),
    *("/documenten/school/1?welk=schoolgids", "/leveranciers/?verder=//evil.nl"),
]


@pytest.mark.parametrize("target", [pytest.param(one, id=f"S25 {one[:60]!a}") for one in ELSEWHERE])
def test_another_place_is_nowhere(app, target):
    with app.test_request_context():
        assert onward(target) == ""


@pytest.mark.parametrize("target", HERE)
def test_a_page_of_the_register_is_where_it_says(app, target):
    with app.test_request_context():
        assert onward(target) == target


@pytest.mark.parametrize("target", ["/", "/?a=b"])
def test_the_overview_is_left_to_where_somebody_begins(app, target):
    with app.test_request_context():
        assert onward(target) == ""


def test_what_is_only_sent_by_a_form_is_no_page(app):
    with app.test_request_context():
        assert onward("/sjablonen/versie/1/gebruik") == ""
