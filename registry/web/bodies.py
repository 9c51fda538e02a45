"""What somebody sends is text of a bearable length: else a form is refused before it is read."""

from urllib.parse import unquote_to_bytes

from flask import Flask, abort, current_app, request

FORM = "application/x-www-form-urlencoded"


def init(app: Flask) -> None:
    """Look at every form before it is read. Only programs send what this refuses; browsers send sound UTF-8."""
    app.before_request(_refuse_what_is_no_text)


def _refuse_what_is_no_text() -> None:
    if request.mimetype != FORM:
        return
    most = current_app.config["MAX_FORM_MEMORY_SIZE"]  # Werkzeug keeps to it only for the other coding of forms
    if (request.content_length or 0) > most or len(sent := request.get_data()) > most:
        abort(413)
    try:
        unquote_to_bytes(sent).decode("utf-8")
    except UnicodeDecodeError:
        abort(400)  # its fields would not be what was meant
