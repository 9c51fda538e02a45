"""A PDF beside the Word file: made by LibreOffice where it is, refused with a sentence where it is not."""

import stat
import sys
import tempfile
from pathlib import Path
from time import sleep

import pytest

from registry.documents import pdf as module
from registry.documents.pdf import office, pdf
from registry.errors import NoPdf
from tests.documents.specimens import word_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Where temporary folders are made: what is left there after a test was not taken away."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a shell script in the place of LibreOffice."""

    def put(script):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(module, "office", lambda: str(path))

    return put


@pytest.mark.skipif(office() is None, reason="geen LibreOffice gevonden")
def test_a_word_file_becomes_a_pdf_and_nothing_is_left(places):
    assert pdf(word_file("Dag school")).startswith(b"%PDF-")
    assert list(places.iterdir()) == []


@posix
def test_the_program_gets_a_profile_of_its_own(places, stand_in, tmp_path):
    stand_in(f'echo "$@" > {tmp_path}/words; echo %PDF- > document.pdf')
    assert pdf(b"een") == b"%PDF-\n"
    words = (tmp_path / "words").read_text()
    assert f"-env:UserInstallation={places.as_uri()}/register-pdf-" in words


@posix
def test_one_that_takes_too_long_is_ended_with_its_children(places, stand_in, tmp_path):
    stand_in(f"(sleep 1; touch {tmp_path}/late) & wait")
    with pytest.raises(NoPdf, match="nog niet klaar"):
        pdf(b"een", seconds=0.2)
    sleep(1.2)
    assert not (tmp_path / "late").exists()
    assert list(places.iterdir()) == []


@posix
@pytest.mark.parametrize("script", ["exit 1", "true"])
def test_one_that_makes_nothing_gives_a_sentence(places, stand_in, script):
    stand_in(script)
    with pytest.raises(NoPdf, match="kon van dit document geen PDF maken"):
        pdf(b"een")
    assert list(places.iterdir()) == []


def test_without_the_program_there_is_a_sentence(monkeypatch):
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    monkeypatch.setattr(module, "PLACES", (Path("nergens"),))
    with pytest.raises(NoPdf, match="LibreOffice is op deze computer niet gevonden"):
        pdf(b"een")
