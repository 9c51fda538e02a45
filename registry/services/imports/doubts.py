"""Where a list says two things at once, or leaves out a role that the register would fill in wrongly: a person says."""

from collections.abc import Mapping

from registry.exchange.lists.codes import find
from registry.exchange.lists.fields import plain, word_set
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.services.imports.asking import ask
from registry.services.imports.fields import written
from registry.services.imports.plan import Claim, Line, Option

NOTES = ("agreement.note", "supplier.note")
MOST_SHOWN = 60  # signs of a note in a question


def ask_role(line: Line, claim: Claim, answers: Mapping[str, str]) -> None:
    """Claim the role of a new supplier that is seldom a processor, such as the GGD, once a person has said it."""
    status = line.entry.values.get("agreement.status")
    if "role" in claim.fields or status == AgreementStatus.NOT_NEEDED.value or not _is_recipient(claim.target.name):
        return  # a reason for having no agreement tells the role too
    sentence = f"“{claim.target.name}” is vaak geen verwerker. Welke rol heeft deze organisatie?"
    options = [Option(role.value, role.label.capitalize()) for role in PartyRole]
    question = ask(answers, f"role {claim.target.key}", sentence, options)
    line.questions.append(question)
    if question.answer:
        claim.fields["role"] = PartyRole(question.answer)


def ask_stage(line: Line, claim: Claim, name: str, answers: Mapping[str, str]) -> None:
    """Claim the stage that a person chose where the list says that there is no agreement and its note says more."""
    note = next((text for text in (written(line, field) for field in NOTES) if text), "")
    said = find("agreement_status", note) if note else ""
    if claim.fields.get("status") is not AgreementStatus.WANTED or said in ("", AgreementStatus.WANTED.value):
        return
    other = AgreementStatus(said)
    if not other.is_open:
        return
    sentence = f"Er is nog geen overeenkomst met “{name}”, en de opmerking is “{note[:MOST_SHOWN]}”. Wat is de stand?"
    options = [Option(one.value, one.label.capitalize()) for one in (AgreementStatus.WANTED, other)]
    question = ask(answers, f"stage {plain(name)} {plain(note)}", sentence, options)
    line.questions.append(question)
    if question.answer:
        claim.fields["status"] = AgreementStatus(question.answer)


def _is_recipient(name: str) -> bool:
    word, known = plain(name), word_set("recipients")
    return word in known or word.partition(" ")[0] in known
