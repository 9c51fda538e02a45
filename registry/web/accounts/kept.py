"""What somebody had typed when their session turned out to be over: signed, kept on the page, sent again afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer

SECRET = "own_account"  # the screens on which passwords are typed: those go into no page
MOST = 200_000  # characters; what is longer would make the page itself too large to send


@dataclass(frozen=True)
class Kept:
    """The address of a form and its fields as they were sent; files are not among them, and are to be chosen again."""

    address: str
    fields: Sequence[tuple[str, str]]
    had_files: bool


def keep() -> str:
    """Return the form of this request as signed text; nothing for a request without one, or a very long one."""
    fields = [pair for pair in request.form.items(multi=True) if pair[0] != "csrf_token"]
    is_form = request.method == "POST" and request.blueprint != SECRET and fields
    if not is_form or sum(len(value) for _, value in fields) > MOST:
        return ""
    return str(_signer().dumps([request.full_path.rstrip("?"), fields, bool(request.files)]))


def kept(signed: str) -> Kept | None:
    """Return what was kept in this text; None for nothing, or for what this register did not sign."""
    try:
        address, fields, had_files = _signer().loads(signed)
    except (BadData, ValueError, TypeError):
        return None
    return Kept(address, [(name, value) for name, value in fields], had_files)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="kept form")
