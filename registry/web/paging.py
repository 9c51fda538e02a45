"""Lists in pages of a fixed size, by the number in the address; the pager macro reads what this returns."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from flask import request
from flask_sqlalchemy.pagination import Pagination

SIZE = 50
Find = Callable[[int, int], tuple[Sequence[Any], int]]


class Page(Pagination):
    """A page whose items are found already."""

    def _query_items(self) -> list[Any]:
        return list(self._query_args["items"])

    def _query_count(self) -> int:
        return int(self._query_args["total"])


def page_of(find: Find) -> Page:
    """Return the page that the address asks for; `find(skip, most)` gives its items and how many there are in all.

    A number beyond the last page gives the last page.
    """
    written = request.args.get("page", "1")
    number = int(written) if re.fullmatch("[1-9][0-9]{0,5}", written) else 1
    items, total = find((number - 1) * SIZE, SIZE)
    last = max(1, -(-total // SIZE))
    if number > last:
        number = last
        items, total = find((number - 1) * SIZE, SIZE)
    return Page(page=number, per_page=SIZE, error_out=False, items=items, total=total)
