"""Which schools a row means, and which use of its product each of them has."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.errors import InvalidIdentifier
from registry.exchange.lists.entry import Problem
from registry.identifiers import site_code
from registry.model import School, Use
from registry.services.imports.alike import Names, key_of
from registry.services.imports.asking import LEAVE, ask, chosen, same
from registry.services.imports.fields import Headings, claim_fields, names_in, written
from registry.services.imports.known import Known
from registry.services.imports.plan import Claim, Line, Option, Target

ALL = ("*",)
MOST_OFFERED = 25


class SchoolFinder:
    """Finds schools by site code or name, for the rows of one file."""

    def __init__(self, known: Known, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.schools = known.schools
        self.by_code = {one.site_code: one for one in known.schools if one.site_code}
        self.by_name: dict[str, list[School]] = {}
        self.names = Names()
        self._sure: dict[str, School | None] = {}
        for school in known.schools:
            self.by_name.setdefault(key_of(school.name), []).append(school)
            self.names.add(key_of(school.name))

    def find(self, line: Line, name: str, heading: str) -> School | None:
        """Return the school with this name or site code; what stands in the way is a problem or question of the row."""
        if name not in self._sure:
            named = self.by_name.get(key_of(name), [])
            self._sure[name] = self.by_code.get(_as_code(name)) or (named[0] if len(named) == 1 else None)
        if (school := self._sure[name]) is not None:
            return school
        named = self.by_name.get(key_of(name), [])
        near = [(one, 100) for one in named] or [
            (one, score) for key, score in self.names.near(key_of(name)) for one in self.by_name[key]
        ]
        options = [Option(same(f"school:{one.id}"), f"Ja, dit is {_shown(one)}", score) for one, score in near]
        sentence = f"Is “{name}” een school die er al staat?"
        if not near:
            offered = self.schools if len(self.schools) <= MOST_OFFERED else []
            options = [Option(same(f"school:{one.id}"), _shown(one)) for one in offered]
            sentence = f"De school “{name}” staat niet in het register. Welke school is het?"
        left = Option(LEAVE, "Geen van deze: laat deze school weg", why="Vink het gebruik later zelf aan.")
        question = ask(self.answers, f"school {key_of(name)}", sentence, [*options, left])
        line.questions.append(question)
        if question.answer == LEAVE:
            line.remarks.append(Problem(heading, f"“{name}” is niet overgenomen"))
        picked = chosen(question.answer)
        return next((one for one in self.schools if f"school:{one.id}" == picked), None)

    def together(self, name: str) -> list[School]:
        """Return the schools that a name such as "De Golf en De Wierde" puts together, each known beyond doubt."""
        if self.by_name.get(key_of(name)) or " en " not in name:
            return []
        found = [self.by_name.get(key_of(part), []) for part in name.split(" en ")]
        return [one for part in found for one in part] if all(len(part) == 1 for part in found) else []


class UseFinder:
    """Finds the uses that a row tells of: of each school one."""

    def __init__(self, known: Known, schools: SchoolFinder, since: date | None, on: date) -> None:
        self.known, self.schools, self.since, self.on = known, schools, since, on

    def claims(self, line: Line, product: Target, headings: Headings) -> list[Claim]:
        """Return a claim for each school in the row."""
        heading = headings.of("use.schools")
        names = tuple(names_in(line, "use.schools"))
        if names == ALL:
            found = [school for school in self.schools.schools if school.is_open(self.on)]
        else:
            found = [school for name in names for school in self._named(line, name, heading)]
        return [self._claim(line, product, school, headings) for school in dict.fromkeys(found)]

    def _named(self, line: Line, name: str, heading: str) -> list[School]:
        if several := self.schools.together(name):
            told = " en ".join(school.name for school in several)
            line.remarks.append(Problem(heading, f"“{name}” is gelezen als {len(several)} scholen: {told}"))
            return several
        school = self.schools.find(line, name, heading)
        return [school] if school is not None else []

    def _claim(self, line: Line, product: Target, school: School, headings: Headings) -> Claim:
        said = Claim(Target("use", "", ""))
        claim_fields(line, said, "use", headings)
        if note := written(line, "use.note"):
            said.texts["note"] = [note]
        use = self._present(product, school, said.fields)
        name = f"{product.name} op {school.name}"
        refs = {"product": product.key, "school": school}
        if use is not None:
            said.target = Target("use", f"use:{use.id}", name, use, refs)
            return said
        if "since" not in said.fields:
            self._begin(line, said.fields, headings)
        period = said.fields.get("since") if said.fields.get("until") else ""
        said.target = Target("use", f"use:{product.key}/{school.id}/{period}", name, None, refs)
        return said

    def _begin(self, line: Line, fields: dict[str, Any], headings: Headings) -> None:
        if self.since is not None:
            fields["since"] = self.since
            return
        problem = Problem(
            headings.of("use.since"), "Er staat niet bij sinds wanneer. Kies één begindatum voor de lijst."
        )
        if problem not in line.problems:
            line.problems.append(problem)

    def _present(self, product: Target, school: School, said: dict[str, Any]) -> Use | None:
        """The use with this first day, else one that runs or has yet to begin; a row about the past means neither."""
        if product.record is None:
            return None
        uses = self.known.uses.get((school.id, product.record.id), [])
        begun = next((use for use in uses if use.since == said.get("since")), None)
        if begun is not None:
            return begun
        until = said.get("until")
        running = next((use for use in reversed(uses) if not use.is_over(self.on)), None)
        if running is not None and until is not None and until < running.since:
            return None
        return running


def _shown(school: School) -> str:
    return f"{school.name} ({school.site_code})" if school.site_code else school.name


def _as_code(name: str) -> str:
    try:
        return site_code(name)
    except InvalidIdentifier:
        return ""
