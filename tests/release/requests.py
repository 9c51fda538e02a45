"""Requests as Hypothesis makes them: any method, address, question and header; forms as they stand, with odd values."""

from urllib.parse import quote

from hypothesis import strategies as st

from tests.surface.texts import KEPT, MARKUP, REFUSED

METHODS = ("GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE")
ODD = [
    *(text for text in (REFUSED | KEPT | MARKUP).values() if isinstance(text, str)),
    *("0", "1", "2", "-1", "999999999", "2147483648", "9223372036854775808", "1e3", "٣", "on", "y", "true", "١٢"),
    *("0000-00-00", "9999-12-31", "0001-01-01", "2026-02-30", "2028-02-29", "2026-08-01", "1990-01-01", "2100-12-31"),
    *("../../etc/passwd", "'; DROP TABLE school; --", "%00", "%", "_", "[]", "{}", "null", "\\", "school/1", "1/2/3"),
    *("a@example.nl", "https://example.nl", "http://[::1", "01234567", "99XX01", "1234 AB", "0123456789", "x-y-z"),
]
NAMES = (
    *(
        "page",
        "zoek",
        "op",
        "welk",
        "wie",
        "vanaf",
        "kies",
        "overeenkomst",
        "onderdelen",
        "soort",
        "keuze",
        "met",
        "van",
    ),
    *("flow", "sjabloon", "school_id", "product_id", "supplier_id", "more", "sure", "all", "back", "version", "uses"),
    *("_method", "_external", "endpoint", "csrf_token"),
)
HEADERS = (
    "Accept",
    "Accept-Language",
    "User-Agent",
    "Referer",
    "If-None-Match",
    "If-Modified-Since",
    "Range",
    "Cookie",
)

PRINTED = st.text(st.characters(min_codepoint=32, max_codepoint=126))
TYPE = "application/x-www-form-urlencoded"


def requests(routes, forms):
    """Return the strategy of what is given to `client.open`."""
    value = st.one_of(st.sampled_from(ODD), st.text(max_size=40), st.integers(0, 60).map(str))
    return st.one_of(_addresses(routes, value), _forms(forms, value), _forms(forms, value))


def _addresses(routes, value):
    """Any method on any route, with other numbers in its address, questions and headers."""
    number = st.one_of(st.integers(0, 60).map(str), st.sampled_from(ODD), st.text(max_size=12)).map(_quoted)
    question = st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), value, max_size=4)
    header = st.dictionaries(st.sampled_from(HEADERS), PRINTED, max_size=2)

    def build(route, method, numbers, asked, told):
        parts = iter(numbers)
        address = "".join(next(parts) if piece.startswith("<") else piece for piece in _pieces(route.rule))
        return {"path": address, "method": method, "query_string": _sound(asked), "headers": told}

    numbers = st.lists(number, min_size=3, max_size=3)
    mostly = st.one_of(st.lists(st.integers(1, 30).map(str), min_size=3, max_size=3), numbers)
    return st.builds(build, st.sampled_from(routes), st.sampled_from(METHODS), mostly, question, header)


def _forms(forms, value):
    """A form as it stands on its page, with the token, and with odd values in some fields, some gone, some doubled."""

    def build(form, odd, places, gone, doubled, more):
        pairs = [list(pair) for pair in form.pairs]
        for text, place in zip(odd, places, strict=True):
            at = place % len(pairs)
            if pairs[at][0] != "csrf_token":
                pairs[at][1] = text
        kept = [pair for at, pair in enumerate(pairs) if at % 61 != gone or pair[0] == "csrf_token"]
        kept += [kept[place % len(kept)] for place in doubled] + [list(pair) for pair in more.items()]
        body = "&".join(f"{_quoted(name)}={_quoted(text or '')}" for name, text in kept)
        return {"path": form.address, "method": "POST", "data": body, "content_type": TYPE}

    some = st.integers(0, 5).flatmap(
        lambda size: st.tuples(
            st.lists(value, min_size=size, max_size=size), st.lists(st.integers(0, 400), min_size=size, max_size=size)
        )
    )
    more = st.dictionaries(st.sampled_from(NAMES), value, max_size=2)
    return st.tuples(
        st.sampled_from(forms), some, st.integers(0, 60), st.lists(st.integers(0, 400), max_size=2), more
    ).map(lambda told: build(told[0], told[1][0], told[1][1], told[2], told[3], told[4]))


def _quoted(text):
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def _sound(asked):
    return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in asked.items())


def _pieces(rule):
    return rule.replace("<", "\0<").replace(">", "\0").split("\0")
