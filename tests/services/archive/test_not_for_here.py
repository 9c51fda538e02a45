"""A zip that is more than it seems, and a register that is not free for it: one sentence, and nothing has changed."""

import stat
import zipfile

import pytest

from registry.errors import BrokenRule
from registry.services.archive import opening
from registry.services.suppliers.suppliers import add_supplier
from tests.services.archive.mending import parts, write

NO_ROW = "rij 1 van school kan niet worden gelezen"


class TestAZipThatIsMoreThanItSeems:
    def test_by_what_it_unpacks_to(self, archive, refused, tmp_path):
        found = parts(archive) | {"tables/school.jsonl": b" " * 300_000_000}
        assert "te sterk ingepakt" in refused(write(tmp_path / "bom.zip", found))

    def test_by_one_line_without_end(self, archive, refused, tmp_path, monkeypatch):
        monkeypatch.setattr(opening, "MOST_RATIO", 10_000)
        monkeypatch.setattr(opening, "LONGEST_LINE", 1_000_000)
        found = parts(archive) | {"tables/school.jsonl": b" " * 10_000_000}
        assert NO_ROW in refused(write(tmp_path / "lang.zip", found))

    def test_by_how_many_members_it_has(self, archive, refused, tmp_path, monkeypatch):
        monkeypatch.setattr(opening, "MOST_MEMBERS", 10)
        assert "te veel onderdelen" in refused(archive)

    def test_by_a_member_twice(self, archive, refused):
        with zipfile.ZipFile(archive, "a") as changed, pytest.warns(UserWarning, match="Duplicate name"):
            changed.writestr("tables/school.jsonl", b"")
        assert "staat er twee keer in" in refused(archive)

    def test_by_a_link_to_a_file_of_the_computer(self, archive, refused):
        with zipfile.ZipFile(archive, "a") as changed:
            about = zipfile.ZipInfo("instance/reference/weg.toml")
            about.external_attr = (stat.S_IFLNK | 0o777) << 16
            changed.writestr(about, "settings.toml")
        assert "Dit is geen bestand dat met" in refused(archive)

    def test_by_a_file_bigger_than_any(self, archive, refused, tmp_path, monkeypatch):
        monkeypatch.setattr(opening, "MOST_BYTES", 5)
        assert "niet de grootte" in refused(archive)


class TestARegisterThatIsNotFree:
    def test_because_it_is_filled_stays_as_it_is(self, archive, refused, here):
        add_supplier(here(), {"name": "Er al"})
        here().rollback()
        assert refused(archive).startswith("Dit register is niet leeg.")

    def test_because_its_folder_has_another_file_of_that_name(self, archive, refused, tmp_path, empty):
        found = parts(archive) | {"instance/agreement_templates/brief.docx": b"PK"}
        (empty[1].agreement_templates).mkdir()
        (empty[1].agreement_templates / "brief.docx").write_bytes(b"PK anders")
        sentence = refused(write(tmp_path / "met.zip", found))
        assert "al een ander bestand agreement_templates/brief.docx" in sentence
        assert (empty[1].agreement_templates / "brief.docx").read_bytes() == b"PK anders"

    def test_because_the_database_will_not_keep_it(self, archive, refused, tmp_path, monkeypatch):
        def stop(connection):
            raise BrokenRule("midden in het inlezen")

        monkeypatch.setattr("registry.services.archive.reading._check_history", stop)
        found = parts(archive) | {"instance/reference/sectors.toml": b"# eigen"}
        assert refused(write(tmp_path / "met.zip", found)) == "midden in het inlezen"
