"""Where an annex version stands on a day."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex
from registry.model.annex_state import AnnexStatus
from registry.web.annexes.annex_standing import standing

FIRST, BETWEEN, SECOND = date(2026, 8, 1), date(2026, 12, 1), date(2027, 2, 1)
PROPOSED, ACCEPTED, SUPERSEDED, WITHDRAWN = AnnexStatus


@pytest.mark.parametrize(
    ("status", "began", "ended", "on", "word", "sentence"),
    [
        (PROPOSED, None, None, FIRST, "voorstel", "Het geldt pas als het bestuur het accepteert."),
        (WITHDRAWN, None, None, FIRST, "ingetrokken", "Het heeft nooit gegolden."),
        (ACCEPTED, SECOND, None, FIRST, "geldt straks", "gaat gelden op 1 februari 2027"),
        (ACCEPTED, FIRST, None, FIRST, "geldt", "geldt sinds 1 augustus 2026. Ze ligt vast."),
        (SUPERSEDED, FIRST, SECOND, BETWEEN, "geldt", "tot 1 februari 2027; dan geldt de volgende versie"),
        (SUPERSEDED, FIRST, SECOND, SECOND, "vervangen", "gold van 1 augustus 2026 tot en met 31 januari 2027"),
        (SUPERSEDED, FIRST, FIRST, SECOND, "vervangen", "op 1 augustus 2026 geaccepteerd en dezelfde dag vervangen"),
    ],
)
def test_a_version_tells_in_a_sentence_where_it_stands(status, began, ended, on, word, sentence):
    annex = PrivacyAnnex(status=status, accepted_on=began, superseded_on=ended)
    assert standing(annex, on).word == word
    assert sentence in standing(annex, on).sentence
