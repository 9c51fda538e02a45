"""Calls to the sign-in service: over TLS, to the address that is meant, without detours, small and soon over."""

import ipaddress
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from urllib.parse import urlsplit

from authlib.integrations.requests_client import OAuth2Session
from requests import Response

from registry.services.accounts.provider.faults import ServiceFault

Answer = TypeVar("Answer")
TOGETHER = 5.0  # seconds that everything between two pages may take
EACH = 3.0
LARGEST = 512 * 1024
# Where computers of a cloud tell their secrets; the first is link-local as well.
METADATA = {"169.254.169.254", "fd00:ec2::254", "100.100.100.200", "168.63.129.16"}

_lines = ThreadPoolExecutor(max_workers=8, thread_name_prefix="sign-in-service")


class GuardedSession(OAuth2Session):
    """Authlib's session, which follows no redirect and reads no more than it must.

    Neither a proxy nor a .netrc of the environment plays a part in it.
    """

    def request(self, method: str, url: str, **options: Any) -> Response:
        """Return the answer, read to its end; ServiceFault when the address is not one that we call."""
        check_address(url)
        self.trust_env = False
        options |= {"allow_redirects": False, "timeout": EACH, "stream": True}
        response: Response = super().request(method, url, **options)
        with response:  # lets go of the connection, also of an answer that was not read to its end
            content = response.raw.read(LARGEST + 1, decode_content=True)
        if len(content) > LARGEST or response.is_redirect:
            raise ServiceFault("an answer that is too large, or leads elsewhere")
        response._content = content  # what requests itself would have read, without a limit
        return response


def check_address(url: str) -> None:
    """Raise ServiceFault unless this is https to somewhere outside this network segment, or this computer itself.

    A name that means another address a moment later gains nothing: there is no certificate for it there.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or 443
        found = socket.getaddrinfo(parts.hostname or "?", port, type=socket.SOCK_STREAM)
    except (OSError, ValueError):
        raise ServiceFault("an address that does not exist") from None
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    here = all(address.is_loopback for address in addresses)
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise ServiceFault("an address without https")
    if any(_is_refused(address) for address in addresses):
        raise ServiceFault("an address that only this network knows")


def in_time(call: Callable[[], Answer]) -> Answer:
    """Return what the call returns; ServiceFault when it takes too long, a slow name server included."""
    try:
        return _lines.submit(call).result(timeout=TOGETHER - 0.5)
    except TimeoutError:
        raise ServiceFault("no answer in time") from None


def _is_refused(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or address
    return inner.is_link_local or inner.is_multicast or inner.is_unspecified or str(inner) in METADATA
