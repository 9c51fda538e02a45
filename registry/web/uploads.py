"""A file that somebody sent with a form."""

from typing import Any

from flask import abort

from registry.model.stored_file import MOST_BYTES


def uploaded(field: Any) -> tuple[str, bytes]:
    """Return the name and the bytes of the file in a field; 413 for one that is larger than any file may be."""
    content = field.data.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        abort(413)
    return field.data.filename, content
