"""Somebody with a browser: signed in, one connection to each process, and forms sent as their page filled them in."""

from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from lxml import html

Fields = dict[str, str]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def signed_in(site: str, link: str) -> str:
    """Return the cookies of who opens this one-time link and confirms it."""
    with requests.Session() as browser:
        page = browser.get(f"{site}{link}", timeout=60)
        browser.post(page.url, form_on(page.text), timeout=60, allow_redirects=False).raise_for_status()
        browser.get(f"{site}/leveranciers/nieuw", timeout=60).raise_for_status()  # the first form gives the token
        return "; ".join(f"{one.name}={one.value}" for one in browser.cookies)


def form_on(page: str) -> Fields:
    """Return what the last form of this page sends when nobody changes it, its token included."""
    last: Any = html.fromstring(page).forms[-1]
    return {name: value for name, value in last.form_values() if value is not None}


class Browser:
    """Connections to the processes of one register, kept open; for one thread."""

    def __init__(self, sites: list[str], cookies: str) -> None:
        self._sites = [urlsplit(site).netloc for site in sites]
        self._lines: dict[str, HTTPConnection] = {}
        self._headers = {"Cookie": cookies}

    def get(self, path: str, turn: int) -> tuple[int, bytes]:
        """Return the status and the bytes of this page, from the process whose turn it is."""
        return self._ask(turn, "GET", path, None, self._headers)

    def post(self, path: str, fields: Fields, turn: int) -> tuple[int, bytes]:
        """Return the status and the bytes of the answer to this form."""
        return self._ask(turn, "POST", path, urlencode(fields), self._headers | FORM)

    def close(self) -> None:
        """Close the connections."""
        for line in self._lines.values():
            line.close()

    def _ask(self, turn: int, method: str, path: str, body: str | None, headers: Fields) -> tuple[int, bytes]:
        site = self._sites[turn % len(self._sites)]
        line = self._lines.setdefault(site, HTTPConnection(site, timeout=60))
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return answer.status, answer.read()
        except OSError:
            self._lines.pop(site).close()
            raise
