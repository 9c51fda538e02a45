"""Joining: numbers and names that a file may have only once, and fields that ask for properties of their file."""

import pytest
from docx.oxml.ns import nsmap, qn

from registry.documents import join
from tests.documents.building import paragraph, replaced, xml_file
from tests.documents.soundness import faults, root, values
from tests.documents.specimens import lines, word_file

MARKED = paragraph(
    "x",
    more='<w:bookmarkStart w:id="3" w:name="plek"/><w:bookmarkStart w:id="4" w:name="ander"/>'
    '<w:bookmarkEnd w:id="3"/><w:bookmarkEnd w:id="4"/>',
)


def test_bookmarks_get_numbers_and_names_of_their_own_and_end_where_they_ended():
    whole = join([xml_file(MARKED)] * 3)
    starts, ends = (values(root(whole), f"//w:bookmark{end}/@w:id") for end in ("Start", "End"))
    assert len(starts) == len(set(starts)) == 6
    assert starts == ends
    assert values(root(whole), "//w:bookmarkStart/@w:name") == [
        "plek",
        "ander",
        "plek_2",
        "ander_2",
        "plek_3",
        "ander_3",
    ]
    assert faults(whole) == []


@pytest.mark.parametrize(
    "reference",
    [
        '<w:hyperlink w:anchor="{}"><w:r><w:t>zie</w:t></w:r></w:hyperlink>',
        '<w:fldSimple w:instr="REF {} \\h"><w:r><w:t>zie</w:t></w:r></w:fldSimple>',
        "<w:r><w:instrText> PAGEREF {} </w:instrText></w:r>",
    ],
)
def test_what_refers_to_a_bookmark_refers_to_that_of_its_own_part(reference):
    part = xml_file(MARKED + f"<w:p>{reference.format('plek')}</w:p>")
    whole = root(join([part, part]))
    said = [
        *values(whole, "//w:hyperlink/@w:anchor | //w:fldSimple/@w:instr"),
        *(one.text for one in whole.iter(qn("w:instrText"))),
    ]
    assert ["plek_2" in one for one in said] == [False, True]


def test_a_name_that_is_as_long_as_it_may_be_stays_so():
    long = xml_file(paragraph("x", more=f'<w:bookmarkStart w:id="0" w:name="{"n" * 40}"/><w:bookmarkEnd w:id="0"/>'))
    assert [len(name) for name in values(root(join([long, long])), "//w:bookmarkStart/@w:name")] == [40, 38]


def test_pictures_controls_and_revisions_get_numbers_of_their_own():
    picture = f'<w:r><w:drawing><wp:docPr xmlns:wp="{nsmap["wp"]}" id="1" name="p"/></w:drawing></w:r>'
    control = '<w:sdt><w:sdtPr><w:id w:val="-5"/></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt>'
    revision = '<w:ins w:id="1" w:author="x"><w:r><w:t>nieuw</w:t></w:r></w:ins>'
    part = xml_file(paragraph("x", more=picture + control + revision))
    whole = join([part, part])
    assert faults(whole) == []
    found = values(root(whole), "//wp:docPr/@id | //w:sdtPr/w:id/@w:val | //w:ins/@w:id")
    assert len(found) == len(set(found)) == 6


def test_numbers_in_the_header_of_the_first_are_not_given_out():
    one = word_file("een", header="Boven")
    one = replaced(
        one, "word/header1.xml", "</w:p>", '<w:bookmarkStart w:id="1" w:name="h"/><w:bookmarkEnd w:id="1"/></w:p>'
    )
    assert "1" not in values(root(join([one, xml_file(MARKED)])), "//w:bookmarkStart/@w:id")


SIMPLE = '<w:p><w:fldSimple w:instr=" {} "><w:r><w:t>waarde</w:t></w:r></w:fldSimple></w:p>'
IN_PIECES = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>waarde</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize("field", [SIMPLE, IN_PIECES])
@pytest.mark.parametrize(("code", "locked"), [("TITLE", ["1"]), ("docproperty Zaak", ["1"]), ("PAGE", []), ("", [])])
def test_a_field_that_asks_for_a_property_keeps_what_it_says(field, code, locked):
    whole = join([word_file("een"), xml_file(field.format(code))])
    assert values(root(whole), "//w:fldSimple/@w:fldLock | //w:fldChar/@w:fldLock") == locked
    assert "waarde" in "".join(root(whole).itertext())


def test_a_control_that_shows_a_property_keeps_what_it_says():
    tie = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/title" w:storeItemID="{1}"/></w:sdtPr>'
    part = xml_file(f"{tie}<w:sdtContent>{paragraph('Eigen titel')}</w:sdtContent></w:sdt>")
    whole = join([part, part])
    assert len(list(root(whole).iter(qn("w:dataBinding")))) == 1
    assert lines(whole).count("Eigen titel") == 2
