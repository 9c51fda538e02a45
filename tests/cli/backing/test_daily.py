"""`backup`: for its owner alone, and one a day of which the newest stay."""

import json
from datetime import date, timedelta

import pytest

from registry.services.archive import daily
from tests.services.archive.mending import parts, rows_of


class TestOneADay:
    @pytest.fixture
    def folder(self, here, tmp_path):
        (here / "settings.toml").write_text('backup_folder = "../bewaard"\nbackups_kept = 2\n', encoding="utf-8")
        (tmp_path / "bewaard").mkdir()
        return tmp_path / "bewaard"

    def test_is_made_once_and_doctor_knows(self, command, folder):
        name = daily.name_of(date.today())
        assert "FOUT: In de map voor back-ups staat nog geen back-up" in command("doctor").stdout
        assert command("backup", "--daily").stdout.startswith("Back-up gemaakt: ")
        assert command("backup", "--daily").stdout.startswith("De back-up van vandaag is er al: ")
        assert [path.name for path in folder.iterdir()] == [name]
        assert "Goed: De laatste back-up is van " in command("doctor").stdout
        old = folder / daily.name_of(date.today() - timedelta(days=3))
        (folder / name).rename(old)
        assert "FOUT: De laatste back-up is 3 dagen oud." in command("doctor").stdout

    def test_only_what_was_made_here_goes_again(self, app, command, folder, here):
        command("backup", "--daily")
        instance = app.config["INSTANCE"]
        made = [folder / f"register-2026-01-0{day}.zip" for day in range(1, 6)]
        for path in made:
            path.write_bytes(path.name.encode())
            daily.remember(instance, path)
        (folder / "register-2025-01-01.zip").write_bytes(b"van iemand anders")
        made[1].write_bytes(b"vervangen")
        assert daily.let_go(instance, folder, 2) == [made[0].name, made[2].name, made[3].name]
        left = {path.name for path in folder.iterdir()}
        assert left == {"register-2025-01-01.zip", made[1].name, made[4].name, daily.name_of(date.today())}
        assert len(json.loads((here / daily.LEDGER).read_text())) == 2

    def test_without_a_folder_it_says_what_to_do(self, command):
        told = command("backup", "--daily")
        assert (told.exit_code, told.stderr[:35]) == (2, "Zet eerst in settings.toml waar bac")


def test_a_backup_is_for_its_owner_alone_and_the_history_tells_of_it(command, tmp_path):
    command("backup", "b.zip")
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    assert "alles meegenomen" in rows_of(parts(tmp_path / "b.zip"), "audit_event")[-1].values()
