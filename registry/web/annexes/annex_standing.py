"""Where an annex version stands on a day, in a word and in a sentence."""

from dataclasses import dataclass
from datetime import date, timedelta

from registry.dutch import long_date
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.annex_state import AnnexStatus


@dataclass(frozen=True)
class Standing:
    """`kind` is that of a tag: ok, info or neutral."""

    kind: str
    word: str
    sentence: str


def standing(annex: PrivacyAnnex | SecurityAnnex, on: date) -> Standing:
    """Return where the version stands on this day; a superseded one holds until the day that the next one begins."""
    if annex.status is AnnexStatus.WITHDRAWN:
        return Standing("neutral", "ingetrokken", "Dit voorstel is ingetrokken. Het heeft nooit gegolden.")
    began, ended = annex.accepted_on, annex.superseded_on
    if began is None:
        return Standing("info", "voorstel", "Dit is een voorstel. Het geldt pas als het bestuur het accepteert.")
    if ended is not None and ended <= on:
        return Standing("neutral", "vervangen", _gone(began, ended))
    if began > on:
        return Standing("info", "geldt straks", f"Deze versie gaat gelden op {long_date(began)}. Ze ligt al vast.")
    until = f" tot {long_date(ended)}; dan geldt de volgende versie" if ended else ""
    return Standing("ok", "geldt", f"Deze versie geldt sinds {long_date(began)}{until}. Ze ligt vast.")


def _gone(began: date, ended: date) -> str:
    if began == ended:
        return f"Deze versie is op {long_date(began)} geaccepteerd en dezelfde dag vervangen."
    return f"Deze versie gold van {long_date(began)} tot en met {long_date(ended - timedelta(days=1))}."
