"""A small application that shows the macros of templates/ on the pages of the look-book."""

from pathlib import Path

from flask import Flask, flash, render_template
from jinja2 import ChoiceLoader, FileSystemLoader

from registry.identifiers import dialled
from tests.lookbook import cast
from tests.lookbook.forms import SupplierFilter, fresh_form, wrong_form

ROOT = Path(__file__).parents[2]
PAGES = Path(__file__).parent / "pages"
NAVIGATION = [
    ("overview.show", "Overzicht"),
    ("suppliers.show", "Leveranciers"),
    ("products.show", "Producten"),
    ("grid.show", "Wie gebruikt wat"),
    ("schools.show", "Scholen"),
    ("board.show", "Bestuur"),
]
FOOTER = [("board.show", "Toegankelijkheid"), ("board.show", "Help")]
# The address of each page, its place in the navigation, and the form that it needs.
BOOK = {
    "overview": ("overview.show", None),
    "suppliers": ("suppliers.show", SupplierFilter),
    "supplier": ("suppliers.one", None),
    "form": ("suppliers.add", fresh_form),
    "form-wrong": ("suppliers.edit", wrong_form),
    "conflict": ("suppliers.conflict", wrong_form),
    "confirm": ("suppliers.confirm", SupplierFilter),
    "grid": ("grid.show", None),
    "empty": ("products.show", None),
    "school": ("schools.show", None),
    "parts": ("board.show", None),
}


def create_book():
    """Return the application; its addresses are /<page>.html."""
    app = Flask(__name__, static_folder=str(ROOT / "registry" / "static"))
    app.config.update(SECRET_KEY="look-book", WTF_CSRF_ENABLED=False)
    app.jinja_loader = ChoiceLoader([FileSystemLoader(ROOT / "templates"), FileSystemLoader(PAGES)])
    app.context_processor(
        lambda: {
            "navigation": NAVIGATION,
            "footer_links": FOOTER,
            "board_name": cast.BOARD,
            "version": "0.1",
            "release": "0.1",
            "cast": cast,
        }
    )
    app.jinja_env.filters["dialled"] = dialled
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.after_request(forbid_inline)
    for page, (endpoint, make_form) in BOOK.items():
        app.add_url_rule(f"/{page}.html", endpoint, show(page, make_form), methods=["GET", "POST"])
    return app


def show(page, make_form):
    def view():
        if page == "supplier":
            flash("Uitgeverij De Kade is bewaard.", "ok")
        return render_template(f"{page}.html", form=make_form() if make_form else None)

    return view


def forbid_inline(response):
    """Return the response with the policy that every screen lives under."""
    response.headers["Content-Security-Policy"] = "default-src 'self'"
    return response
