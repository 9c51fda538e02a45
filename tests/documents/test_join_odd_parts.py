"""Joining: parts that are broken or odd give a file that can be read, or are refused; never anything else."""

import re
from contextlib import suppress
from random import Random

import pytest

from registry.documents import TemplateRefused, join
from tests.documents.building import BODY, RELS, TYPES, changed, paragraph, replaced, xml_file
from tests.documents.soundness import faults
from tests.documents.specimens import complete, lines, parts, read, word_file
from tests.documents.test_join_lists import numbered
from tests.documents.test_join_notes import commented, noted
from tests.documents.test_join_references import charted, pictured
from tests.documents.test_join_styles import style, styled

ODD = {
    "plain": word_file("plat", header="h", footer="f"),
    "noted": noted("footnote", "voet", "noot"),
    "ended": noted("endnote", "eind"),
    "commented": commented("vraag", answer="antwoord"),
    "pictured": pictured("plaatje", b"png"),
    "charted": charted(3),
    "numbered": numbered("genummerd"),
    "styled": styled("opgemaakt", "X", style("X", "Eigen")),
    "paper": complete("bijlage-3-afwijkingen"),
}
MIXED = [BODY, RELS, TYPES, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/comments.xml"]


@pytest.mark.parametrize("first", ODD)
@pytest.mark.parametrize("second", ODD)
def test_every_kind_joins_with_every_kind(first, second):
    both = [ODD[first], ODD[second], ODD[second]]
    whole = join(both)
    assert faults(whole) == sorted(set(faults(ODD[first])) & set(faults(whole)))
    assert lines(whole) == [line for part in both for line in lines(part)]
    assert join(both) == whole


@pytest.mark.parametrize("seed", range(60))
def test_a_part_with_pieces_changed_is_joined_or_refused(seed):
    chance = Random(seed)
    name = chance.choice(list(ODD))
    contents = parts(ODD[name])
    part = chance.choice([one for one in MIXED if one in contents])
    broken = changed(ODD[name], {part: _shaken(contents[part], chance)})
    _joined_or_refused(ODD["paper"], broken)
    if _can_be_read(broken):
        _joined_or_refused(broken, ODD["noted"])
    else:  # what is broken in the first part and no part touches stays as it is
        with suppress(TemplateRefused):
            join([broken, ODD["noted"]])


def _joined_or_refused(*both: bytes) -> None:
    with suppress(TemplateRefused):
        assert _can_be_read(join(both))


def _can_be_read(content: bytes) -> bool:
    try:
        return read(content) is not None
    except (SyntaxError, KeyError, ValueError, AttributeError):
        return False


def _shaken(xml: bytes, chance: Random) -> bytes:
    """The XML with some of its values, tags and text changed for others of its own, or gone."""
    pieces = re.split(rb'("[^"]*"|<[^>]*?/>)', xml)
    for _ in range(chance.choice([1, 3, 20])):
        place = chance.randrange(len(pieces))
        pieces[place] = chance.choice([b"", b'"0"', b'"-1"', b'"x"', chance.choice(pieces)])
    return b"".join(pieces)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"PK\3\4",
        changed(word_file("x"), {BODY: b"<w:document"}),
        changed(word_file("x"), {BODY: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        replaced(word_file("x"), BODY, "w:body>", "w:geen>"),
        replaced(word_file("x"), TYPES, "wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
    ],
    ids=["empty", "a beginning", "cut off", "an entity", "no body", "a template"],  # not the bytes: they hold the time
)
@pytest.mark.parametrize("place", [0, 1])
def test_what_is_no_sound_word_file_is_refused_in_any_place(broken, place):
    both = [word_file("een")]
    both.insert(place, broken)
    with pytest.raises(TemplateRefused):
        join(both)


def test_many_parts_stay_sound():
    whole = join([ODD[name] for name in ODD] * 5)
    assert faults(whole) == []


def test_marks_between_paragraphs_are_kept():
    between = '<w:bookmarkStart w:id="1" w:name="a"/>' + paragraph("x") + '<w:bookmarkEnd w:id="1"/>'
    assert faults(join([xml_file(between), xml_file(between)])) == []
