"""What holds for every page that is made of the macros, whatever a browser makes of it."""

import re
from collections import Counter

import pytest

from tests.lookbook.book import BOOK, ROOT

MACROS = sorted((ROOT / "templates" / "macros").glob("*.html"))


@pytest.fixture(params=BOOK)
def html(book, request):
    return book.get(f"/{request.param}.html").text


def test_no_page_has_style_or_script_of_its_own(html):
    assert not re.search(r'\sstyle="|<style|\son\w+="|<script(?![^>]*\ssrc=)|javascript:', html)


def test_no_id_is_given_twice(html):
    assert [name for name, times in Counter(re.findall(r'\sid="([^"]*)"', html)).items() if times > 1] == []


def test_every_label_and_description_leads_to_something(html):
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    named = re.findall(r'\s(?:for|aria-describedby|aria-labelledby|href="#(?=\w)|popovertarget)="?([^"]*)"', html)
    assert {part for names in named for part in names.split()} - ids == set()


def test_every_page_has_one_heading_and_a_dutch_title(html):
    assert '<html lang="nl">' in html
    assert html.count("<h1") == 1
    assert re.search(r"<title>\s*[^–]+ – Verwerkersregister</title>", html)


def test_the_title_says_that_something_is_wrong(book):
    assert "<title>Fout: Leverancier wijzigen" in book.get("/form-wrong.html").text


def test_every_error_stands_at_the_top_and_at_its_field(book):
    summary, form = book.get("/form-wrong.html").text.split("<form", 1)
    at_the_top = re.findall(r'<li><a href="#([\w-]+)">', summary)
    at_the_field = re.findall(r'class="error" id="([\w-]+)-error"', form)
    assert [field.removesuffix("-0") for field in at_the_top] == at_the_field


def test_an_error_in_a_row_says_which_row(book):
    assert "Contactpersonen 1, E-mailadres: Dit is geen e-mailadres" in book.get("/form-wrong.html").text


def test_what_was_typed_is_shown_again(book):
    assert 'value="12AB"' in book.get("/form-wrong.html").text


def test_no_input_cuts_what_is_typed(book):
    assert "maxlength" not in book.get("/form.html").text


def test_the_browser_does_not_fill_in_its_own_address(book):
    inputs = re.findall(r'<input[^>]*type="(?:text|email)"[^>]*>', book.get("/form.html").text)
    assert inputs
    assert all('autocomplete="off"' in each for each in inputs)


def test_an_empty_fact_says_so(book):
    assert book.get("/supplier.html").text.count("nog niet ingevuld") == 2


def test_the_current_place_is_marked_in_the_menu(book):
    text = book.get("/supplier.html").text
    assert re.findall(r'aria-current="(\w+)">Leveranciers', text) == ["true"]


def test_the_stylesheet_stays_small():
    assert (ROOT / "registry" / "static" / "style.css").stat().st_size <= 25_000


@pytest.mark.parametrize("file", MACROS, ids=lambda file: file.stem)
def test_every_macro_tells_what_it_is_for(file):
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"(?<!#\}\n)\{% macro (\w+)", text) == []
