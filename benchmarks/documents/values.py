"""What the papers are made of: invented, and the same on every run."""

from random import Random
from typing import Any

_WORDS = """
    school leerling leerkracht dienst afspraak verwerking gegevens beveiliging toegang bestuur leverancier leermiddel
    verzuim ouder inloggen opslag verwijderen onderhoud rapport toestemming doel grondslag bijlage melding controle
"""
_NAMES = ["De Kade", "Fjord & Fjell", "Één", "School<Web>", 'O\'Hara "IT"', "Rekenwinkel", "Wolkenhuis", "Boom"]

FIELDS = [f"veld_{number}" for number in range(57)]
EDGES = ["kop_a", "kop_b", "voet_a", "voet_b", "voet_c"]
ANSWERS = [f"is_{number}" for number in range(10)]
BOXES = [f"vak_{number}" for number in range(16)]
COLUMNS = {
    "verwerkingen": ["activiteit", "betrokkenen", "gegevens", "termijn"],
    "maatregelen": ["nummer", "maatregel", "toelichting"],
    "subverwerkers": ["naam", "kvk", "dienst", "land", "grond"],
    "contacten": ["rol", "persoon", "mail", "telefoon"],
}
_HOW_MANY = {"verwerkingen": 10, "maatregelen": 15, "subverwerkers": 12, "contacten": 5}
LIST_COLUMNS = ["product", "leverancier", "doel", "gegevens", "afspraak", "opslag"]


def sentence(chance: Random, words: int) -> str:
    """Some words behind each other."""
    return " ".join(chance.choices(_WORDS.split(), k=words))


def _cell(chance: Random) -> str:
    text = sentence(chance, chance.randint(1, 4))
    return f"{chance.choice(_NAMES)} {text}" if chance.random() < 0.3 else text


def agreement() -> dict[str, Any]:
    """The values of the agreement."""
    chance = Random(1000)
    texts: dict[str, Any] = {name: _cell(chance) for name in [*FIELDS, *EDGES]}
    boxes = {name: chance.choice("☒☐") for name in BOXES}
    answers = {name: chance.random() < 0.6 for name in ANSWERS}
    rows = {
        name: [{column: _cell(chance) for column in columns} for _ in range(_HOW_MANY[name])]
        for name, columns in COLUMNS.items()
    }
    return texts | boxes | answers | rows


def supplier_list(count: int) -> dict[str, Any]:
    """The values of a list with `count` rows."""
    chance = Random(5000)
    rows = [{column: _cell(chance) for column in LIST_COLUMNS} for _ in range(count)]
    return {
        "titel": "Leverancierslijst",
        "school": "De Regenboog",
        "eigenaar": "FG",
        "datum": "3 maart 2026",
        "rijen": rows,
    }
