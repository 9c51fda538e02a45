"""The first hour with lists that a board already has: how many pages, fields and clicks until the first appendix."""

from io import BytesIO
from time import perf_counter
from zipfile import ZipFile

from tests.browser.person import Person
from tests.exchange.books import book

SCHOOLS = ("De Zandloper", "De Zonnewijzer", "De Klok", "De Golf", "De Kompasroos", "De Vuurtoren")
SUPPLIERS = 40
MOST_PAGES, MOST_ACTS = 12, 25


def schools_of_duo():
    """A file as DUO gives it: six schools of our board among those of others."""
    head = "BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM"
    ours = [
        f"99001;16S{letter};16S{letter}00;{name};ZUIDERVEEN" for letter, name in zip("ABCDEF", SCHOOLS, strict=True)
    ]
    others = [
        f"4{number};{number % 90 + 10}AB;{number % 90 + 10}AB{number % 7:02d};School {number};ELDERS"
        for number in range(1000, 1300)
    ]
    return "\n".join([head, *others[:150], *ours, *others[150:]]).encode()


def list_of_suppliers():
    """A workbook as a coordinator keeps it: a title, a line left open, 40 suppliers, and a cross per school."""
    rows = [["Overzicht leveranciers Stichting Getijden, schooljaar 2026-2027"], []]
    rows.append(["Leverancier", "Product", "Waarvoor", *SCHOOLS])
    for number in range(SUPPLIERS):
        crosses = ["x" if (number + school) % 3 else "" for school in range(len(SCHOOLS))]
        rows.append([f"Leverancier {number + 1} B.V.", f"Product {number + 1}", "Oefenen met taal", *crosses])
    return book(*rows)


def take_over(person, name, content, board_number=""):
    """From the page on which a list is uploaded to what it did."""
    person.hand_over("Bestand met de lijst", name, content)
    person.press("Upload")
    if board_number:
        person.write("Uw bestuursnummer", board_number)
    person.press("Bekijk wat er gebeurt")
    person.press("Lees de lijst in")


def test_the_first_appendix_takes_few_steps(page, serve, app, tell):
    person, begin = Person(page, serve(app)), perf_counter()
    person.visit()
    person.go_on()
    person.write("Naam van het bestuur", "Stichting Getijden")
    person.press()
    person.follow("Lees die lijst in")
    take_over(person, "duo.csv", schools_of_duo(), "99001")
    person.follow("Lees die lijst in")
    take_over(person, "leveranciers.xlsx", list_of_suppliers())
    person.go_on()
    _, paper = person.receive(lambda: person.follow("Concept maken"))
    assert person.pages <= MOST_PAGES
    assert person.acts <= MOST_ACTS
    tell(f"first hour: {person.pages} pages, {person.acts} fields and clicks, {perf_counter() - begin:.0f} s")
    text = ZipFile(BytesIO(paper)).read("word/document.xml").decode()  # of De Golf: the first school by name
    told = [number for number in range(1, SUPPLIERS + 1) if f"Leverancier {number} B.V." in text]
    assert told == [number for number in range(1, SUPPLIERS + 1) if number % 3 != 1]
    person.visit("/scholen/")
    assert person.page.locator("main tbody tr").count() == len(SCHOOLS)
