"""The language of templates: looking up, choosing and repeating, and nothing else."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from registry.documents.gaps import Marked
from registry.documents.values import Fields
from registry.dutch import yes_no
from registry.errors import TemplateRefused

_FILTERS = ("first", "join", "last", "length")  # none that would make plain text of a marked gap


class Unknown(StrictUndefined):
    """A name that the values do not have: refused as soon as it is used."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        if isinstance(owner, Fields):
            return unknown_name(str(self._undefined_name), owner, f"{owner.path}.")
        return unknown_name(str(self._undefined_name))


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without calls, arithmetic, globals and unescaped text, for templates that may name only `known`."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(autoescape=True, undefined=Unknown, finalize=printed)
        self.known = frozenset(known)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """The template in `source`; an unknown name is refused in branches that are not taken, too."""
        for name in sorted(find_undeclared_variables(self.parse(source)) - self.known):
            raise TemplateRefused(unknown_name(name, self.known))
        return super().from_string(source, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A named value; never a method of the dict that holds it."""
        if not isinstance(obj, Fields):
            return super().getattr(obj, attribute)
        return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """False: a template calls nothing."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Nothing: a template does not calculate."""
        raise SecurityError(operator)


def printed(value: object) -> Markup:
    """`value` as XML text. Underscores are written as references, or docxtpl would read `{_{` in a text as its own."""
    if isinstance(value, bool):
        value = yes_no(value)
    if not isinstance(value, str | int | Marked | Undefined):
        raise TemplateRefused("Het sjabloon drukt een groep velden af waar één veld moet staan.")
    return Markup(str(escape(value)).replace("_", "&#95;"))


def unknown_name(name: str, known: Iterable[str] = (), prefix: str = "") -> str:
    """The Dutch sentence about the name that does not exist, with the nearest one of `known` if one is near."""
    sentence = f"Het sjabloon vraagt om “{prefix}{name}”, maar dat veld bestaat niet."
    for nearest in get_close_matches(name, sorted(known), n=1):
        sentence += f" Bedoeld is misschien “{prefix}{nearest}”."
    return sentence
