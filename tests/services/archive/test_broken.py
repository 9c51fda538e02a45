"""An archive that is broken, made up or not for this register: one sentence, and nothing has changed."""

import pytest

from registry.errors import FileRefused
from registry.services.archive import opening
from registry.services.archive.reading import read_archive
from tests.services.archive.mending import parts, put_rows, rows_of, write
from tests.services.archive.registers import members


def row(table, number=0, **values):
    """A change of one row."""

    def change(found):
        rows = rows_of(found, table)
        rows[number] |= values
        put_rows(found, table, rows)

    return change


def member(name, content):
    return lambda found: found.update({name: content})


def manifest(**values):
    return lambda found: found["manifest.json"].update(values)


def without(name):
    return lambda found: found.pop(name)


def twice(table):
    return lambda found: put_rows(found, table, rows_of(found, table) * 2)


def other_column(found):
    rows = rows_of(found, "school")
    put_rows(found, "school", [{**one, "is_admin": True} for one in rows])


def fewer_columns(found):
    found["schema.json"]["tables"]["school"]["columns"].pop()


def one_row_less(found):
    found["tables/school.jsonl"] = found["tables/school.jsonl"].splitlines(keepends=True)[0]


NO_ROW = "rij 1 van school kan niet worden gelezen"
NO_FIT = "past niet bij de beschrijving"
MEANT = [  # somebody wrote the manifest anew, so all hashes agree
    ("a newer format", manifest(format=2, program="9.0.0"), "indeling 2; dit register leest tot en met indeling 1"),
    ("a newer schema", manifest(schema="0999", program="9.0.0"), "versie 9.0.0 (indeling 0999). Dit is versie"),
    ("a manifest that lacks something", manifest(tables=None), "Dit is geen bestand dat met"),
    ("no number of rows", manifest(tables={"school": -1}), "Dit is geen bestand dat met"),
    ("no manifest", without("manifest.json"), "Dit is geen bestand dat met"),
    ("a manifest that is no JSON", member("manifest.json", b"{"), "Dit is geen bestand dat met"),
    ("a manifest of nested lists", member("manifest.json", b"[" * 100_000), "Dit is geen bestand dat met"),
    ("no description", without("schema.json"), "schema.json ontbreekt"),
    ("a description without columns", fewer_columns, "de tabellen zijn niet die van indeling"),
    ("no table of schools", without("tables/school.jsonl"), "tables/school.jsonl ontbreekt"),
    ("a table of its own", member("tables/x.jsonl", b""), "een onderdeel in dat er niet hoort"),
    ("a path out of the folder", member("../weg.txt", b"x"), "een onderdeel in dat er niet hoort"),
    ("a way out of the own files", member("instance/reference/../weg.txt", b"x"), "een onderdeel in dat er niet hoort"),
    ("a place of another system", member("instance/reference/C:\\weg.txt", b"x"), "een onderdeel in dat er niet hoort"),
    ("a key of the server", member("instance/secret_key", b"x"), "een onderdeel in dat er niet hoort"),
    ("a file under another hash", member("files/" + "a" * 64, b"x"), "een onderdeel in dat er niet hoort"),
    ("a row that is no JSON", member("tables/school.jsonl", b"{\n"), NO_ROW),
    ("a row that is a list", member("tables/school.jsonl", b"[]\n"), NO_ROW),
    ("a row of nested lists", member("tables/school.jsonl", b"[" * 100_000), NO_ROW),
    ("a column that is not ours", other_column, NO_FIT),
    ("a number as a text", row("school", id="1"), NO_FIT),
    ("a number that fits nowhere", row("school", id=2**63), NO_FIT),
    ("true as a number", row("school", version=True), NO_FIT),
    ("a text that is a number", row("school", name=1), NO_FIT),
    ("a text with NUL", row("school", name="a\0b"), NO_FIT),
    ("half a sign", row("school", name="\ud800"), NO_FIT),
    ("a text that is too long", row("school", name="x" * 5000), NO_FIT),
    ("a day that is none", row("use", since="2026-02-30"), NO_FIT),
    ("a moment that is none", row("audit_event", at="vandaag"), NO_FIT),
    ("an empty value that must be there", row("school", name=None), "De rijen van school passen niet"),
    ("a choice out of no list", row("supplier", role="baas"), "De rijen van supplier passen niet"),
    ("a row twice", twice("school"), "De rijen van school passen niet"),
    ("a row that leads nowhere", row("use", school_id=99), "De rijen van use passen niet"),
    ("a file that is not there", row("file_content", content="b" * 64), "een bestand waar een rij naar wijst"),
    ("fewer rows than it says", one_row_less, "school heeft 1 rijen, geen 2"),
    ("a line of the history rewritten", row("audit_event", 3, new="anders"), "Regel 4 is veranderd of verplaatst"),
]


@pytest.mark.parametrize(("change", "sentence"), [case[1:] for case in MEANT], ids=[case[0] for case in MEANT])
def test_an_archive_with_it_is_refused(archive, refused, tmp_path, change, sentence):
    found = parts(archive)
    change(found)
    assert sentence in refused(write(tmp_path / "anders.zip", found))


def test_the_settings_of_a_backup_are_not_taken_over(archive, empty, tmp_path):
    found = parts(archive) | {"instance/settings.toml": b'base_url = "https://ander.example"'}
    read_archive(*empty, write(tmp_path / "back-up.zip", found))
    assert not empty[1].settings.exists()


@pytest.mark.parametrize("content", [b"", b"hallo", b"PK\3\4" + b"x" * 100, b"PK\5\6" + b"\xff" * 18], ids=repr)
def test_a_file_that_is_no_archive_is_refused(refused, tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    assert refused(tmp_path / "x.zip").startswith("Dit ")


def test_a_file_that_is_not_there_is_told(refused, tmp_path):
    assert "Het bestand kan niet worden gelezen: x.zip" in refused(tmp_path / "x.zip")


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_an_archive_that_was_cut_off_is_refused(archive, refused, part):
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * part)])
    assert refused(archive).startswith("Dit ")


def test_one_byte_changed_anywhere_is_found_or_says_nothing(archive):
    content, before = archive.read_bytes(), members(archive)
    found = 0
    for place in range(0, len(content), len(content) // 400):
        archive.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        try:
            with opening.opened(archive) as changed:
                changed.verify()
        except FileRefused:
            found += 1
        else:
            assert members(archive) == before, place  # a date in a header of the zip, or the version that wrote it
    assert found > 300


def test_a_member_that_the_manifest_does_not_know_so_is_named(archive, refused, tmp_path):
    found = parts(archive)
    name = "tables/school.jsonl"
    found[name] = found[name].replace(b"Zandloper", b"Zandlopen")
    sentence = refused(write(tmp_path / "anders.zip", found, agrees=False))
    assert sentence == "Dit bestand is beschadigd of veranderd: tables/school.jsonl klopt niet met zijn controlegetal."
