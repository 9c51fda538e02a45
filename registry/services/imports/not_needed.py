"""Rows that say that no agreement is needed: the register wants to know why, and the list seldom says it."""

from collections.abc import Mapping

from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.queries.agreements.arrangement_groups import is_none_needed
from registry.reference import active, facts
from registry.reference.agreements import Arrangement
from registry.services.imports.asking import LEAVE, ask
from registry.services.imports.plan import Claim, Line, Option, Target

KEPT = "In de lijst staat dat geen verwerkersovereenkomst nodig is. De reden is nog niet uitgezocht."
LEFT = Option(LEAVE, "Dat zoek ik nog uit", why="Het komt als notitie bij de leverancier. Er komt geen afspraak in.")


def ask_why(line: Line, claim: Claim, answers: Mapping[str, str]) -> bool:
    """Return whether the row goes on to claim this agreement, with the reason that a person gave for having none.

    The role of a new supplier follows from that reason; of one that the register knows, only fitting reasons are asked.
    """
    record: Agreement | None = claim.target.record
    says_so = claim.fields.get("status") is AgreementStatus.NOT_NEEDED and not claim.fields.get("reason")
    if not says_so or (record is not None and record.reason):
        return True
    of_supplier = next(one for one in line.claims if one.target.kind == "supplier")
    role = _role(of_supplier)
    fitting = [one for one in active(facts().arrangements) if is_none_needed(one) and _fits(one, role)]
    options = [*(Option(one.code, one.label, why=one.reason) for one in fitting), LEFT]
    name = of_supplier.target.name
    sentence = f"Waarom is er met “{name}” geen verwerkersovereenkomst nodig?"
    question = ask(answers, f"not needed {of_supplier.target.key}", sentence, options)
    line.questions.append(question)
    if question.answer == LEAVE:
        of_supplier.texts.setdefault("note", []).append(KEPT)
        return False
    if (chosen := facts().arrangements.get(question.answer)) is not None:
        claim.fields |= {"arrangement": claim.fields.get("arrangement") or chosen.code, "reason": chosen.reason}
        if role is None:
            of_supplier.fields["role"] = PartyRole(chosen.roles[0])
    return True


def _role(of_supplier: Claim) -> PartyRole | None:
    """The role of the supplier, None for a new one of which the list says nothing."""
    target: Target = of_supplier.target
    said = of_supplier.fields.get("role")
    if said is None and target.record is not None:
        return PartyRole(target.record.role)
    return PartyRole(said) if said is not None else None


def _fits(arrangement: Arrangement, role: PartyRole | None) -> bool:
    return role is None or role.value in arrangement.roles
