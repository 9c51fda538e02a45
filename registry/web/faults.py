"""What the log says of a fault: its kind and its place in the code; not its message, which may hold what was typed."""

from traceback import format_tb


def told(fault: BaseException) -> str:
    """Return the fault and what it came from: the kind of each, and the lines of code that led there."""
    lines, seen, cause = [], set(), fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}\n{''.join(format_tb(cause.__traceback__))}")
        cause = cause.__cause__ or cause.__context__  # type: ignore[assignment]
    return "caused by ".join(lines)
