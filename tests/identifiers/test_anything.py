"""Whatever comes in: a spelling that stays, or a refusal at once."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import identifiers
from registry.errors import InvalidIdentifier
from tests.identifiers.refusing import refused

RECOGNISERS = [
    identifiers.kvk_number,
    identifiers.brin,
    identifiers.site_code,
    identifiers.board_number,
    identifiers.rio_board,
    identifiers.postcode,
    identifiers.email_address,
    identifiers.phone_number,
    identifiers.web_address,
]
HOSTILE = [
    "a" * 50_000 + "!",
    "a@" * 25_000,
    "a." * 25_000,
    "0" * 50_000,
    "0 " * 25_000 + "x",
    "((((" * 12_500,
    "https://" + "a." * 25_000,
    "https://a.nl/" + "%" * 50_000,
    "b. " * 17_000,
    " " * 50_000 + "x",
    "-" * 50_000,
    "a" + "\u0301\u0316" * 25_000,
    "\ufdfa" * 50_000,
]


@pytest.mark.parametrize("recognise", RECOGNISERS)
@settings(deadline=None)
@given(written=st.text(st.characters()) | st.text("0123456789AaBb .-+@:/()", max_size=12))
def test_any_text_gives_a_spelling_that_stays_or_a_refusal(recognise, written):
    try:
        spelling = recognise(written)
    except InvalidIdentifier:
        return
    assert spelling.isprintable()
    assert recognise(spelling) == spelling


@pytest.mark.parametrize("recognise", RECOGNISERS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_fifty_thousand_hostile_characters_are_refused_at_once(recognise, hostile):
    start = process_time()
    refused(recognise, hostile)
    assert process_time() - start < 0.1


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_fifty_thousand_hostile_characters_get_their_key_in_linear_time(hostile):
    # Four times as much takes four times as long, or sixteen times when each character looks at all others.
    assert least_time(hostile) < 10 * least_time(hostile[-len(hostile) // 4 :])


def least_time(text):
    """How long a key of this text takes when nothing else is in the way."""

    def once():
        start = process_time()
        identifiers.name_key(text)
        return process_time() - start

    return min(once() for _ in range(3))
