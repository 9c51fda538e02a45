"""Fields that annexes need: countries in two groups, retention terms with their length, levels as rounds."""

import unicodedata
from typing import Any

from wtforms.fields.choices import SelectChoice
from wtforms.widgets import ListWidget, RadioInput

from registry.reference import facts
from registry.reference.transfers import Country
from registry.web.forms.fields import CodeField


class CountryField(CodeField):
    """A country: the Netherlands first, then the rest of the EEA, then the world, each by name."""

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the value and offer the countries in two groups."""
        super().process(formdata, *args, **kwargs)
        known = [facts().countries[code] for code, *_ in self.choices if code]
        self.choices = [SelectChoice("", "Kies"), *(_choice(country) for country in sorted(known, key=_by_name))]


class TermField(CodeField):
    """A known retention term, with how long it is."""

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the value and offer each term with its length."""
        super().process(formdata, *args, **kwargs)
        known = [facts().retention_terms[code] for code, *_ in self.choices if code]
        terms = (SelectChoice(term.code, f"{term.label}: {term.term}") for term in known)
        self.choices = [SelectChoice("", "Geen van deze"), *terms]


class LevelField(CodeField):
    """A level out of a short list, as rounds with "niet bekend" first."""

    widget = ListWidget(prefix_label=False)
    option_widget = RadioInput()

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Take the value and offer the levels."""
        super().process(formdata, *args, **kwargs)
        self.choices = [SelectChoice(code, label if code else "Niet bekend") for code, label, *_ in self.choices]


def _choice(country: Country) -> SelectChoice:
    return SelectChoice(country.code, country.label, optgroup="Binnen de EER" if country.is_eea else "Buiten de EER")


def _by_name(country: Country) -> tuple[bool, bool, str]:
    return not country.is_eea, country.code != "NL", unicodedata.normalize("NFD", country.label).casefold()
