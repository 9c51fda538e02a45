"""A Word file as PDF, by LibreOffice where that is installed; nothing here is needed to make papers."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from registry.errors import NoPdf

SECONDS = 120
NAMES = ("soffice", "libreoffice")
# Where the installers of Windows and macOS put it, outside the search path.
PLACES = (
    Path(os.environ.get("PROGRAMFILES", "")) / "LibreOffice" / "program" / "soffice.exe",
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
NOT_FOUND = "LibreOffice is op deze computer niet gevonden. Zonder LibreOffice maakt het register geen PDF."
TOO_SLOW = "De PDF was na {} seconden nog niet klaar. Het Word-bestand is wel te maken."
FAILED = "LibreOffice kon van dit document geen PDF maken. Het Word-bestand is wel te maken."

_one_at_a_time = Lock()  # each run takes some hundreds of MB


def office() -> str | None:
    """Return the program that makes PDFs; None where it is not installed."""
    found = (shutil.which(name) for name in NAMES)
    placed = (str(path) for path in PLACES if path.is_file())
    return next((path for path in (*found, *placed) if path), None)


def pdf(docx: bytes, seconds: float = SECONDS) -> bytes:
    """Return this Word file as PDF; NoPdf without LibreOffice, when it fails, or when it takes longer than `seconds`.

    It runs with a profile of its own, so that it neither meets nor changes that of a person at this computer; profile
    and files are gone afterwards.
    """
    program = office()
    if program is None:
        raise NoPdf(NOT_FOUND)
    with _one_at_a_time, TemporaryDirectory(prefix="register-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(docx)
        _run(_command(program, folder), folder, seconds)
        try:
            return (folder / "document.pdf").read_bytes()
        except OSError as fault:
            raise NoPdf(FAILED) from fault


def _command(program: str, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--nologo", "--norestore", "--nolockcheck", "--convert-to", "pdf"]
    return [program, profile, *options, "--outdir", str(folder), str(folder / "document.docx")]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    silent = subprocess.DEVNULL
    # Its desktop libraries keep settings in the home folder, whatever the profile.
    own = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=own, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
    except OSError as fault:
        raise NoPdf(FAILED) from fault
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as fault:
        raise NoPdf(TOO_SLOW.format(round(seconds))) from fault
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what still runs: the program is only a starter, the work is done by a child in its group."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
