"""The papers that a board may give a template of its own, with what each is for."""

import tomllib
from dataclasses import dataclass
from functools import cache

from registry.errors import NotFound
from registry.model.paper_template import HOUSE_STYLE, OFFICIAL_MODEL
from registry.paths import agreement_templates_folder
from registry.services.paper.fields import FIELDS
from registry.services.paper.kinds import KINDS, PaperKind

_NOT_SHIPPED = {
    HOUSE_STYLE: ("Huisstijl", "Alle documenten die geen eigen sjabloon hebben"),
    OFFICIAL_MODEL: (
        "Verwerkersovereenkomst naar het officiële model",
        "Het schoolbestuur en een leverancier die deelnemer is aan het privacyconvenant",
    ),
}


@dataclass(frozen=True)
class TemplateKind:
    """A template by its name: its Dutch title, for whom its paper is, and the papers that are made from it."""

    name: str
    title: str
    audience: str
    papers: tuple[PaperKind, ...]

    @property
    def is_shipped(self) -> bool:
        """Whether the register comes with one."""
        return self.name not in _NOT_SHIPPED

    @property
    def is_house_style(self) -> bool:
        """Whether it dresses other templates."""
        return self.name == HOUSE_STYLE

    @property
    def is_official_model(self) -> bool:
        """Whether it is the official model, which gets its fields in steps of its own."""
        return self.name == OFFICIAL_MODEL

    @property
    def is_of_schools(self) -> bool:
        """Whether a school may have its own."""
        return self.is_house_style or any(paper.subject == "school" for paper in self.papers)


@cache
def template_kinds() -> tuple[TemplateKind, ...]:
    """Return all of them: the house style first, then the papers in the order in which they are offered."""
    return tuple(_kind(name) for name in sorted(FIELDS, key=lambda name: name != HOUSE_STYLE))


def template_kind(name: str) -> TemplateKind:
    """Return the kind with this name; NotFound when there is none."""
    for kind in template_kinds():
        if kind.name == name:
            return kind
    raise NotFound("Dit sjabloon bestaat niet.")


def _kind(name: str) -> TemplateKind:
    papers = tuple(kind for kind in KINDS.values() if kind.template == name)
    if name in _NOT_SHIPPED:
        return TemplateKind(name, *_NOT_SHIPPED[name], papers)
    told = tomllib.loads((agreement_templates_folder() / f"{name}.toml").read_text(encoding="utf-8"))
    return TemplateKind(name, told["title"], told["audience"], papers)
