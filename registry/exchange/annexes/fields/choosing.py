"""Which of the options in a section were chosen: by ticks, by yes and no, by bold or by striking out."""

from collections.abc import Iterable
from dataclasses import dataclass

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE
from registry.exchange.annexes.fields.boxes import State, beside_tick, split_boxes
from registry.exchange.annexes.fields.marks import coded, first_rows, is_mark, mark_columns
from registry.exchange.annexes.fields.typed_marks import not_understood, speaks_of_marks, typed_marks
from registry.exchange.annexes.paper.block import OPEN, TICKED, Rich, Run
from registry.exchange.annexes.parts.entry import Entry
from registry.exchange.annexes.words.loading import all_said, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_no, is_yes

_OFFERED = ("data_categories", "purposes_lt", "purposes_sli", "data_subjects")  # lists of what may be chosen
_NUMBER = 4  # signs: no more than a number or letter before a label


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen: its cells without the marks, what stands before it, and the heads of its marks."""

    cells: tuple[Rich, ...]
    state: State
    entry: Entry
    context: str = ""
    columns: tuple[str, ...] = ()
    is_doubtful: bool = False  # ticked in one of several columns of which nothing tells what they are

    @property
    def text(self) -> str:
        """What it says, cells side by side."""
        return " | ".join(cell.kept for cell in self.cells if cell.kept)

    @property
    def label(self) -> str:
        """Its first cell that is more than a number."""
        return next((cell.kept for cell in self.cells if len(cell.kept.strip(" .)")) > 4), self.text)

    @property
    def quotation(self) -> str:
        """The whole line or row in which it stands."""
        return self.entry.quotation


def options(entries: Iterable[Entry]) -> list[Option]:
    """Return what may be chosen in these entries, with the state of each."""
    entries = list(entries)
    marks = mark_columns(entries)
    first = first_rows(entries)
    heads = {id(entry) for entry in entries if id(entry) in first and _is_head(entry, marks.get(entry.table, set()))}
    typed = typed_marks(entries)
    found: list[Option] = []
    for entry in entries:
        if id(entry) in typed:
            state, said = typed[id(entry)]
            found.append(Option((_rich(said),), state, entry))
        elif id(entry) not in heads:
            found += _options(entry, marks)
    return found


def chosen(found: list[Option]) -> list[tuple[Option, float]]:
    """Return the options that were chosen, and how sure that is.

    Ticks decide where there are any; then yes and no; then what was not struck out; then what alone is bold. Where
    nothing marks a choice, all that stands there counts, less surely; not surely at all where marks were meant.
    """
    states = {option.state for option in found}
    if states & {State.TICKED, State.OPEN}:
        ticked = [option for option in found if option.state in (State.TICKED, State.YES)]
        return [(option, UNSURE if option.is_doubtful else CERTAIN) for option in ticked]
    if State.YES in states or State.NO in states:
        return [(option, CERTAIN) for option in found if option.state is State.YES]
    standing = [option for option in found if not _is_struck(option)]
    if len(standing) < len(found):
        return [(option, SURE) for option in standing if option.text]
    bold = [option for option in found if any(cell.is_bold for cell in option.cells)]
    if 0 < len(bold) < len(found) and len(found) > 2:
        return [(option, SURE) for option in bold]
    entries = [option.entry for option in found]
    marked = [option for option in found if option.cells and all(c.is_marked for c in option.cells if c.text)]
    some = 0 < len(marked) < len(found) and len(found) > 2
    if some and speaks_of_marks(entries):
        return [(option, SURE) for option in marked]
    doubtful = some or not_understood(entries)
    return [(option, UNSURE if doubtful else LIKELY) for option in found if option.text]


def _is_head(entry: Entry, marks: set[int]) -> bool:
    """Whether a first row has words above every column of marks: "Gegeven | Verplicht | Optioneel"."""
    above = [entry.cells[at].kept for at in marks if at < len(entry.cells)]
    if any(all_said(one, plain(entry.cells[0].kept)) for one in _OFFERED):
        return False  # a choice with text of its own: "Overige gegevens | IP-adres"
    return bool(above) and not any(is_mark(text) or coded(text) for text in above)


def _is_struck(option: Option) -> bool:
    return bool(option.cells) and all(cell.is_struck or not cell.text for cell in option.cells)


def pick(rich: Rich) -> str:
    """Return the choice in a line such as "Laag / Midden / Hoog": ticked, bold or not struck; else all of it."""
    boxed = split_boxes(rich.kept)
    ticked = [label for state, label in boxed[1] if state is State.TICKED]
    if boxed[1]:
        return " ".join(ticked)
    if rich.bold and not rich.is_bold:
        return rich.bold.strip(" /|,")
    return rich.kept


def _options(entry: Entry, marks: dict[int, set[int]]) -> list[Option]:
    if len(entry.cells) > 1:
        return _row_options(entry, marks.get(entry.table, set()))
    if "\t" in entry.text.strip():
        cells = [piece for piece in entry.text.split("\t") if piece.strip()]
        if any(is_mark(cell) for cell in cells) and len(cells) > 1:
            state = State.TICKED if any(is_yes(cell) for cell in cells if is_mark(cell)) else State.OPEN
            return [Option(tuple(_rich(cell) for cell in cells if not is_mark(cell)), state, entry)]
    return _line_options(entry, entry.cells[0] if entry.cells else Rich(), "")


def _row_options(entry: Entry, marks: set[int]) -> list[Option]:
    others = tuple(cell for at, cell in enumerate(entry.cells) if at not in marks)
    if marks:
        on = [at for at in sorted(marks) if at < len(entry.cells) and is_yes(entry.cells[at].kept)]
        heads = tuple(entry.heads[at] for at in on if at < len(entry.heads))
        no = word_list("columns")["no"]
        said_no = bool(heads) and all(no.weight(plain(head)) and not _says_more(head) for head in heads)
        answered_no = any(is_no(entry.cells[at].kept) for at in marks if at < len(entry.cells))
        said = tuple(cell for at, cell in enumerate(entry.cells) if at in marks and not is_mark(cell.kept))
        codes = [code for cell in said for code in coded(cell.kept)]
        if any(is_no(cell.kept) for cell in said) and not on:
            return [Option(others, State.OPEN, entry)]  # "nee, behalve …": neither is sure
        if said and not codes:
            return [Option((*others, *said), State.TICKED, entry)]
        state = State.NO if said_no or (answered_no and not on) else State.TICKED if on else State.OPEN
        context = next((cell.kept for cell in others if len(cell.kept.strip(" .)")) > _NUMBER), "")
        if codes:  # "1. Contactgegevens | 1.1 en 1.2": the parts of it that are chosen
            return [Option((_rich(code),), State.TICKED, entry, context) for code in codes]
        beside = [_rich(text) for at in on if (text := beside_tick(entry.cells[at].kept))]
        told = (*map(_unboxed, others), *beside)
        unheaded = len(marks) > 1 and bool(on) and not any(heads)
        return [Option(told, state, entry, "", heads, unheaded), *_within(entry, others, context)]
    boxed = [cell for cell in entry.cells if TICKED in cell.kept or OPEN in cell.kept]
    if boxed:
        context = next((cell.kept for cell in entry.cells if cell not in boxed), "")
        return [option for cell in boxed for line in cell.lines() for option in _line_options(entry, line, context)]
    return [Option(others, State.BARE, entry)]


def _within(entry: Entry, cells: tuple[Rich, ...], context: str) -> list[Option]:
    """What may be chosen inside a cell of a row that has a mark of its own: the parts of a category."""
    lines = [line for cell in cells for line in cell.lines() if TICKED in line.kept or OPEN in line.kept]
    return [option for line in lines for option in _line_options(entry, line, context)]


def _unboxed(cell: Rich) -> Rich:
    """A cell without the lines in it that may be chosen by themselves."""
    lines = cell.lines()
    kept = [line for line in lines if TICKED not in line.kept and OPEN not in line.kept]
    return cell if len(kept) == len(lines) else Rich(tuple(run for line in kept for run in (*line.runs, Run("\n"))))


def _says_more(head: str) -> bool:
    """Whether a head with a "no" in it names people, or asks for either answer: "Van toepassing (ja/nee)"."""
    return is_subject(head) or any(one in plain(head) for one in (" ja ", " yes "))


def is_subject(head: str) -> bool:
    """Return whether the head of a column names a group of people."""
    return any(word.weight(plain(head)) for word in word_list("data_subjects").values())


def _line_options(entry: Entry, rich: Rich, context: str) -> list[Option]:
    before, boxed = split_boxes(rich.kept)
    if boxed:
        if before and not before.endswith(":") and len(boxed) == 1 and not (is_yes(boxed[0][1]) or is_no(boxed[0][1])):
            state, explained = boxed[0]  # "Overige gegevens ☒ IP-adres"
            return [Option((_rich(f"{before}: {explained}" if explained else before),), state, entry, context)]
        context = before.rstrip(":") or context
        answers = [label for _state, label in boxed if is_yes(label) or is_no(label)]
        if answers and len(answers) == len(boxed):
            yes = any(state is State.TICKED and is_yes(label) for state, label in boxed)
            no = any(state is State.TICKED and is_no(label) for state, label in boxed)
            state = State.YES if yes else State.NO if no else State.OPEN
            return [Option((_rich(context or entry.label),), state, entry)]
        return [Option((_rich(label or context),), state, entry, context) for state, label in boxed if label or context]
    text = rich.kept
    label, colon, value = text.rpartition(":")
    if colon and (is_yes(value) or is_no(value)) and len(value) < 30:
        return [Option((_rich(label),), State.YES if is_yes(value) else State.NO, entry)]
    return [Option((rich,), State.BARE, entry, context)] if rich.text else []


def _rich(text: str) -> Rich:
    return Rich((Run(text.strip()),))
