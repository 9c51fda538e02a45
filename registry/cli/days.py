"""Days and numbers of days as somebody typed them behind a command."""

from datetime import date

from registry.errors import BrokenRule

MOST_DAYS = 3660


def day(written: str | None) -> date | None:
    """Return the day that was typed, None for nothing; BrokenRule for one that does not exist."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as fault:
        raise BrokenRule(f"De datum “{written}” bestaat niet. Schrijf bijvoorbeeld 2026-08-01.") from fault


def number_of_days(written: str) -> int:
    """Return how many days were typed, at most ten years; BrokenRule for anything else."""
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(MOST_DAYS))
    if not is_number or int(written) > MOST_DAYS:
        raise BrokenRule(f"Het aantal dagen is een heel getal van 0 tot en met {MOST_DAYS}. Er staat: {written}")
    return int(written)
