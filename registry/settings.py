"""The rules of settings: which there are, of which kind each is, and which keys are too easy to guess."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from ipaddress import ip_address
from typing import Any

from registry.errors import BrokenRule

SHORTEST_KEY = 32  # bytes
FEWEST_SIGNS = 10  # different ones: "aaaa…" and "changemechangeme…" are long as well
# What a practice register has of a board's settings: what reaches nobody. A new setting is left out until it is here.
IN_PRACTICE = frozenset(
    ("SIGN_IN", "REQUIRE_SECOND_FACTOR", "FINALS_KEPT_YEARS", "HISTORY_NAMES_KEPT_YEARS", "LOG_FORMAT")
    + ("MAX_CONTENT_LENGTH", "MAX_FORM_MEMORY_SIZE", "MAX_FORM_PARTS")
)
YES, NO = {"true", "1", "ja", "yes", "on"}, {"false", "0", "nee", "no", "off", ""}


def refuse_unknown(written: Iterable[str], known: Iterable[str]) -> None:
    """Raise BrokenRule for the first setting that does not exist, with the one that looks most like it."""
    names = list(known)
    for name in written:
        if name in names:
            continue
        nearest = get_close_matches(name, names, n=1, cutoff=0.6)
        hint = f" Bedoelt u {nearest[0].lower()}?" if nearest else ""
        raise BrokenRule(f"In settings.toml staat “{name.lower()}”. Die instelling bestaat niet.{hint}")


def typed(written: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return each setting as the kind of value that its default is; the environment gives everything as text.

    BrokenRule for "misschien" where yes or no is asked. A number that cannot be read stays as it was written: the
    sentence about it belongs to who needs the number.
    """
    return {name: _typed(name, value, before.get(name)) for name, value in written.items()}


def refuse_weak_keys(config: Mapping[str, Any]) -> None:
    """Raise BrokenRule for a key that somebody could guess; no key is repeated in the sentence."""
    told = [("METRICS_KEY", config["METRICS_KEY"])] if config["METRICS_KEY"] else []
    for name, key in [("SECRET_KEY", config["SECRET_KEY"]), *_fallbacks(config), *told]:
        written = key.encode() if isinstance(key, str) else bytes(key)
        if len(written) < SHORTEST_KEY or len(set(written)) < FEWEST_SIGNS:
            without = "" if name == "METRICS_KEY" else " Laat haar weg, dan maakt het register zelf een goede."
            raise BrokenRule(
                f"De instelling {name} is te makkelijk te raden: neem minstens {SHORTEST_KEY} willekeurige tekens."
                f"{without}"
            )


def whole_number(config: Mapping[str, Any], name: str) -> int:
    """Return this setting as a whole number from 0; BrokenRule for anything else."""
    value = config[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BrokenRule(f"De instelling {name} is een heel getal, 0 of meer. Er staat: {value}")
    return value


def is_secure(config: Mapping[str, Any]) -> bool:
    """Return whether people reach the register over https."""
    return str(config["BASE_URL"]).startswith("https://")


def is_loopback(host: str) -> bool:
    """Return whether this name or number means this device and no other."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _fallbacks(config: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [("SECRET_KEY_FALLBACKS", key) for key in config["SECRET_KEY_FALLBACKS"] or ()]


def _typed(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, list) and not isinstance(value, list):
        return value.split() if isinstance(value, str) else [value]
    if isinstance(default, bool):
        return _yes_or_no(name, value)
    if isinstance(default, int) and isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value


def _yes_or_no(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).lower() in YES | NO:
        return str(value).lower() in YES
    raise BrokenRule(f"De instelling {name} is true of false. Er staat: {value}")
