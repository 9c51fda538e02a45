"""Colours: how they are written, and which of them letters can be read in."""

import re

import pytest

from registry.colours import (
    DARK_PAPER,
    DARK_TINT,
    LETTERS,
    PAPER,
    SOFT,
    TINT,
    accent_colour,
    contrast,
    in_the_dark,
    mixed,
    on_light,
)
from registry.errors import InvalidIdentifier
from tests.checkout import ROOT

SIXTEENTHS = [f"#{red:x}{green:x}{blue:x}" for red in range(16) for green in range(16) for blue in range(16)]


def in_full(short):
    return "#" + "".join(sign * 2 for sign in short[1:])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0c5a74", "#0c5a74", 1), ("#ffffff", "#0000ff", 8.59)],
    ids=["black on white", "the grey that just fails", "itself", "white on blue"],
)
def test_contrast_is_that_of_the_guideline(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("written", ["#0c5a74", "0C5A74", " #0C5a74 "], ids=["normal", "bare capitals", "with blanks"])
def test_a_colour_has_one_spelling(written):
    assert accent_colour(written) == "#0c5a74"


def test_three_signs_stand_for_six():
    assert accent_colour("#059") == "#005599"


@pytest.mark.parametrize("written", ["blauw", "#12345", "#12345g", "rgb(1,2,3)", "#0c5a74;}"])
def test_what_is_no_colour_is_refused(written):
    with pytest.raises(InvalidIdentifier, match="# met zes tekens"):
        accent_colour(written)


def test_a_light_colour_is_refused_with_how_far_it_is_and_one_that_is_enough():
    with pytest.raises(InvalidIdentifier) as refused:
        accent_colour("#f28c00")
    assert "contrast van 2,2 op 1, en 4,5 op 1 is nodig" in refused.value.sentence
    near = re.search("#[0-9a-f]{6}", refused.value.sentence)[0]
    assert accent_colour(near) == near


def test_every_colour_that_is_taken_can_be_read_in_light_and_dark():
    taken = 0
    for accent in map(in_full, SIXTEENTHS):
        if on_light(accent) < LETTERS:
            continue
        taken += 1
        bright = in_the_dark(accent)
        behind = [(accent, PAPER), (accent, TINT), (accent, mixed(accent, PAPER, SOFT))]
        behind += [(bright, DARK_PAPER), (bright, DARK_TINT), (bright, mixed(bright, DARK_PAPER, SOFT))]
        assert min(contrast(*pair) for pair in behind) >= LETTERS, accent
    assert taken > 1000


def test_every_colour_that_is_refused_gets_an_example_that_is_taken():
    refused = [accent for accent in map(in_full, SIXTEENTHS[::7]) if on_light(accent) < LETTERS]
    assert len(refused) > 200
    for accent in refused:
        with pytest.raises(InvalidIdentifier) as told:
            accent_colour(accent)
        assert accent_colour(re.search("bijvoorbeeld (#[0-9a-f]{6})", told.value.sentence)[1])


def test_the_planes_are_those_of_the_style_sheet():
    sheet = (ROOT / "registry/static/style.css").read_text(encoding="utf-8")
    told = [in_full(found) if len(found) == 4 else found for found in re.findall(r"--(?:paper|tint): (#\w+);", sheet)]
    assert told[:4] == [PAPER, TINT, DARK_PAPER, DARK_TINT]
    assert f"color-mix(in oklab, var(--tone) {SOFT:.0%}" in sheet
