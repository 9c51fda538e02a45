"""Files that leave the register: always as an attachment, under a name that we build, never shown by the browser."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from flask import Response

from registry import dutch
from registry.model import StoredFile

SANDBOX = "default-src 'none'; sandbox"  # for a browser that shows it all the same
UNKNOWN = "application/octet-stream"
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ()_-]|\.(?=[A-Za-z0-9]))*")
EXTENSION = re.compile(r"[A-Za-z0-9]{1,10}")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """Return these bytes as a download; the browser saves them under this name."""
    response = Response(content, mimetype=media_type)
    name_it(response, name)
    return response


def stored(file: StoredFile) -> Response:
    """Return a file out of the database as a download."""
    media_type = UNKNOWN if file.media_type == "application/encrypted" else file.media_type
    return attachment(file.content.content, file.name, media_type)


def name_it(response: Response, name: str) -> None:
    """Make the answer a download with this name: in ASCII for every browser, in full for those that read that.

    What can lead astray goes: the folders before it, control characters, and marks that turn the direction of text.
    """
    name = UNSEEN.sub("", PurePosixPath(name.replace("\\", "/")).name)
    response.headers.set("Content-Disposition", "attachment", **_names(name))
    response.headers["Content-Security-Policy"] = SANDBOX


def _names(name: str) -> dict[str, str]:
    """The name in ASCII and, where that is another one, the name in full (RFC 6266)."""
    if len(name) <= 150 and PLAIN.fullmatch(name):
        return {"filename": name}
    stem, dot, extension = name.rpartition(".")
    if not dot or not EXTENSION.fullmatch(extension):
        return {"filename": dutch.file_name(name)}
    full = quote(f"{stem}.{extension.lower()}", safe="")
    return {"filename": f"{dutch.file_name(stem)}.{extension.lower()}", "filename*": f"UTF-8''{full}"}
