"""Files that leave the register: always as an attachment, never shown by the browser itself."""

from flask import Response

from registry.model import StoredFile


def attachment(content: bytes, name: str, media_type: str) -> Response:
    """Return these bytes as a download; the browser saves them under this name."""
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def stored(file: StoredFile) -> Response:
    """Return a file out of the database as a download."""
    return attachment(file.content.content, file.name, file.media_type)
