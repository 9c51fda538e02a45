"""The whole example comes back from its archive, row by row and file by file."""

import pytest

from registry.database import db
from registry.services.archive.reading import read_archive
from registry.services.archive.writing import write_archive
from tests.services.archive.registers import AT, everything, members, register_at

pytestmark = pytest.mark.xdist_group("demo")


def test_the_example_comes_back_to_the_byte(example_app, app, databases, tmp_path):
    path, again = tmp_path / "alles.zip", tmp_path / "opnieuw.zip"
    with example_app.app_context(), path.open("wb") as target:
        write_archive(db.engine, example_app.config["INSTANCE"], target, AT)
        before = everything(db.engine)
    with register_at(app, databases, tmp_path / "other") as (_session, own, instance):
        read_archive(own, instance, path)
        assert everything(own) == before
        assert sum(len(rows) for rows in before.values() if isinstance(rows, list)) > 5000
        with again.open("wb") as target:
            write_archive(own, instance, target, AT)
    assert members(again) == members(path)
