"""The BIV classification: a level for each of availability, integrity and confidentiality."""

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, Findings, found
from registry.exchange.annexes.fields.boxes import State, split_boxes
from registry.exchange.annexes.fields.choosing import pick
from registry.exchange.annexes.paper.block import Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.words.loading import all_said, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_yes

_ASPECTS = ("B", "I", "V")


def read_classification(part: Part, findings: Findings) -> None:
    """Find `biv.B`, `biv.I` and `biv.V`."""
    for entry in part.entries:
        for aspect, level, certainty in _levels(entry):
            findings.one(f"biv.{aspect}", found(level, entry.page, entry.quotation, certainty))


def level_of(text: str) -> str:
    """Return the one level that a text names ("low", "medium", "high"); "" for none or several."""
    words = plain(text)
    said = [code for code, word in word_list("levels").items() if word.weight(words)]
    return said[0] if len(said) == 1 else ""


def _levels(entry: Entry) -> list[tuple[str, str, float]]:
    if len(entry.cells) > 1:
        return _of_row(entry)
    aspect = _aspect(entry.label) or (_aspect(entry.label[:1]) if entry.label.strip(" .:") in _ASPECTS else "")
    if aspect:
        if all_said("aspects", entry.words):
            return _of_line(entry.with_cells(Rich((Run(entry.quotation),))))
        level = level_of(pick(entry.cells[0]))
        return [(aspect, level, CERTAIN)] if level and len(entry.text.split()) <= 30 else []
    if lettered := _lettered(entry.quotation):
        return lettered
    if _is_codes(entry.label, entry.text):
        if len(all_said("aspects", entry.words)) == len(_ASPECTS):
            return _of_line(entry)
        return _of_codes(entry.text if entry.label else entry.text.partition(":")[2] or entry.text)
    return _of_line(entry)


def _aspect(text: str) -> str:
    said = all_said("aspects", plain(text))
    bare = text.strip(" .:()")
    return said[0] if len(said) == 1 and len(plain(text).split()) <= 6 else bare if bare in _ASPECTS else ""


def _of_row(entry: Entry) -> list[tuple[str, str, float]]:
    at = next((at for at, cell in enumerate(entry.cells[:2]) if _aspect(cell.kept)), None)
    if at is None:
        return _of_heads(entry)
    aspect, others = _aspect(entry.cells[at].kept), list(enumerate(entry.cells))[at + 1 :]
    ticked = [entry.heads[number] for number, cell in others if number < len(entry.heads) and is_yes(cell.kept)]
    level = level_of(" ".join(ticked)) if ticked else ""
    if not level:
        picked = _picked_cell([cell for _number, cell in others])
        level = level_of(picked)
    return [(aspect, level, CERTAIN)] if level else []


def _picked_cell(cells: list[Rich]) -> str:
    """The cell or word that was chosen among levels in a row."""
    named = [cell for cell in cells if level_of(cell.kept) and len(cell.kept.split()) <= 4]
    ticked = [label for cell in cells for state, label in split_boxes(cell.kept)[1] if state is State.TICKED]
    if ticked:
        return " ".join(ticked)
    if len(named) > 1:
        bold = [cell for cell in named if cell.is_bold]
        standing = [cell for cell in named if not cell.is_struck]
        return bold[0].kept if len(bold) == 1 else standing[0].kept if len(standing) == 1 else ""
    for cell in cells:
        if level_of(pick(cell)):
            return pick(cell)
    return ""


def _of_heads(entry: Entry) -> list[tuple[str, str, float]]:
    """A row of levels under heads that name the aspects."""
    pairs = [(_aspect(head), level_of(pick(cell))) for head, cell in zip(entry.heads, entry.cells, strict=False)]
    found_levels = [(aspect, level, CERTAIN) for aspect, level in pairs if aspect and level]
    return found_levels if len(found_levels) > 1 else []


def _is_codes(label: str, text: str) -> bool:
    words = plain(f"{label} {text}")
    return (" biv " in words or " cia " in words or " classificatie " in words) and len(text.split()) <= 24


def _lettered(text: str) -> list[tuple[str, str, float]]:
    """Each of the letters B, I and V with its level behind it, anywhere in a line: "B = Hoog, I = Midden, V: Laag"."""
    words = [word for word in _without_signs(text).split() if word]
    pairs = {words[at]: level_of(words[at + 1]) for at in range(len(words) - 1) if words[at] in _ASPECTS}
    told = [(aspect, pairs.get(aspect, ""), SURE) for aspect in _ASPECTS]
    return told if all(level for _aspect, level, _sure in told) else []


def _without_signs(text: str) -> str:
    for sign in "=:()-–/,;|+":
        text = text.replace(sign, " ")
    return text


def _of_codes(text: str) -> list[tuple[str, str, float]]:
    """Three levels in a row: "M-M-H", "Midden / Midden / Hoog", "B=M, I=M, V=H"."""
    words = [word for word in _without_signs(text).split() if word]
    pairs = [(words[at].upper(), level_of(words[at + 1])) for at in range(len(words) - 1) if words[at] in _ASPECTS]
    if len(pairs) == 3 and all(level for _aspect, level in pairs):
        return [(aspect, level, SURE) for aspect, level in pairs]
    if all_said("aspects", plain(text)):
        return []
    levels = [level for word in words if (level := level_of(word))]
    return [(aspect, level, SURE) for aspect, level in zip(_ASPECTS, levels, strict=True)] if len(levels) == 3 else []


def _of_line(entry: Entry) -> list[tuple[str, str, float]]:
    """Aspects and levels in one line: "Beschikbaarheid: Midden, Integriteit: Hoog"."""
    words = plain(entry.text)
    aspects = [(word.place(words), code) for code, word in word_list("aspects").items() if word.weight(words)]
    if not aspects or (len(aspects) == 1 and len(words.split()) > 14):
        return []
    if len(aspects) == 1:
        level = level_of(pick(entry.cells[0]).replace(":", " "))
        return [(aspects[0][1], level, LIKELY)] if level else []
    aspects.sort()
    ends = [at for at, _code in aspects[1:]] + [len(words)]
    told = [(code, level_of(_first_words(words[at:end]))) for (at, code), end in zip(aspects, ends, strict=True)]
    return [(code, level, SURE) for code, level in told if level]


def _first_words(words: str) -> str:
    return " ".join(words.split()[1:5])
