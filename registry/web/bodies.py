"""What somebody sends is text: a form whose bytes are none is refused, for its fields would not be what was meant."""

from urllib.parse import unquote_to_bytes

from flask import Flask, abort, current_app, request

FORM = "application/x-www-form-urlencoded"


def init(app: Flask) -> None:
    """Look at every form before it is read. Only programs send what this refuses; browsers send sound UTF-8."""
    app.before_request(_refuse_what_is_no_text)


def _refuse_what_is_no_text() -> None:
    if request.mimetype != FORM or (request.content_length or 0) > current_app.config["MAX_FORM_MEMORY_SIZE"]:
        return  # what is too long is refused where it is read
    try:
        unquote_to_bytes(request.get_data()).decode("utf-8")
    except UnicodeDecodeError:
        abort(400)
