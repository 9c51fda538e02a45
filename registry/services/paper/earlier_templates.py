"""The very template that a final paper was made from, found again by its hash among all that there ever was."""

from collections.abc import Iterator
from typing import Any

from registry.errors import BrokenRule
from registry.model.paper_template import HOUSE_STYLE
from registry.queries.papers.paper_templates import template_versions
from registry.services.paper.templates import Origin, Template, Templates, Version, in_style


def template_with_hash(session: Any, templates: Templates, name: str, wanted: str) -> Template:
    """Return the version of this template that a paper was made from; BrokenRule when it is not there any more."""
    for template in _ever(session, templates, name):
        if template.sha256 == wanted:
            return template
    raise BrokenRule("Het Word-sjabloon van dit document is sindsdien veranderd. Het bewaarde bestand blijft er wel.")


def _ever(session: Any, templates: Templates, name: str) -> Iterator[Template]:
    """What it may have been, the likeliest first."""
    yield templates.read(name)
    for kept in template_versions(session, name):
        yield Template(kept.content, Origin.BOARD, Version.of(kept))
    if (in_folder := templates.in_folder(name)) is not None:
        yield in_folder
    yield (shipped := templates.shipped(name))
    for house in template_versions(session, HOUSE_STYLE):
        yield in_style(shipped, house.content)
