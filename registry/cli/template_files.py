"""What `templates list` and `templates add` do with the register of an instance."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from registry import identifiers
from registry.cli.running import open_register
from registry.errors import BrokenRule, NotFound
from registry.model import School
from registry.paths import Instance
from registry.queries.papers.paper_templates import templates_in_use
from registry.services.paper import Templates
from registry.services.paper.checking import TemplateFaulty
from registry.services.paper.own_templates import Upload, add_template, use_template
from registry.services.paper.template_kinds import template_kinds


def tell_templates(instance: Instance) -> None:
    """Write for each paper its name, its title and the template that it gets; then those of schools."""
    with open_register(instance) as session:
        templates = Templates.of(instance.agreement_templates, session)
        for kind in template_kinds():
            click.echo(f"{kind.name}: {kind.title} – {_used(templates, kind.name, session)}")
        for (name, _), one in templates_in_use(session).items():
            if one.school is not None:
                click.echo(f"{name}: {one.school.name} – {one.named}")


def add_file(instance: Instance, path: Path, content: bytes, paper: str, code: str, title: str) -> None:
    """Keep the template, take it in use and say so; BrokenRule with all that is wrong with it."""
    with open_register(instance) as session:
        school_id = _school(session, code).id if code else None
        upload = Upload(paper, path.name, content, title or path.stem, school_id=school_id)
        try:
            kept = use_template(session, add_template(session, upload, date.today()).id)
        except TemplateFaulty as fault:
            raise BrokenRule(f"Dit sjabloon is niet bewaard. {_wrong(fault)}") from fault
        click.echo(f"Bewaard en in gebruik: {kept.named} ({paper})")


def _used(templates: Templates, name: str, session: Any) -> str:
    version = templates_in_use(session).get((name, None))
    if version is not None:
        return f"{version.named} (sjabloon van het bestuur)"
    try:
        return templates.read(name).origin.value
    except BrokenRule:
        return "geen"


def _school(session: Any, code: str) -> School:
    site_code = identifiers.site_code(code)
    school: School | None = session.scalar(select(School).where(School.site_code == site_code))
    if school is None:
        raise NotFound(f"Er is geen school met vestigingscode {site_code} in het register.")
    return school


def _wrong(fault: TemplateFaulty) -> str:
    unknown = [f"{one.name} bestaat niet ({one.place})." for one in fault.report.unknown]
    return " ".join([*unknown, *(one.reason for one in fault.report.refused)])
