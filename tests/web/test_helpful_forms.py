"""The forms that are used most: what to type is said with an example, and what few people need stands behind a line."""

import pytest
from flask import template_rendered

# A name, an address or a number of a known form says itself what it asks.
PLAIN = {"address", "postcode", "city", "kvk", "board_number", "rio", "site_code", "link", "title", "name", "aliases"}
PLAIN |= {"dpo_contact", "note", "guide_order", "reference", "replaces"}
FREE = {"StringField", "TextAreaField"}
FORMS = {
    "the board": "/bestuur/wijzigen",
    "a school": "/scholen/nieuw",
    "a supplier": "/leveranciers/nieuw",
    "a product": "/producten/nieuw/1",
    "an agreement": "/leveranciers/1/overeenkomsten/nieuw?soort=mvo_participant",
    "a privacy annex": "/producten/1/privacybijsluiters/nieuw",
    "a security annex": "/producten/1/beveiligingsbijlagen/nieuw",
    "a use": "/gebruik/nieuw?school_id=1&product_id=2",
    "a statement": "/verklaringen/nieuw",
    "a data breach": "/jaar/datalekken/nieuw?supplier_id=1",
}
# What is folded away, a row of a table or a list, and what opens when its box is ticked.
FOLDED = "ancestor::details[not(@open)] | ancestor::table | ancestor::*[contains(@class, 'entry')]"
BEHIND = f"{FOLDED} | ancestor::*[starts-with(@class, 'opens')]"
MOST_IN_SIGHT = 19  # fields of an empty form, a group of boxes as one; an agreement has the most


@pytest.fixture
def shown(app, visitor, three_schools):
    """Open a page, and keep the form on it."""
    kept = []

    def keep(sender, template, context, **more):
        kept.append(context.get("form"))

    def call(address):
        with template_rendered.connected_to(keep, app):
            page = visitor.open(address)
        assert page.status == 200
        return page, kept[-1]

    return call


@pytest.mark.parametrize("name", FORMS)
def test_every_text_says_with_an_example_what_is_asked(shown, name):
    page, form = shown(FORMS[name])
    asked = [one for one in form if one.type in FREE and one.short_name not in PLAIN]
    helps = {one.name: " ".join(page.texts(f"//*[@id='{one.id}-help']")) for one in asked}
    assert {name: said for name, said in helps.items() if "ijvoorbeeld" not in said} == {}


@pytest.mark.parametrize("name", FORMS)
def test_a_new_form_is_short_and_the_rest_stands_behind_a_line(shown, name):
    page, _ = shown(FORMS[name])
    fields = page.tree.xpath("//main//form//*[contains(@class, 'field')][not(self::div[contains(@class, 'soft')])]")
    in_sight = [field for field in fields if not field.xpath(BEHIND)]
    assert 0 < len(in_sight) <= MOST_IN_SIGHT, [field.text_content().split()[:4] for field in in_sight]
