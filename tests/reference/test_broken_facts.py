"""A broken file of a board is refused whole, in a sentence that names file and row."""

import pytest

from registry.errors import BadReferenceFile
from registry.reference import load

SECTOR = '[[row]]\ncode = "mbo"\nlabel = "Mbo"\nsource = "eigen"\n'
PURPOSE = '[[row]]\ncode = "LT-z"\nlabel = "Iets"\nsource = "eigen"\npurpose_list = "LT"\n'
COUNTRIES = "code,label,eea,source\n"

BROKEN_TOML = {
    "no TOML": ("sectors.toml", "[[row]]\ncode = mbo", "sectors.toml is geen goede TOML: kijk bij regel 2."),
    "TOML that stops": ("sectors.toml", '[[row]]\ncode = "mbo', "kijk bij het einde van het bestand."),
    "another table": ("sectors.toml", '[sector]\ncode = "mbo"', "elke rij begint met een regel [[row]]"),
    "a single row table": ("sectors.toml", '[row]\ncode = "mbo"', "elke rij begint met een regel [[row]]"),
    "rows that are no tables": ("sectors.toml", 'row = ["mbo"]', "elke rij begint met een regel [[row]]"),
    "no code": ("sectors.toml", SECTOR + '[[row]]\nlabel = "X"', "sectors.toml, rij 2: elke rij heeft een code"),
    "a code that is a number": ("sectors.toml", "[[row]]\ncode = 1.1", "sectors.toml, rij 1: elke rij heeft een code"),
    "a code with a blank": ("sectors.toml", '[[row]]\ncode = "m bo"', "sectors.toml, rij 1: elke rij heeft een code"),
    "a code twice": ("sectors.toml", SECTOR + SECTOR, "sectors.toml, rij 2: de code “mbo” staat hier voor de tweede"),
    "an unknown column": ("sectors.toml", SECTOR + 'naam = "X"', "rij 1 (mbo): de kolom “naam” bestaat niet."),
    "no label": ("sectors.toml", '[[row]]\ncode = "mbo"\nsource = "x"', "rij 1 (mbo): “label” ontbreekt of is leeg."),
    "no source": ("sectors.toml", '[[row]]\ncode = "mbo"\nlabel = "x"', "rij 1 (mbo): “source” ontbreekt of is leeg."),
    "a blank source": ("sectors.toml", SECTOR.replace("eigen", " "), "rij 1 (mbo): “source” ontbreekt of is leeg."),
    "a shipped label made blank": ("sectors.toml", '[[row]]\ncode = "po"\nlabel = ""', "rij 1 (po): “label” ontbreekt"),
    "a text for a yes or no": ("sectors.toml", SECTOR + 'verified = "ja"', "“verified” moet true of false zijn."),
    "a number for a text": ("sectors.toml", SECTOR + "note = 3", "“note” moet gewone tekst zijn."),
    "a yes for a number": (
        "guide_headings.toml",
        '[[row]]\ncode = "other"\norder = true',
        "guide_headings.toml, rij 1 (other): “order” moet een heel getal zijn.",
    ),
    "a time for a date": (
        "covenant_versions.toml",
        '[[row]]\ncode = "4.0"\nadvised_from = 2022-08-01T10:00:00',
        "“advised_from” moet een datum zoals 2027-08-01 zijn.",
    ),
    "a text for a list": (
        "model_versions.toml",
        '[[row]]\ncode = "mvo_4_0"\ntopics = "definitions"',
        "model_versions.toml, rij 1 (mvo_4_0): “topics” moet een lijst van teksten zijn.",
    ),
    "a list of numbers": ("model_versions.toml", '[[row]]\ncode = "mvo_4_0"\ntopics = [1]', "een lijst van teksten"),
    "a value not on its list": (
        "model_versions.toml",
        '[[row]]\ncode = "mvo_4_0"\nfor_whom = "deelnemer"',
        "“for_whom” moet een van participant, supporter, anyone zijn.",
    ),
    "a control character": ("sectors.toml", SECTOR + 'note = "a\\u0001b"', "“note” moet gewone tekst zijn."),
    "a parent that does not exist": (
        "purposes.toml",
        PURPOSE + 'parent = "LT-q"',
        "purposes.toml (LT-z): “parent” noemt “LT-q”, maar die code staat niet in de lijst met doelen.",
    ),
    "a parent that is a part itself": ("purposes.toml", PURPOSE + 'parent = "LT-a1"', "“LT-a1” hoort zelf al onder"),
    "a parent of itself": ("purposes.toml", PURPOSE + 'parent = "LT-z"', "“LT-z” hoort zelf al onder"),
    "a topic that does not exist": (
        "model_versions.toml",
        '[[row]]\ncode = "mvo_4_0"\ntopics = ["definities"]',
        "“topics” noemt “definities”, maar die code staat niet in de lijst met onderwerpen van artikelen.",
    ),
}

BROKEN_CSV = {
    "a doubtful word for a yes or no": (
        "countries.csv",
        COUNTRIES + "XK,Kosovo,misschien,eigen\n",
        "“eea” moet true of false zijn.",
    ),
    "a cell too many": ("countries.csv", COUNTRIES + "NL,a,true,b,c\n", "countries.csv, rij 2: er zijn meer cellen"),
    "a row without code": (
        "countries.csv",
        COUNTRIES + ",Kosovo,false,b\n",
        "countries.csv, rij 2: elke rij heeft een",
    ),
    "a column twice": ("countries.csv", "code,code\nNL,NL\n", "countries.csv: elke kolom heeft een eigen naam nodig."),
    "an open quote": ("countries.csv", COUNTRIES + 'NL,"Ned', "countries.csv is geen goede CSV: kijk bij regel 2."),
    "no date": ("countries.csv", "code,adequacy_since\nKE,1 mei\n", "“adequacy_since” moet een datum"),
    "a missing column": ("countries.csv", "code,label,source\nXK,Kosovo,eigen\n", "rij 2 (XK): “eea” ontbreekt of is"),
    "a later row": ("countries.csv", COUNTRIES + "\nNL,,,x\nXK,Kosovo,2,x\n", "countries.csv, rij 4 (XK): “eea” moet"),
}


@pytest.mark.parametrize(
    ("name", "text", "sentence"), [*BROKEN_TOML.values(), *BROKEN_CSV.values()], ids=[*BROKEN_TOML, *BROKEN_CSV]
)
def test_a_broken_file_is_refused_by_name_and_row(tmp_path, name, text, sentence):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadReferenceFile) as refusal:
        load(tmp_path)
    assert sentence in refusal.value.sentence
    assert name in refusal.value.sentence


@pytest.mark.parametrize("name", ["sector.toml", "Sectors.toml", "sectors.csv", "sectors.toml.txt", "landen.csv"])
def test_a_file_with_a_name_that_is_no_table_is_not_passed_over(tmp_path, name):
    (tmp_path / name).write_text(SECTOR, encoding="utf-8")
    with pytest.raises(BadReferenceFile, match=f"{name}: zo heet geen referentiebestand"):
        load(tmp_path)


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path):
    (tmp_path / "sectors.toml").write_bytes(SECTOR.replace("Mbo", "Mbo é").encode("cp1252"))
    with pytest.raises(BadReferenceFile, match=r"sectors\.toml is niet in UTF-8 opgeslagen"):
        load(tmp_path)


def test_a_folder_in_the_place_of_a_file_is_refused_by_name(tmp_path):
    (tmp_path / "sectors.toml").mkdir()
    with pytest.raises(BadReferenceFile, match=r"sectors\.toml is niet te lezen"):
        load(tmp_path)
