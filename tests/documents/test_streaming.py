"""A zip that is written while it is sent: read back by Python's own reader, member by member."""

import struct
from io import BytesIO
from itertools import islice
from types import SimpleNamespace
from zipfile import ZIP_STORED, ZipFile

import pytest

from registry.documents.zips import zipping
from registry.documents.zips.streaming import zipped


def opened(*members):
    return ZipFile(BytesIO(b"".join(zipped(members))))


def test_what_went_in_comes_out():
    members = {"een.docx": b"1" * 70_000, "twee.docx": bytes(range(256)), "leeg.txt": b""}
    archive = opened(*members.items())
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == members


def test_no_members_make_an_empty_zip():
    assert opened().namelist() == []


def test_nothing_is_compressed_and_nothing_tells_the_hour():
    found = opened(("een.docx", b"x" * 1000)).getinfo("een.docx")
    assert (found.compress_type, found.compress_size, found.date_time) == (ZIP_STORED, 1000, (1980, 1, 1, 0, 0, 0))


def test_the_same_members_make_the_same_file():
    members = [("een.docx", b"een"), ("twee.docx", b"twee")]
    assert b"".join(zipped(members)) == b"".join(zipped(members))


def test_a_name_keeps_its_letters():
    assert opened(("Zoë – 😀.docx", b"")).namelist() == ["Zoë – 😀.docx"]


def test_files_of_one_name_are_told_apart():
    names = ["a.docx", "a.docx", "A.docx", "a (2).docx", "zonder", "zonder"]
    expected = ["a.docx", "a (2).docx", "A (3).docx", "a (2) (2).docx", "zonder", "zonder (2)"]
    assert opened(*((name, b"") for name in names)).namelist() == expected


@pytest.mark.parametrize("name", ["", "..", "../a.docx", "/a.docx", "map\\a.docx", "C:a.docx", "a\0.docx"])
def test_what_is_no_plain_file_name_is_refused(name):
    with pytest.raises(ValueError, match="no plain file name"):
        list(zipped([(name, b"")]))


def test_a_member_is_sent_before_the_next_is_asked_for():
    asked = []

    def members():
        for number in range(3):
            asked.append(number)
            yield f"{number}.docx", b"x"

    stream = zipped(members())
    assert [len(asked) for _ in islice(stream, 4)] == [1, 1, 2, 2]


def test_more_members_than_a_plain_zip_can_count():
    archive = opened(*((f"{number}.txt", b"") for number in range(65_536)))
    assert len(archive.namelist()) == 65_536


@pytest.mark.parametrize("limit", [11, 101, 1001])
def test_a_zip_beyond_the_plain_limits_is_read_as_zip64(monkeypatch, limit):
    """Four gigabytes take too long: the limits are put lower, so that sizes, places or only the end are too big."""

    class LowLimit:
        def __init__(self, layout):
            self.layout = layout

        def pack(self, *values):
            return struct.pack(self.layout, *(0xFFFFFFFF if value == limit else value for value in values))

    monkeypatch.setattr(zipping, "_FULL", limit)
    monkeypatch.setattr(zipping, "_HEADER", LowLimit(zipping._HEADER.format))
    monkeypatch.setattr(zipping, "struct", SimpleNamespace(pack=lambda layout, *of: LowLimit(layout).pack(*of)))
    members = {"een.docx": b"1" * 300, "twee.docx": b"2" * 3000, "drie.docx": b"3"}
    archive = opened(*members.items())
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == members
