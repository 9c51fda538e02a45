"""The zips that are written: deterministic, readable by others, and with ZIP64 where that is needed."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest

from registry.documents import fill
from registry.documents.reading.package import members
from registry.documents.zips import zipping
from registry.documents.zips.deflating import Packer, packed
from tests.documents.specimens import parts, shipped, word_file

SMALL = zipping.Part(b"a.txt", 0, 0x3610A686, b"hello", 5)
GB = 2**30


def test_an_archive_is_read_back_by_python():
    content = zipping.Archive().extended([SMALL, zipping.Part("é.xml".encode(), 8, *packed(b"<x/>" * 1000))]).closed()
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        assert [(entry.filename, entry.date_time) for entry in package.infolist()] == [
            ("a.txt", (1980, 1, 1, 0, 0, 0)),
            ("é.xml", (1980, 1, 1, 0, 0, 0)),
        ]
        assert package.read("é.xml") == b"<x/>" * 1000


def test_more_parts_than_the_old_field_can_count_are_all_found():
    some = (zipping.Part(f"{number}".encode(), 0, 0, b"", 0) for number in range(70_000))
    with ZipFile(BytesIO(zipping.Archive().extended(some).closed())) as package:
        assert len(package.namelist()) == 70_000


def test_a_part_of_five_gigabytes_has_its_size_in_the_wide_fields():
    line = zipping.directory_line(b"a", 8, 1, 5 * GB, 6 * GB, 7 * GB)
    assert line.endswith(struct.pack("<2H3Q", 1, 24, 6 * GB, 5 * GB, 7 * GB))
    header = zipping.local_header(b"a", 8, 1, 5, 6 * GB)
    assert header.endswith(struct.pack("<2H2Q", 1, 16, 6 * GB, 5))
    assert struct.unpack_from("<2L", header, 18) == (0xFFFFFFFF, 0xFFFFFFFF)


def test_a_small_part_has_no_wide_fields():
    assert zipping.local_header(b"a", 8, 1, 5, 6).endswith(b"\0\0a")
    assert len(zipping.end(3, 100, 200)) == 22


def test_a_directory_beyond_four_gigabytes_is_closed_with_the_wide_record():
    assert zipping.end(3, 100, 5 * GB)[:4] == b"PK\6\6"
    assert struct.unpack_from("<Q", zipping.end(3, 100, 5 * GB), 48) == (5 * GB,)


def test_what_is_packed_in_pieces_is_what_is_packed_at_once():
    packer = Packer()
    for piece in (b"een", b"", b"twee" * 10_000):
        packer.feed(piece)
    done, whole = packer.finish(), packed(b"een" + b"twee" * 10_000)
    assert (done.crc, done.size) == (whole.crc, whole.size) == (done.crc, 40_003)


def test_unchanged_parts_are_the_packed_bytes_of_the_template():
    template = shipped("schoolgids-leverancierslijst")
    content = fill(word_file("{{ naam }}"), {"naam": "x"}).content
    before, after = members(word_file("{{ naam }}")), members(content)
    same = [name for name in before if before[name].packed == after[name].packed]
    assert set(before) - set(same) == {"word/document.xml", "docProps/core.xml"}
    assert members(template)["word/styles.xml"].content == parts(template)["word/styles.xml"]


@pytest.mark.parametrize("name", ["docProps/core.xml", "word/document.xml"])
def test_a_file_without_properties_gets_them(name):
    from tests.documents.building import zipped

    bare = parts(word_file("{{ naam }}"))
    bare.pop("docProps/core.xml")
    link, override = b"metadata/core-properties", b"/docProps/core.xml"
    for part, sign in (("_rels/.rels", link), ("[Content_Types].xml", override)):
        start = bare[part].index(sign)
        begin, end = bare[part].rindex(b"<", 0, start), bare[part].index(b"/>", start) + 2
        bare[part] = bare[part][:begin] + bare[part][end:]
    content = fill(zipped(bare), {"naam": "x", "document": {"titel": "Lijst"}}).content
    assert name in parts(content)
    assert b"Lijst" in parts(content)["docProps/core.xml"]
