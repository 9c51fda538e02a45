"""Rows about schools and about boards: our own are taken over, those of other boards are counted."""

from collections.abc import Mapping, Sequence

from registry.errors import BrokenRule
from registry.exchange.lists.entry import Entry, Problem
from registry.model import School
from registry.services.imports.choices import Choices
from registry.services.imports.fields import Headings, claim_fields, written
from registry.services.imports.known import Known
from registry.services.imports.plan import Claim, Line, Target
from registry.services.imports.uses import SchoolFinder

WHICH_BOARD = "Vul het bestuursnummer in: de lijst noemt meer besturen dan het uwe."


def of_our_board(entries: Sequence[Entry], field: str, known: Known, choices: Choices) -> tuple[list[Entry], int]:
    """Return the entries of our own board by its number at this field, and how many are of others.

    A list without that field is all ours. BrokenRule, at the field "board_number", while nobody knows our number.
    """
    if not any(field in entry.values for entry in entries):
        return list(entries), 0
    number = choices.board_number or (known.board.board_number if known.board else "")
    if not number:
        raise BrokenRule(WHICH_BOARD, field="board_number")
    # a row whose number could not be read is nobody's: it stays, with its problem, to be looked at
    ours = [one for one in entries if one.values.get(field) == number or _is_unread(one, field)]
    return ours, len(entries) - len(ours)


def _is_unread(entry: Entry, field: str) -> bool:
    return field not in entry.values and bool(entry.problems)


class SchoolRows:
    """Reads rows about schools."""

    def __init__(self, known: Known, answers: Mapping[str, str], headings: Headings) -> None:
        self.finder, self.headings = SchoolFinder(known, answers), headings

    def read(self, entry: Entry) -> Line:
        """Return what the row says about which school: by its site code, else by its name."""
        line = Line(entry, problems=list(entry.problems))
        code, name = written(line, "school.site_code"), written(line, "school.name")
        if not code and not name:
            if not line.problems:
                line.problems.append(Problem("", "Er staat geen naam en geen vestigingscode bij."))
            return line
        school = self._school(line, code, name)
        target = (
            _of(school) if school is not None else Target("school", f"school:+{code or name.casefold()}", name or code)
        )
        claim = Claim(target)
        claim_fields(line, claim, "school", self.headings)
        line.claims.append(claim)
        return line

    def _school(self, line: Line, code: str, name: str) -> School | None:
        if code in self.finder.by_code:
            return self.finder.by_code[code]
        # a name is shared by schools of many places: only one that has no code yet can be meant by it
        named = [one for one in self.finder.schools if one.name.casefold() == name.casefold()]
        fitting = [one for one in named if not (code and one.site_code)]
        if len(fitting) > 1:
            line.problems.append(Problem(self.headings.of("school.name"), f"Er zijn meer scholen die {name} heten."))
        return fitting[0] if len(fitting) == 1 else None


class BoardRows:
    """Reads the row about our own board."""

    def __init__(self, known: Known, headings: Headings) -> None:
        self.known, self.headings = known, headings

    def read(self, entry: Entry) -> Line:
        """Return what the row says about the board of this register."""
        line = Line(entry, problems=list(entry.problems))
        board = self.known.board
        name = board.name if board is not None else written(line, "board.name")
        claim = Claim(Target("school_board", "school_board:1", name or "het bestuur", board))
        claim_fields(line, claim, "board", self.headings)
        if board is None and not name:
            line.problems.append(Problem(self.headings.of("board.name"), "Er staat geen naam van het bestuur bij."))
        line.claims.append(claim)
        return line


def _of(school: School) -> Target:
    return Target("school", f"school:{school.id}", school.name, school)
