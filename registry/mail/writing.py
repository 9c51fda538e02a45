"""Writing a letter: the two templates of its name in templates/mail, filled with plain values."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from registry.dutch import count, enumeration, long_date
from registry.mail.letter import Letter
from registry.paths import templates_folder


def write(name: str, to: str, subject: str, **values: Any) -> Letter:
    """Return the letter of this name to this address: `<name>.txt` and `<name>.html`, filled with the values."""
    values |= {"subject": subject}
    text, html = (_templates().get_template(f"{name}.{kind}").render(values) for kind in ("txt", "html"))
    return Letter(to, subject, text, html)


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(templates_folder() / "mail")
    made = Environment(
        loader=loader,
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(long_date=long_date, enumeration=enumeration)
    made.globals.update(count=count)
    return made
