"""What this process counted since it started, and the text in which Prometheus reads it (exposition format 0.0.4).

Written here rather than taken from a library: what is used of the format is these few lines.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


@dataclass
class Measures:
    """How many requests there were and how long they took; safe to use from several threads."""

    requests: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)  # by route; seconds are no whole numbers
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    lock: Lock = field(default_factory=Lock)

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that is done."""
        with self.lock:
            self.requests[method, route, status] += 1
            self.seconds[route] += seconds  # type: ignore[assignment]
            self.buckets[bisect_left(BOUNDS, seconds)] += 1

    def lines(self) -> list[str]:
        """Return the counts as lines of text."""
        with self.lock:
            requests, seconds, buckets = dict(self.requests), dict(self.seconds), list(self.buckets)
        by_route: Counter[str] = Counter()
        for (_, route, _), times in requests.items():
            by_route[route] += times
        return [
            *_head("register_requests_total", "counter", "Requests since this process started."),
            *(
                _line("register_requests_total", {"method": method, "route": route, "status": str(status)}, times)
                for (method, route, status), times in sorted(requests.items())
            ),
            *_head("register_route_seconds", "summary", "How long the requests of a route took together."),
            *(_line("register_route_seconds_sum", {"route": one}, seconds[one]) for one in sorted(seconds)),
            *(_line("register_route_seconds_count", {"route": one}, by_route[one]) for one in sorted(by_route)),
            *_head("register_request_seconds", "histogram", "How long requests took."),
            *_histogram(buckets, sum(seconds.values())),
        ]


def gauge(name: str, meaning: str, value: float, labels: Mapping[str, str] | None = None) -> list[str]:
    """Return the lines of a figure that stands alone."""
    return [*_head(name, "gauge", meaning), _line(name, labels or {}, value)]


def _histogram(buckets: Iterable[int], total: float) -> list[str]:
    lines, sofar = [], 0
    for bound, times in zip((*map(str, BOUNDS), "+Inf"), buckets, strict=True):
        sofar += times
        lines.append(_line("register_request_seconds_bucket", {"le": bound}, sofar))
    return [
        *lines,
        _line("register_request_seconds_sum", {}, total),
        _line("register_request_seconds_count", {}, sofar),
    ]


def _head(name: str, kind: str, meaning: str) -> list[str]:
    return [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"]


def _line(name: str, labels: Mapping[str, str], value: float) -> str:
    told = ",".join(f'{label}="{written.translate(ESCAPED)}"' for label, written in labels.items())
    return f"{name}{{{told}}} {value!r}" if told else f"{name} {value!r}"
