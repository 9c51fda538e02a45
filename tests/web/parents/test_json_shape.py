"""The JSON has the shape that docs/ouderpagina.md tells, no name more and no name less."""

import json
import re

from registry.model.supplier import PartyRole
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.checkout import ROOT
from tests.complete_register import SINCE
from tests.web.parents.conftest import PAGE

TEXT = (ROOT / "docs/ouderpagina.md").read_text(encoding="utf-8").split("## De JSON")[1]
ROW = re.compile(r"^\| (`[^|]*) \|(.*)\|$", re.MULTILINE)
INSIDE = {"functie", "email", "kop", "producten"}  # named in the words of another row


def names(part):
    return {name for row in ROW.finditer(part) for name in re.findall("`([a-z_]+)`", row[1])}


def parts():
    return TEXT.split("Een product heeft:")


def test_every_name_is_documented_and_there(session, register, client):
    law = add_supplier(session, {"name": "DUO groep", "role": PartyRole.LEGAL_RECIPIENT})
    start_use(session, 1, add_product(session, law.id, {"name": "Inschrijving"}).id, {"since": SINCE})
    session.rollback()
    told = client.get(f"{PAGE}.json").json
    (group,), (recipient,) = told["groepen"], told["ontvangers"]
    page, product = map(names, parts())
    assert set(told) == page
    assert set(group) | set(told["contact"]) == INSIDE
    assert all(f"`{name}`" in parts()[0] for name in INSIDE)
    assert set(group["producten"][0]) == product - {"grond"}
    assert set(recipient) == product - {"rol"}


def test_it_says_what_it_knows_and_null_where_it_does_not(register, client):
    answer = client.get(f"{PAGE}.json")
    assert answer.mimetype == "application/json"
    told = json.loads(answer.data)
    assert (told["versie"], told["school"], told["bestuur"]) == (1, "De Zandloper", "Stichting Getijden")
    assert told["fg"] == {"functie": None, "email": "fg@getijden.example"}
    letters = told["groepen"][0]["producten"][0]
    assert (letters["buiten_eer"], letters["bijsluiter"], letters["onderdelen"]) == ([], None, [])
