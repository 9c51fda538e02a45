"""At which address the register is: told by the setting BASE_URL, never by what a request says of itself."""

import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from flask import Flask, abort, current_app, request, url_for
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from registry.errors import BrokenRule
from registry.settings import is_loopback, is_secure, whole_number

HOST = re.compile(r"(?:[a-z0-9.-]+|\[[a-f0-9:.]+\])(?::[0-9]{1,5})?", re.ASCII)
HERE = ["127.0.0.1", "localhost"]
WATCHED = {"health", "figures"}  # asked from this device itself too, past the proxy
COOKIE = "__Host-register"  # a browser takes this name only over https, for this host and for every path


def init(app: Flask) -> None:
    """Fit the app to its address and to the proxies before it; BrokenRule for an address that will not do."""
    app.config["BASE_URL"] = address = _address(app.config["BASE_URL"])
    if address:
        app.config["TRUSTED_HOSTS"] = [str(urlsplit(address).hostname), *HERE]
    if is_secure(app.config):
        app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_NAME=COOKIE, PREFERRED_URL_SCHEME="https")
    if app.debug and address and not is_loopback(str(urlsplit(address).hostname)):
        raise BrokenRule("Met DEBUG aan is het register alleen op dit apparaat te openen. Zet DEBUG uit.")
    if proxies := whole_number(app.config, "TRUSTED_PROXIES"):
        # Not their word on the host: that is told by BASE_URL.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    app.before_request(_refuse_another_address)


def origin() -> str:
    """Return the scheme and host under which this register is known, for comparing and for links in a mail."""
    return str(current_app.config["BASE_URL"]) or request.host_url.rstrip("/")


def link(endpoint: str, **values: Any) -> str:
    """Return the full address of a page, for a mail or to copy."""
    return origin() + url_for(endpoint, **values)


def _refuse_another_address() -> None:
    asked, address = request.host, current_app.config["BASE_URL"]  # asking for the host checks TRUSTED_HOSTS
    if str(request.environ.get("PATH_INFO")).startswith("//"):
        abort(404)  # served under this spelling, a page could be taken for the address of another site
    is_watched = request.blueprint in WATCHED and urlsplit(f"//{asked}").hostname in HERE
    if address and asked != urlsplit(address).netloc and not is_watched:
        raise SecurityError(f"Host {asked!r} is not that of BASE_URL")


def _address(written: str) -> str:
    parts = _parts(written.strip().rstrip("/"))
    if not (parts.scheme or parts.netloc or parts.path):
        return ""
    is_bare = not (parts.path or parts.query or parts.fragment) and HOST.fullmatch(parts.netloc.lower())
    if parts.scheme not in ("http", "https") or not is_bare:
        raise BrokenRule(
            "BASE_URL is het adres van het register, zonder iets erachter. Bijvoorbeeld: https://register.uwbestuur.nl"
        )
    if parts.scheme == "http" and not is_loopback(str(parts.hostname)):
        raise BrokenRule("BASE_URL moet met https:// beginnen. Zonder https kan ieder op het netwerk meelezen.")
    host = parts.netloc.lower().removesuffix({"http": ":80", "https": ":443"}[parts.scheme])
    return f"{parts.scheme}://{host}"


def _parts(written: str) -> SplitResult:
    try:
        parts = urlsplit(written)
        parts.port  # noqa: B018 - a port that is no number is told only now
    except ValueError:
        return SplitResult("wrong", "", "", "", "")
    return parts
