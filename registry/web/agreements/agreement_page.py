"""What the page of an agreement shows beside its facts: its state in a word, its findings, the one next step."""

from dataclasses import dataclass

from flask import url_for

from registry.model import Agreement, PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus as Status
from registry.queries.agreements.agreement_story import AgreementStory
from registry.queries.agreements.arrangement_groups import is_none_needed
from registry.queries.agreements.arrangements import waits_for_covenant
from registry.reference import facts
from registry.web.mending import ACTIONS, PAGES, linked

KINDS = {"agreement_expired": "danger", "old_model": "info", "annex_superseded": "info", "file_missing": "info"}
TAGS = {
    Status.REFUSED: "danger",
    Status.NOT_NEEDED: "ok",
    Status.SUPERSEDED: "neutral",
    Status.TERMINATED: "neutral",
    Status.IN_FORCE: "info",
}


@dataclass(frozen=True)
class Step:
    """Something sensible to do: why, where, and what the button says."""

    text: str
    url: str
    action: str


# Per stage: why, the screen, the button; "papers" falls back on the form while that screen is not there.
STAGES = {
    Status.WANTED: ("Maak de overeenkomst, of vraag de leverancier om een voorstel.", "papers", "Maak de documenten"),
    Status.REQUESTED: ("Is het voorstel er? Bewaar het bestand hier.", "file", "Voeg een bestand toe"),
    Status.RECEIVED: ("Kijk na wat de leverancier stuurde, en noteer de afwijkingen.", "edit", "Werk de afspraak bij"),
    Status.IN_REVIEW: ("Noteer de afwijkingen en wat het bestuur besluit.", "edit", "Werk de afspraak bij"),
    Status.WITH_SUPPLIER: (
        "De leverancier is aan zet. Is er antwoord? Werk de stand bij.",
        "edit",
        "Werk de stand bij",
    ),
    Status.READY_TO_SIGN: ("De overeenkomst kan getekend worden.", "papers", "Maak de documenten"),
    Status.SENT: ("Is de overeenkomst getekend? Vul in wanneer en door wie.", "edit", "Vul de ondertekening in"),
    Status.SIGNED_ONE_SIDE: ("Eén handtekening ontbreekt nog.", "edit", "Vul de ondertekening in"),
    Status.REFUSED: ("Leg vast wat er in plaats daarvan geldt, of stop met het product.", "replace", "Nieuwe afspraak"),
}
# Per finding: the screen, the part of the form, the button.
MENDS = {
    "agreement_expired": ("replace", "", "Maak een nieuwe overeenkomst"),
    "mismatch": ("replace", "", "Maak een nieuwe overeenkomst"),
    "reason_missing": ("edit", "reason", "Vul de reden in"),
    "conclusion_unknown": ("edit", "conclusion_mode", "Vul in hoe die is gesloten"),
    "supplier_signature_missing": ("edit", "supplier_signed_on", "Vul de ondertekening in"),
    "board_signature_missing": ("edit", "board_signed_on", "Vul de ondertekening in"),
    "agreement_product_missing": ("edit", "products", "Pas de producten aan"),
    "choice_missing": ("edit", "choices", "Maak de keuzes"),
    "deviation_undecided": ("edit", "deviations", "Noteer het besluit"),
    "agreement_annex_missing": ("edit", "annexes", "Kies de bijlage"),
    "annex_superseded": ("edit", "annexes", "Kies de nieuwe versie"),
    "review_due": ("edit", "review_on", "Vul de volgende datum in"),
    "file_missing": ("file", "", "Voeg een bestand toe"),
    "leftover_in_file": ("file", "", "Voeg het juiste bestand toe"),
}


def next_step(story: AgreementStory) -> Step | None:
    """Return the one thing to do now; None when all is well."""
    agreement = story.agreement
    if agreement.status in STAGES:
        text, screen, action = STAGES[agreement.status]
        return Step(text, _url(agreement, screen), action)
    for finding in story.findings:
        if finding.code == "mismatch" and waits_for_covenant(agreement, story.on):
            url = url_for("covenant_entries.add", supplier_id=agreement.supplier_id)
            return Step(finding.sentence, url, ACTIONS["covenant_unchecked"])
        if finding.code in MENDS:
            screen, part, action = MENDS[finding.code]
            return Step(finding.sentence, _url(agreement, screen, part), action)
    return None


def state_tag(story: AgreementStory) -> tuple[str, str]:
    """Return the state of the agreement as the kind of a tag and its text."""
    agreement = story.agreement
    if agreement.is_in_force(story.on):
        return "ok", "geldt"
    if any(finding.code == "agreement_expired" for finding in story.findings):
        return "danger", "verlopen"
    if agreement.status is Status.IN_FORCE:
        return "info", "gaat nog in"
    return TAGS.get(agreement.status, "warning"), agreement.status.label


def notices(story: AgreementStory, step: Step | None) -> dict[str, list[str]]:
    """Return the sentences to show by kind of notice, without the one that the next step tells already."""
    told: dict[str, list[str]] = {}
    for finding in story.findings:
        if step is None or finding.sentence != step.text:
            told.setdefault(KINDS.get(finding.code, "warning"), []).append(finding.sentence)
    return told


def papers_url(agreement: Agreement) -> str:
    """Return where the papers of this agreement are made; "" where none is needed."""
    if is_none_needed(facts().arrangements.get(agreement.arrangement)):
        return ""
    return linked("papers.agreement", agreement_id=agreement.id)


def annex_url(annex: PrivacyAnnex | SecurityAnnex) -> str:
    """Return where this annex version is shown, or "" while that screen is not there."""
    endpoint, argument = PAGES[annex.__tablename__]
    return linked(endpoint, **{argument: annex.id})


def _url(agreement: Agreement, screen: str, part: str = "") -> str:
    if screen == "papers" and (url := papers_url(agreement)):
        return url
    endpoint = {"file": "agreement_files.add", "replace": "agreements.replace"}.get(screen, "agreements.edit")
    return url_for(endpoint, agreement_id=agreement.id, _anchor=part or None)
