"""Which sort of arrangement the agreements of a list are: what the model says by its name, else what a person says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from registry.dutch import count
from registry.model import Agreement
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.queries.agreements.arrangement_groups import ArrangementGroup, group_of
from registry.reference import active, facts
from registry.reference.agreements import Arrangement
from registry.services.imports.asking import LEAVE, ask
from registry.services.imports.plan import Claim, Line, Option, Question

ON_PAPER = (ArrangementGroup.AGREEMENT, ArrangementGroup.LETTER)
NO_PAPER = (AgreementStatus.NOT_NEEDED, AgreementStatus.REFUSED)


@dataclass
class _Meant:
    """One agreement of the list: what its rows claim of it together."""

    claims: list[Claim] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    role: PartyRole = PartyRole.PROCESSOR

    def says(self, name: str, default: object = "") -> object:
        """Return what a row says of this field, else the register."""
        said = [claim.fields[name] for claim in self.claims if claim.fields.get(name)]
        record: Agreement | None = self.claims[0].target.record
        return said[0] if said else getattr(record, name, default) or default

    @property
    def model(self) -> str:
        """The text that it stands on."""
        return str(self.says("model_version"))

    @property
    def is_asked(self) -> bool:
        """Whether it is there for a processor while nobody said what it is."""
        status = self.says("status", AgreementStatus.WANTED)
        is_there = status not in NO_PAPER and (bool(self.model) or status is AgreementStatus.IN_FORCE)
        return is_there and not self.says("arrangement") and self.role is PartyRole.PROCESSOR


def sort_arrangements(lines: Iterable[Line], answers: Mapping[str, str]) -> None:
    """Ask once per model what its agreements are, and claim the answer; what the model says by its name is proposed."""
    by_model: dict[str, list[_Meant]] = defaultdict(list)
    for meant in _agreements(lines).values():
        if meant.is_asked:
            by_model[meant.model].append(meant)
    for model, found in by_model.items():
        question = _question(model, sum(len(meant.lines) for meant in found), answers)
        for meant in found:
            _apply(meant, question)


def _apply(meant: _Meant, question: Question) -> None:
    for line in meant.lines:
        line.questions.append(question)
    if question.answer and question.answer != LEAVE:
        for claim in meant.claims:
            claim.fields["arrangement"] = question.answer


def _agreements(lines: Iterable[Line]) -> dict[str, _Meant]:
    found: dict[str, _Meant] = defaultdict(_Meant)
    for line in lines:
        for claim in (claim for claim in line.claims if claim.target.kind == "agreement"):
            meant = found[claim.target.key]
            meant.claims.append(claim)
            meant.lines.append(line)
            meant.role = _role(line, meant.role)
    return found


def _role(line: Line, default: PartyRole) -> PartyRole:
    for claim in (claim for claim in line.claims if claim.target.kind == "supplier"):
        record = claim.target.record
        return claim.fields.get("role") or (record.role if record is not None else default)
    return default


def _question(model: str, rows: int, answers: Mapping[str, str]) -> Question:
    version = facts().model_versions.get(model)
    implied = facts().arrangements.get(version.arrangement) if version is not None else None
    says = f"staat “{version.label}”" if version is not None else "geldt een afspraak, zonder dat erbij staat welke"
    sentence = f"Bij {count(rows, 'rij', 'rijen')} {says}. Welke soort afspraak is dat?"
    if implied is not None:
        why = "Voorstel: dat zegt de naam van dit model."
        options = [Option(implied.code, implied.label, why=why)]
    else:
        options = [Option(one.code, one.label) for one in active(facts().arrangements) if _is_offered(one)]
    unknown = Option(
        LEAVE, "Dat weet ik nog niet", why="Tot u het invult, telt een lijst dit als een onbekende afspraak."
    )
    return ask(answers, f"arrangement {model}", sentence, [*options, unknown], implied.code if implied else LEAVE)


def _is_offered(arrangement: Arrangement) -> bool:
    return group_of(arrangement) in ON_PAPER
