"""The two commands of a checkout; needs nothing but Python 3.11, and keeps all it makes in this folder."""

import hashlib
import os
import platform
import shutil
import signal
import subprocess
import sys
from pathlib import Path

USAGE = """\
python3 dev.py run --demo   start het register met een voorbeeldbestuur
python3 dev.py run          start het eigen register (met --port N op een andere poort)
python3 dev.py test         voer alle toetsen uit (met de opties van pytest)"""

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python reads this far, and must say so
    sys.exit(f"Verwerkersregister heeft Python 3.11 of nieuwer nodig; dit is Python {platform.python_version()}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-lock"
BROWSERS = VENV / "browsers"
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
BROWSER_PLACES = (
    ("/Applications", "*/Contents/MacOS/Chromium"),
    ("/Applications", "*/Contents/MacOS/Google Chrome"),
    ("/Applications", "*/Contents/MacOS/Microsoft Edge"),
    (os.environ.get("PROGRAMFILES"), "Google/Chrome/Application/chrome.exe"),
    (os.environ.get("PROGRAMFILES(X86)"), "Microsoft/Edge/Application/msedge.exe"),
    (os.environ.get("LOCALAPPDATA"), "Google/Chrome/Application/chrome.exe"),
    (BROWSERS, "*/*/chrome-headless-shell*"),
    (BROWSERS, "*/*/headless_shell"),
)


def run(*options: str) -> int:
    """The exit code of the server, once it has stopped."""
    prepare("requirements.txt", "requirements-dev.txt")
    instance = "instance/demo" if "--demo" in options else "instance"
    return call("-m", "registry", "--instance", instance, "run", *options)


def test(*options: str) -> int:
    """The exit code of pytest over the whole project, with a browser when there is one."""
    prepare("requirements-dev.txt")
    os.environ["TEST_BROWSER"] = find_browser() or install_browser()
    return call("-m", "pytest", "-n", "auto", "--dist", "loadgroup", *options)


def prepare(*locks: str) -> None:
    """Put the first lock into .venv, unless one of these locks (each holds the first one) is in it already."""
    wanted = [fingerprint(ROOT / lock) for lock in locks]
    if STAMP.exists() and STAMP.read_text() in wanted:
        return
    print("Eenmalig: pakketten ophalen in .venv. Dit duurt ongeveer een minuut.", flush=True)
    STAMP.unlink(missing_ok=True)
    quietly = ("-qq", "--disable-pip-version-check", "--no-cache-dir", "--only-binary=:all:")
    pip = ("-m", "pip", "install", *quietly, "--require-hashes", "-r", locks[0])
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) or call(*pip):
        sys.exit("Het ophalen van de pakketten is mislukt; de reden staat hierboven.")
    STAMP.write_text(wanted[0])


def fingerprint(lock: Path) -> str:
    """What .venv holds after this lock, for this Python."""
    return f"{platform.python_version()} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def find_browser() -> str:
    """The path of Chromium, Chrome or Edge: the one that is asked for, on the path, or in a usual place; else ""."""
    on_path = (shutil.which(name) for name in BROWSER_NAMES)
    in_place = (path for folder, pattern in BROWSER_PLACES if folder for path in Path(folder).glob(pattern))
    return os.environ.get("TEST_BROWSER") or str(next(filter(None, (*on_path, *in_place)), ""))


def install_browser() -> str:
    """The path of a browser fetched into .venv; "" when that is not possible here."""
    print("Geen Chromium, Chrome of Edge gevonden; ik haal er een op in .venv.", flush=True)
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(BROWSERS)
    call("-m", "playwright", "install", "--only-shell", "chromium")
    return find_browser()


def call(*arguments: str) -> int:
    """The exit code of Python in .venv; Ctrl-C reaches it by itself, a request to stop is passed on."""
    child = subprocess.Popen([PYTHON, *arguments], cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"})
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    code = child.wait()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    command, *options = sys.argv[1:] or [""]
    if command not in ("run", "test"):
        sys.exit(USAGE)
    sys.exit({"run": run, "test": test}[command](*options))
