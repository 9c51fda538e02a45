"""The screen where an administrator takes everything along: what is in the zip, and the zip itself."""

from collections.abc import Iterator
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import IO

from flask import Blueprint, Response, current_app, render_template

from registry import dutch
from registry.access import Right, needs
from registry.database import db
from registry.model import SchoolBoard
from registry.paths import Instance
from registry.services.archive.described import OWN_FOLDERS
from registry.services.archive.writing import note_archive, write_archive
from registry.web.downloads import name_it
from registry.web.forms import RegisterForm

ZIP = "application/zip"
AT_ONCE = 256 * 1024
blueprint = Blueprint("archive", __name__, url_prefix="/bestuur/alles-meenemen")


class TakeForm(RegisterForm):
    """The button; it has nothing but its token."""


@blueprint.get("")
@needs(Right.MANAGE)
def index() -> str:
    """Show what goes along, what does not, and the button."""
    return render_template("archive/index.html", form=TakeForm(), folders=OWN_FOLDERS.values())


@blueprint.post("")
@needs(Right.MANAGE)
def take() -> Response:
    """Send the zip. It lies in the instance folder first: who reads slowly then keeps nobody from saving."""
    board, at = db.session.get(SchoolBoard, 1), datetime.now(UTC)
    name = dutch.file_name(f"{board.name if board else 'register'} {at.date().isoformat()}")
    note_archive(db.session)
    db.session.rollback()
    file = _written(current_app.config["INSTANCE"], at)
    response = Response(_pieces(file), mimetype=ZIP)
    response.content_length = file.seek(0, 2)
    response.call_on_close(file.close)
    name_it(response, f"{name}.zip")
    return response


def _written(instance: Instance, at: datetime) -> IO[bytes]:
    file = TemporaryFile(dir=instance.root)  # noqa: SIM115  # it is closed when the answer is
    try:
        write_archive(db.engine, instance, file, at)
    except BaseException:
        file.close()
        raise
    return file


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(AT_ONCE):
            yield piece
