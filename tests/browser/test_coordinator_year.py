"""The year of who keeps the register: a list, an annex, an agreement, the ticks, twelve lists, and all taken out."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from registry.demo.papers import PAPER
from registry.demo.reading import FOLDER
from registry.model.account import Role
from registry.services.board.board import set_up_board
from registry.services.uses.schools import add_school
from tests.browser.conftest import WITH_AND_WITHOUT
from tests.browser.mouse import Mouse
from tests.complete_register import BOARD
from tests.exchange.books import book

SHIPS = ("Bark", "Galei", "Jol", "Kits", "Klipper", "Kof", "Kotter", "Pink", "Schouw", "Sloep", "Tjalk", "Zeilboot")
SCHOOLS = [f"De {ship}" for ship in SHIPS]
PRODUCTS = [("Lettervlieg B.V.", "Lettervlieg Spelling"), ("Rekenwolk", "Sommen"), ("Schoolklok", "Rooster")]


@pytest.fixture
def years(session, staff, come):
    """The keeper of the register of a board with twelve schools, at the overview."""
    set_up_board(session, BOARD)
    for name in SCHOOLS:
        add_school(session, {"name": name})
    staff()
    return lambda script, hand=Mouse: come(Role.ADMINISTRATOR, script=script, hand=hand)


@WITH_AND_WITHOUT
def test_a_year_goes_by(years, script, tell):
    keeper = years(script)
    take_over_the_list(keeper)
    read_an_annex(keeper)
    make_and_file_an_agreement(keeper)
    tick_the_grid(keeper)
    make_twelve_lists(keeper)
    take_everything_out(keeper)
    if script:
        tell(f"the year of a coordinator: {keeper.pages} pages, {keeper.acts} fields and clicks")


def take_over_the_list(keeper):
    rows = [["Leverancier", "Product", *SCHOOLS], *([*names, *["x"] * 11, ""] for names in PRODUCTS)]
    keeper.follow("Lees die lijst in", within="main")
    keeper.hand_over("Bestand met de lijst", "lijst.xlsx", book(*rows))
    keeper.press("Upload")
    keeper.press("Bekijk wat er gebeurt")
    keeper.press("Lees de lijst in")
    keeper.sees("Maak de eerste lijst")


def read_an_annex(keeper):
    keeper.follow("Leveranciers", within=".menu")
    keeper.follow("Bijlage inlezen", within="main")
    keeper.hand_over("Bestand van de leverancier", PAPER, (FOLDER / "files" / PAPER).read_bytes())
    keeper.press("Lees het bestand")
    keeper.stands_on("Privacybijsluiter van Lettervlieg Spelling")
    keeper.press("Neem over wat is aangevinkt")
    keeper.sees("Dit voorstel is gemaakt uit het stuk.", within="body")
    keeper.press()
    keeper.sees("Het geldt pas als het bestuur het accepteert.")
    keeper.go_on()
    keeper.press("Accepteren")
    keeper.sees("Deze versie geldt")


def make_and_file_an_agreement(keeper):
    keeper.follow("Leveranciers", within=".menu")
    keeper.follow("Lettervlieg B.V.", within="main")
    keeper.follow("Er is geen overeenkomst met Lettervlieg B.V.", within="main")
    keeper.press("Verder")
    keeper.tick("Lettervlieg Spelling")
    keeper.press()
    agreement = keeper.path
    keeper.go_on()
    name, content = keeper.receive(lambda: keeper.follow("Concept maken"))
    keeper.visit(agreement)
    keeper.follow("Voeg een bestand toe", within="main")
    keeper.hand_over("Bestand", name, content)
    keeper.press("Bewaar het bestand")
    keeper.sees(name)
    keeper.sees("[KvK-nummer ontbreekt]")
    keeper.follow("Wijzig", within="main")
    keeper.choose("Stand", "klaar om te tekenen")
    keeper.press()
    keeper.sees("De stand is: klaar om te tekenen.")


def tick_the_grid(keeper):
    keeper.follow("Wie gebruikt wat", within=".menu")
    keeper.tick("Rooster Schoolklok De Zeilboot")
    keeper.press("Kijk na wat er verandert")
    keeper.press()
    keeper.sees("Bewaard: 1 vinkje erbij, 0 vinkjes weg.", within="body")


def make_twelve_lists(keeper):
    keeper.follow("Documenten", within=".menu")
    keeper.follow("Veel", within="main")
    _, content = keeper.receive(lambda: keeper.follow("12 concepten maken"))
    assert len(ZipFile(BytesIO(content)).namelist()) == 12


def take_everything_out(keeper):
    keeper.follow("Bestuur", within=".menu")
    keeper.follow("Uitvoer", within="main")
    _, content = keeper.receive(lambda: keeper.follow("Download Excel"))
    suppliers = load_workbook(BytesIO(content), read_only=True)["Leveranciers"]
    names = {cell for row in suppliers.iter_rows(values_only=True) for cell in row}
    assert names >= {supplier for supplier, _ in PRODUCTS}
