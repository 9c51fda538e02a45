"""From when till when an agreement holds, as its own text says."""

import re

from registry.exchange.annexes.annex_reading import LIKELY, Found, found
from registry.exchange.annexes.fields.dates import first_date
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.words.loading import phrases

_BEHIND = 40  # characters behind the words in which the day has to begin and end
_NEXT_SENTENCE = re.compile(r"[.;] [A-Z]")
_WORDS = {"starts_on": phrases("term.starts"), "ends_on": phrases("term.ends")}


def read_term(blocks: tuple[Block, ...]) -> dict[str, Found]:
    """Return `starts_on` and `ends_on` as ISO days; one that the text tells in two ways is not told."""
    told = {field: [one for block in blocks for one in _told(block, words)] for field, words in _WORDS.items()}
    return {field: every[0] for field, every in told.items() if len({one.value for one in every}) == 1}


def _told(block: Block, words: tuple[str, ...]) -> list[Found]:
    text, lowered = block.text, block.text.lower()
    ends = [lowered.find(word) + len(word) for word in words if word in lowered]
    behind = (_NEXT_SENTENCE.split(text[end : end + _BEHIND])[0] for end in ends)
    days = [day for one in behind if (day := first_date(one))]
    return [found(day, block.page, text, LIKELY) for day in days]
