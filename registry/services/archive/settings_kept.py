"""The settings in a backup: settings.toml as it is, without the keys and without the address of the database."""

import tomllib

from registry.errors import BrokenRule, FileRefused
from registry.paths import Instance
from registry.services.archive.manifest import DAMAGED

MEMBER = "instance/settings.toml"
# A key is made anew. With the address, a restored register would write into the database that it was taken from.
LEFT_OUT = {"SECRET_KEY", "SECRET_KEY_FALLBACKS", "DATABASE_URL"}


def kept_settings(instance: Instance) -> bytes | None:
    """Return the bytes of settings.toml without LEFT_OUT; None when there is no such file.

    BrokenRule when it cannot be read, or not be taken apart.
    """
    if not instance.settings.exists():
        return None
    try:
        lines = instance.settings.read_text(encoding="utf-8").splitlines(keepends=True)
        told = tomllib.loads("".join(lines))
    except (OSError, ValueError) as fault:
        raise BrokenRule(f"Het bestand settings.toml kan niet worden gelezen: {fault}.") from fault
    for name in [name for name in told if name.upper() in LEFT_OUT]:
        lines = _without(lines, name)
    return "".join(lines).encode()


def check_settings(content: bytes) -> None:
    """Raise FileRefused for settings that no backup holds: not to be read, or with what a backup leaves out."""
    try:
        told = tomllib.loads(content.decode())
    except ValueError as fault:
        raise FileRefused(f"{DAMAGED}: de instellingen erin kunnen niet worden gelezen.") from fault
    if {name.upper() for name in told} & LEFT_OUT:
        raise FileRefused(f"{DAMAGED}: in de instellingen staat wat in geen back-up hoort.")


def put_settings(instance: Instance, content: bytes) -> str:
    """Put the settings of a backup in this instance, and return the name of the file; "" when they are those of here.

    What the instance says itself is never overwritten: those of the backup then lie beside it.
    """
    if instance.settings.exists() and kept_settings(instance) == content:
        return ""
    beside = instance.settings.with_name("settings.uit-back-up.toml")
    path = beside if instance.settings.exists() else instance.settings
    path.touch(mode=0o600)
    path.write_bytes(content)
    return path.name


def _without(lines: list[str], name: str) -> list[str]:
    """The lines without those of one setting, which may be several: as many as must go for the rest to be right."""
    for first, line in enumerate(lines):
        if line.partition("=")[0].strip().strip("'\"") == name:
            for after in range(first + 1, len(lines) + 1):
                left = lines[:first] + lines[after:]
                if _reads_without(left, name):
                    return left
    raise BrokenRule(f"Zet {name} in settings.toml op een eigen regel; nu kan de back-up die niet weglaten.")


def _reads_without(lines: list[str], name: str) -> bool:
    try:
        return name not in tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return False
