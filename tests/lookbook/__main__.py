"""python -m tests.lookbook DIR [PAGE …]: each page as HTML and as pictures, in light and dark, wide and narrow."""

import shutil
import sys
from itertools import product
from pathlib import Path

from dev import find_browser
from tests.lookbook.book import BOOK, ROOT, create_book
from tests.lookbook.pictures import ADDRESS, open_context, opened_browser


def write_pages(client, folder, pages):
    shutil.copytree(ROOT / "registry" / "static", folder / "static", dirs_exist_ok=True)
    for page in pages:
        html = client.get(f"/{page}.html").text.replace('"/static/', '"static/')
        (folder / f"{page}.html").write_text(html, encoding="utf-8")


def take_pictures(client, folder, pages):
    with opened_browser(find_browser()) as browser:
        tab = open_context(browser, client).new_page()
        for page, scheme, width in product(pages, ("light", "dark"), (1280, 375)):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 900})
            tab.goto(f"{ADDRESS}/{page}.html")
            tab.screenshot(path=folder / f"{page}-{width}-{scheme}.png", full_page=True)


if __name__ == "__main__":
    folder, pages = Path(sys.argv[1]), sys.argv[2:] or list(BOOK)
    client = create_book().test_client()
    folder.mkdir(parents=True, exist_ok=True)
    write_pages(client, folder, pages)
    take_pictures(client, folder, pages)
