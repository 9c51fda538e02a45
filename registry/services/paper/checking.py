"""What is wrong with a Word template before it is kept: names that do not exist, and what it may not hold."""

from dataclasses import dataclass
from typing import Any

from registry import documents
from registry.errors import BrokenRule, TemplateRefused
from registry.model.paper_template import HOUSE_STYLE
from registry.services.paper.fields import FIELDS, any_example, example

IN_THE_BODY = "Een huisstijl neemt alleen de vormgeving over. In de tekst zelf mag daarom geen veld staan."


@dataclass(frozen=True)
class UnknownName:
    """A name that the template asks for and that does not exist; `nearest` is a name like it, or ""."""

    name: str
    nearest: str
    place: str


@dataclass(frozen=True)
class Refusal:
    """Why the template cannot be used, in a Dutch sentence, and where in the file."""

    reason: str
    place: str


@dataclass(frozen=True)
class Report:
    """What a template asks for, and what is wrong with it; with anything wrong it is not kept."""

    fields: tuple[str, ...] = ()
    unknown: tuple[UnknownName, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the template may be kept."""
        return not self.unknown and not self.refused

    def plain(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        return {
            "ok": self.ok,
            "fields": list(self.fields),
            "unknown": [{"name": one.name, "nearest": one.nearest, "place": one.place} for one in self.unknown],
            "refused": [{"reason": one.reason, "place": one.place} for one in self.refused],
        }


class TemplateFaulty(BrokenRule):
    """A template that was not kept, with its report."""

    def __init__(self, report: Report) -> None:
        super().__init__("Dit sjabloon is niet bewaard. Hieronder staat wat eraan mankeert.", field="file")
        self.report = report


def check_template(content: bytes, paper: str = "") -> Report:
    """Return what the template asks for and what is wrong with it, for this paper or for any paper.

    BrokenRule for a paper that does not exist.
    """
    if paper and paper not in FIELDS:
        raise BrokenRule(f"Er is geen document “{paper}”. Kies uit: {', '.join(FIELDS)}.", field="paper")
    try:
        found = documents.check(content, example(paper) if paper else any_example())
    except TemplateRefused as fault:
        return Report(refused=(Refusal(fault.sentence, ""),))
    return Report(
        tuple(sorted({one.path for one in found.fields})),
        tuple(UnknownName(one.name, one.nearest or "", one.place or "") for one in found.unknown),
        (*(Refusal(one.reason, one.place or "") for one in found.refused), *_wrong_house_style(content, paper)),
    )


def _wrong_house_style(content: bytes, paper: str) -> list[Refusal]:
    if paper != HOUSE_STYLE or not _can_be_opened(content):
        return []
    from registry.documents.templates.house_style import texts_in  # heavy: not at every start

    return [Refusal(IN_THE_BODY, text[:80]) for text in texts_in(content) if "{{" in text or "{%" in text]


def _can_be_opened(content: bytes) -> bool:
    from registry.documents.word import opened  # heavy: not at every start

    try:
        opened(content)
    except TemplateRefused:
        return False
    return True
