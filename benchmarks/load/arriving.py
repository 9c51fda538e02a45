"""Requests that come at moments laid down beforehand, whether those before them are answered or not (an open loop).

What a request took counts from the moment for which it was laid down: waiting until the server has time is waiting as
well. A loop that sends the next when the last was answered would not see that.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter, sleep

Send = Callable[[int], tuple[str, bool]]
"""Sends the request with this number; returns of which kind it was ("read"), and whether it was answered well."""


@dataclass
class Arrivals:
    """What came of them: seconds of each that was answered well, by kind; the others; and how long all of it took."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    took: float = 0.0

    @property
    def answered(self) -> int:
        """How many were answered well."""
        return sum(map(len, self.seconds.values()))

    def latency(self, kind: str, share: float) -> float:
        """Return the milliseconds within which this share of a kind was answered; 0 where there were none."""
        ordered = sorted(self.seconds.get(kind, ()))
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


def arrive(senders: list[Send], rate: float, seconds: float) -> Arrivals:
    """Let so many come a second for so many seconds; each sender works in a thread of its own."""
    found, numbers, last = Arrivals(), count(), int(rate * seconds)
    begin = perf_counter() + 0.2

    def work(send: Send) -> None:
        while (number := next(numbers)) < last:
            planned = begin + number / rate
            sleep(max(planned - perf_counter(), 0))
            kind, is_well = send(number)
            took = perf_counter() - planned
            if is_well:
                found.seconds.setdefault(kind, []).append(took)
            else:
                found.failed.append(kind)

    threads = [threading.Thread(target=work, args=(send,)) for send in senders]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found.took = perf_counter() - begin
    return found
