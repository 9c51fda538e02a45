"""What is read in words: open places, copied text, promises. And what only looks like it."""

import pytest

from registry.queries.signals.leftovers import leftovers
from registry.queries.signals.statements import promises
from registry.queries.signals.wording import is_copied
from registry.reference import load

LAWYERS = "Het opslaan van leer- en toetsresultaten, en het beoordelen daarvan door de onderwijsinstelling."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bewaard tot [INVULLEN] na het einde", ["[INVULLEN]"]),
        ("tot <duur>", ["<duur>"]),
        ("aan {{Organisatie}} te {{ plaats }}", ["{{Organisatie}}"]),
        ("in […] of [...]", ["[…]", "[...]"]),
        ("[naam] en <functie>", ["<functie>", "[naam]"]),
        ("zie noot [1]", []),
        ("kleiner dan 3 < 4 en 5 > 2", []),
        ("mail <privacy@lettervlieg.example>", []),
        ("lees <https://lettervlieg.example>", []),
        ("een <\nandere regel>", []),
        ("niets", []),
    ],
    ids=str,
)
def test_open_places(session, text, left):
    assert leftovers(text) == left


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (LAWYERS, True),
        (LAWYERS.upper().replace(",", "\n"), True),
        ("Zo gaat het: opslaan van leer en toetsresultaten en het beoordelen daarvan.", True),
        ("Opslaan van leer- en toetsresultaten.", False),
        ("Uw kind oefent met rekenen en ziet wat al lukt.", False),
        ("Communicatie", True),
        ("", False),
    ],
    ids=["the same", "in other signs", "nine words in a row", "five words in a row", "own words", "a label", "nothing"],
)
def test_copied_text(text, is_so):
    assert is_copied(text, [LAWYERS, "communicatie.", ""]) is is_so


@pytest.mark.parametrize(
    ("sentence", "signals"),
    [
        ("Met alle leveranciers sluiten we een verwerkersovereenkomst.", {"promise_agreements"}),
        ("Elke externe partij heeft een\nverwerkersovereenkomst overlegd", {"promise_agreements"}),
        ("Wij sluiten overeenkomsten met leveranciers.", set()),
        ("Nog niet met alle leveranciers is er een overeenkomst.", set()),
        ("Alle leveranciers staan in de schoolgids.", set()),
        ("Binnen 6 weken krijgt u een reactie op uw verzoek.", {"promise_access_term"}),
        ("Op een verzoek om inzage komt binnen acht weken antwoord.", {"promise_access_term"}),
        ("Binnen vier weken krijgt u antwoord op uw verzoek.", set()),
        ("Binnen 16 weken na een vakantie.", set()),
        ("Bij een lastig verzoek mag de school twee maanden langer doen.", set()),
        ("Gegevens blijven zes weken bewaard na een verzoek.", set()),
        ("De leveranciers hebben hiervoor een convenant getekend.", {"promise_covenant"}),
        ("Een leverancier mag ze alleen gebruiken als wij daar toestemming voor geven.", {"promise_permission"}),
        ("Ouders kunnen daarvoor toestemming geven.", set()),
    ],
    ids=str,
)
def test_promises(sentence, signals):
    assert {kind.signal for kind in load().promise_words.values() if promises(sentence, kind)} == signals
