"""How a line of the log looks, as text or as JSON: whoever wrote it, nothing in it that somebody typed."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO, cast

from flask.logging import wsgi_errors_stream

from registry.errors import BrokenRule
from registry.web.faults import told

OURS = "registry"
PASSAGE = "passage"  # under this name a line carries the facts of a request
request_id: ContextVar[str] = ContextVar("request_id", default="")


class Lines(logging.Handler):
    """Writes each line to the error output of the process, where the system that started it keeps it."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.write = {"text": _as_text, "json": _as_json}[form]

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        try:
            stream = cast(TextIO, wsgi_errors_stream)
            stream.write(f"{self.write(_facts(record))}\n")
            stream.flush()
        except Exception:
            self.handleError(record)


def begin(form: str) -> None:
    """Send whatever this process logs through these lines; BrokenRule for a form that is not known."""
    if form not in ("text", "json"):
        raise BrokenRule(f"De instelling LOG_FORMAT is text of json. Er staat: {form}")
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, Lines)]:
        root.removeHandler(handler)
    root.addHandler(Lines(form))
    logging.getLogger(OURS).setLevel(logging.INFO)


def _facts(record: logging.LogRecord) -> dict[str, Any]:
    moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    facts: dict[str, Any] = {
        "time": moment.replace("+00:00", "Z"),
        "level": record.levelname,
        "request_id": request_id.get(),
    }
    if passage := getattr(record, PASSAGE, None):
        return {**facts, **passage}
    facts["message"] = _message(record)
    if fault := _fault(record):
        facts["fault"] = told(fault)
    return facts


def _message(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] == OURS:
        return record.getMessage()
    # A library may quote what somebody sent: of its message we keep the words that are the same each time.
    fixed = f": {record.msg}" if record.args and isinstance(record.msg, str) else ""
    return f"{record.name}, line {record.lineno} of {record.module}{fixed}"


def _fault(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None


def _as_json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=True)


def _as_text(facts: dict[str, Any]) -> str:
    facts = dict(facts)
    head = f"{facts.pop('time')} {facts.pop('level')} {facts.pop('request_id') or '-'}"
    return " ".join([head, *(f"{value} ms" if name == "ms" else str(value) for name, value in facts.items())]).rstrip()
