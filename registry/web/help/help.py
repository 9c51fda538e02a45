"""The screens of the manual: its contents, a chapter, and the pictures in it."""

from flask import Blueprint, Response, abort, render_template, send_from_directory
from markupsafe import Markup

from registry.access import needs_nothing
from registry.paths import manual_folder
from registry.queries.manual.chapters import chapters

blueprint = Blueprint("help", __name__, url_prefix="/hulp")


@blueprint.get("/")
@needs_nothing
def index() -> str:
    """Show which chapters there are, with their headings."""
    return render_template("help/index.html", chapters=list(chapters().values()))


@blueprint.get("/<name>")
@needs_nothing
def show(name: str) -> str:
    """Show one chapter."""
    known = chapters()
    if name not in known:
        abort(404)
    names = list(known)
    following = names[names.index(name) + 1 : names.index(name) + 2]
    return render_template(
        "help/show.html",
        chapter=known[name],
        text=Markup(known[name].html),  # from our own files; raw HTML is off
        following=known[following[0]] if following else None,
    )


@blueprint.get("/img/<name>")
@needs_nothing
def picture(name: str) -> Response:
    """Send one picture of the manual."""
    return send_from_directory(manual_folder() / "img", name, max_age=86400)
