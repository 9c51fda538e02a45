"""The XML round the tags: where a value stands, and whether a branch leaves the XML as it was."""

import pytest

from registry.documents.filling.writing import ATTRIBUTE, PLAIN, in_run
from registry.documents.language.markup import Markup, MisplacedError, NextNumber


def after(*pieces: str) -> Markup:
    markup = Markup(numbered=True)
    for piece in pieces:
        markup.read(piece)
    return markup


@pytest.mark.parametrize(
    ("xml", "spot"),
    [
        ("<w:r><w:t>", in_run("")),
        ('<w:r w:x="1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a', in_run("<w:rPr><w:b/></w:rPr>")),
        ("<w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:t>", in_run("")),
        ("<w:r><w:instrText>", PLAIN),
        ("<a:t>", PLAIN),
        ('<w:p w:x="', ATTRIBUTE),
    ],
)
def test_the_spot_of_a_value_is_known(xml, spot):
    assert after(xml).spot() == spot


@pytest.mark.parametrize("xml", ["", "<w:p>", "<w:r>", "<w:tbl><w:tr>", "<w:p ", '<w:p a="1"', '<w:p a="1" b'])
def test_where_no_text_can_stand_a_value_is_refused(xml):
    with pytest.raises(MisplacedError):
        after(xml).spot()


@pytest.mark.parametrize("xml", ["</w:p>", "<w:p></w:r>", "<w:p><w:r></w:p>"])
def test_an_end_without_its_beginning_is_refused(xml):
    with pytest.raises(MisplacedError):
        after(xml)


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("<w:p>", "<w:p><w:r></w:r>", True),
        ("<w:p>", "<w:p></w:p>", False),
        ("<w:p><w:r>", "<w:r><w:p>", False),
        ('<w:p a="1', '<w:p a="22', True),
        ('<w:p a="1', '<w:p a="1"', False),
        ('<w:p a="1', "<w:p>", False),
    ],
)
def test_two_branches_agree_when_what_follows_fits_both(first, second, alike):
    assert after(first).state.like(after(second).state) is alike


def test_pieces_are_what_was_read_but_for_numbers_and_line_breaks():
    picture = '<w:r><wp:docPr id="7" name="x"/><w:t>a\nb</w:t></w:r>'
    pieces = Markup(numbered=True).read(picture)
    assert NextNumber() in pieces
    text = "".join("#" if isinstance(piece, NextNumber) else piece for piece in pieces)
    breaks = '</w:t><w:br/><w:t xml:space="preserve">'
    assert text == picture.replace('"7"', '"#"').replace("\n", breaks)


def test_a_tag_may_be_read_in_pieces():
    markup = after("<w:r><w:t", ' xml:space="', 'preserve">')
    assert markup.spot() == in_run("")
