"""The reader on all documents: sure is right, and little is missed."""

import json
from collections import defaultdict

import pytest

from tests.checkout import ROOT
from tests.exchange.annexes.comparing import Score, compare
from tests.exchange.annexes.scoring import main, score, table, together

DOCUMENTS = ROOT / "tests/exchange/annexes/documents"


@pytest.fixture(scope="module", params=["known", "unseen", "fresh", "last", "final", "blind5", "blind6"])
def scores(request):
    """The scores per field over each folder of documents."""
    return score(DOCUMENTS / request.param)


def share(scores, part, whole):
    """A share over all fields together."""
    return sum(getattr(one, part) for one in scores.values()) / sum(getattr(one, whole) for one in scores.values())


def test_what_it_is_sure_of_is_right(scores):
    assert share(scores, "right", "sure") >= 0.98, "\n".join(table(scores))


def test_it_finds_what_stands_there(scores):
    assert share(scores, "found", "expected") >= 0.90, "\n".join(table(scores))


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        pytest.param("073 - 000 08 08", "073 – 000 08 08", True, id="kind of dash"),
        pytest.param("Duur.", "duur", True, id="capital and stop"),
        pytest.param("www.a.nl", "www.a.nl/", False, id="slash"),
        pytest.param("ISO 27001", "ISO27001", False, id="blank or none"),
    ],
)
def test_the_scorer_is_no_more_lenient_than_its_rules(wanted, given, right):
    found = {"contact.phone": {"certainty": 0.95}}
    annex = {"kind": "privacy", "contact": {"phone": wanted}}
    told = {"kind": "privacy", "contact": {"phone": given}, "products": None, "found": found}
    scores = defaultdict(Score)
    compare("a", {"annexes": [told]}, {"annexes": [annex]}, scores)
    assert scores["contact.phone"].right == right


def test_a_scan_that_was_read_as_text_counts_as_missed():
    scores = defaultdict(Score)
    compare("a", {"annexes": []}, {"scanned": True}, scores)
    assert (scores["scanned"].expected, scores["scanned"].found) == (1, 0)


def test_several_folders_are_scored_each_and_together(tmp_path, capsys):
    for folder, text in (("one", "a"), ("other", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{text}.pdf").write_bytes(b"no pdf")
        (tmp_path / folder / f"{text}.json").write_text('{"annexes": [{"kind": "privacy", "version": "1"}]}')
    main([str(tmp_path / "one"), str(tmp_path / "other"), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [told[name]["version"]["expected"] for name in told] == [1, 1, 2]


def test_scores_together_keep_what_was_missed():
    one, other = defaultdict(Score), defaultdict(Score)
    one["date"].missed, other["date"].missed = [("a", 1, None)], [("b", 2, None)]
    assert [where for where, *_rest in together([one, other])["date"].missed] == ["a", "b"]
