"""python -m tests.release pictures: takes the pictures in the manual and README anew, over the example board.

The example and its screens stand on one day, so that a picture changes only when a screen does.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from dev import find_browser
from registry import create_app, demo
from registry.access import BUILT_IN
from registry.database import db, migrating, session_for
from registry.paths import Instance
from tests.checkout import ROOT
from tests.lookbook.pictures import ADDRESS, open_context, opened_browser

FOLDER = ROOT / "docs" / "handleiding" / "img"
DAY = date(2026, 9, 15)
WIDE = {"width": 1040, "height": 600}
WHOLE = {"width": 1200, "height": 640}
NARROW = {"width": 375, "height": 640}
SCALE = 0.8  # small files that can still be read
PICTURES = {
    "overzicht": ("/", WHOLE),
    "leveranciers": ("/leveranciers/", WIDE),
    "leverancier": ("/leveranciers/1", WIDE),
    "bijlage-inlezen": ("/bijlagen-inlezen/1/1", {"width": 1040, "height": 470}),
    "wie-gebruikt-wat": ("/wie-gebruikt-wat/", WIDE),
    "wie-gebruikt-wat-telefoon": ("/wie-gebruikt-wat/school/1", NARROW),
    "school": ("/scholen/1", WIDE),
    "document": ("/documenten/school/1", WIDE),
    "signalen": ("/signalen/", WIDE),
    "jaarronde": ("/jaar/rondes/1", WIDE),
    "datalek": ("/jaar/datalekken/1", WIDE),
    "overeenkomst": ("/overeenkomsten/1", {"width": 1040, "height": 520}),
}
"""For each picture: the address of its screen, and the size of the window in pixels."""

FROM = {"wie-gebruikt-wat": "main table", "wie-gebruikt-wat-telefoon": "main fieldset"}
"""Where a picture begins that does not begin with the heading of its screen."""


class OneDay(date):
    """The calendar of the screens while pictures are taken: today is always DAY."""

    @classmethod
    def today(cls):
        """Return that day."""
        return DAY


def stop_the_calendar():
    """Let every screen think that it is DAY; only screens ask what day it is."""
    for name, module in list(sys.modules.items()):
        if name.startswith("registry.web") and getattr(module, "date", None) is date:
            module.date = OneDay


def example(folder):
    """Return the app of an example board that was entered on DAY, into a database of its own."""
    app = create_app(Instance(folder), TESTING=True, SIGN_IN=False)
    with app.app_context():
        migrating.upgrade(db.engine)
        demo.load(session_for(BUILT_IN), DAY)
        db.session.remove()
    return app


def take(app, folder):
    """Write each picture as PNG into the folder."""
    folder.mkdir(exist_ok=True)
    with opened_browser(find_browser()) as browser:
        for name, (address, size) in PICTURES.items():
            tab = open_context(browser, app.test_client(), viewport=size, device_scale_factor=SCALE).new_page()
            answer = tab.goto(ADDRESS + address)
            assert answer.status == 200, f"{address}: {answer.status}"
            if size is not WHOLE:  # the menu is the same on each
                tab.locator(FROM.get(name, "#main")).first.evaluate("place => place.scrollIntoView()")
            tab.screenshot(path=folder / f"{name}.png")
            tab.context.close()


def main(words):
    """Take them all, which needs no words; return the exit code."""
    if words:
        return "python -m tests.release pictures takes no options"
    with tempfile.TemporaryDirectory() as folder:
        app = example(Path(folder))
        stop_the_calendar()
        take(app, FOLDER)
        with app.app_context():
            db.engine.dispose()
    return 0
