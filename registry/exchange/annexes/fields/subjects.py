"""Data subjects: whose data they are, by ticks, by the heads of ticked columns or by words."""

from itertools import zip_longest

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, Found, found
from registry.exchange.annexes.fields.boxes import State
from registry.exchange.annexes.fields.choosing import Option, chosen, options
from registry.exchange.annexes.fields.stated_people import only_people, people_in, stated_people
from registry.exchange.annexes.paper.block import Rich
from registry.exchange.annexes.parts.entry import Entry, Part
from registry.exchange.annexes.parts.headings import split_mark
from registry.exchange.annexes.words.loading import all_said, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import clauses, denies_at, is_blank, is_no, sentences

_AROUND = frozenset({"data", "general", "services", "subjects"})


def read_subjects(part: Part, findings: Findings) -> None:
    """Find `data_subjects`."""
    proposed = [
        *_told([*part.under("subjects"), *_said_in(part.under("data"))]),
        *_columns(part.under("data")),
        *_rows(part.under("data")),
    ]
    if not proposed:
        told = [entry for entry in _about_data(part) if not entry.has_box]
        proposed = [*_of_headings(part), *(one for entry in told for one in stated_people(entry)), *_first_cells(told)]
    order = [*word_list("data_subjects")]
    findings.many("data_subjects", sorted(proposed, key=lambda one: order.index(str(one.value))))


def _said_in(entries: list[Entry]) -> list[Entry]:
    """The lines in a section on data that tell whose they are: "Betrokkenen zijn leerlingen en hun ouders"."""
    lines = [entry for entry in entries if len(entry.cells) == 1 and "subjects" not in entry.sections]
    starts = (" betrokkene", " categorieen betrokkene", " data subject", " het gaat om ", " dit zijn gegevens van ")
    about = [entry for entry in lines if plain(split_mark(entry.text)[1]).startswith(starts)]
    told = [entry for entry in about if all_said("data_subjects", entry.words)]
    return told + [entry for entry in lines if entry not in told and _is_list_of_people(entry)]


def _is_list_of_people(entry: Entry) -> bool:
    """Whether a line names people and nothing else, the pupil among them: "Gegevens van leerlingen en leerkrachten"."""
    words = entry.words
    starts = words.startswith((" van ", " gegevens van ", " persoonsgegevens van ", " data of ", " of "))
    pupil = word_list("data_subjects")["pupil"].weight(words) > 0
    return starts and pupil and not entry.has_box and only_people(entry.text.replace(":", "").rstrip(" ."))


def _told(entries: list[Entry]) -> list[Found]:
    own = [
        entry
        for entry in entries
        if "subjects" not in entry.sections
        or "data" not in entry.sections
        or (len(entry.cells) == 1 and _is_about(entry))
    ]
    proposed = []
    for option, certainty in chosen(options(own)):
        text = option.text if option.state is State.BARE else option.label
        bold = _bold_choice(option) if option.state is State.BARE else ""
        text = bold or text
        text = ". ".join(sentence for sentence in sentences(text) if denies_at(sentence) < 0)
        sure = CERTAIN if certainty >= SURE else SURE if len(plain(text).split()) <= 25 else LIKELY
        sure = UNSURE if certainty <= UNSURE and not bold else sure
        for clause in _affirmed(text):
            proposed += [found(code, option.entry.page, option.quotation, sure) for code in people_in(clause)]
    return proposed


def _affirmed(text: str) -> list[str]:
    """The clauses of a text without those that are answered no: "leerling (ja), ouder (nee)"."""
    pieces = clauses(text.replace("/", ", "))
    return [piece for piece, behind in zip_longest(pieces, pieces[1:], fillvalue="") if not is_no(behind)]


def _bold_choice(option: Option) -> str:
    """The people in bold print, where others in the same line are not: "**leerling**, ouder, **docent**"."""
    rich = option.cells[0] if option.cells else Rich()
    if not rich.bold or rich.is_bold:
        return ""
    bold = ", ".join(run.text.strip(" ,;/") for run in rich.runs if run.bold and not run.struck)
    plainly = " ".join(run.text for run in rich.runs if not run.bold and not run.struck)
    return bold if all_said("data_subjects", plain(bold)) and all_said("data_subjects", plain(plainly)) else ""


def _is_about(entry: Entry) -> bool:
    """Whether an entry in a section on data and people names people only."""
    if "betrokkene" in entry.label.lower() or "data subject" in entry.label.lower():
        return True
    words = plain(entry.text)
    if words.startswith((" betrokkene", " data subject", " van wie ")):
        return True
    return bool(all_said("data_subjects", words)) and not set(all_said("data_categories", words)) - {"4", "11"}


def _of_headings(part: Part) -> list[Found]:
    """The people that the heading of a list of data names: "Persoonsgegevens van leerlingen"."""
    return [
        found(code, entry.page, entry.text, SURE)
        for entry in part.entries
        if entry.is_title and "data" in entry.sections
        for join in (" van ", " over ", " of ", " about ")
        for clause in clauses(entry.text.lower().partition(join)[2])
        for code in people_in(clause)
    ]


def _about_data(part: Part) -> list[Entry]:
    """The entries on data or on what the annex is about, or under no section at all."""
    return [entry for entry in part.entries if _without_terms(entry.sections) <= _AROUND and not entry.is_title]


def _without_terms(sections: frozenset[str]) -> frozenset[str]:
    """Sections without that on retention where it is one column of a table on data."""
    return sections - {"retention"} if "data" in sections else sections


def _first_cells(entries: list[Entry]) -> list[Found]:
    """The people in the first cells of a table of which one is the pupil: "Leerling | naam, klas, resultaten"."""
    rows = [
        entry
        for entry in entries
        if len(entry.cells) > 1
        and only_people(entry.cells[0].kept)
        and set(all_said("data_categories", plain(entry.cells[0].kept))) <= {"4", "11"}
    ]
    tables = {entry.table for entry in rows if people_in(entry.cells[0].kept) == ["pupil"]}
    return [
        found(code, entry.page, entry.quotation, SURE)
        for entry in rows
        if entry.table in tables and not (is_blank(entry.cells[1].kept) or is_no(entry.cells[1].kept))
        for code in people_in(entry.cells[0].kept)
    ]


def _columns(entries: list[Entry]) -> list[Found]:
    """The heads of columns in which something is ticked, where they name people."""
    proposed = []
    for option in options(entries):
        if option.state is not State.TICKED:
            continue
        for head in option.columns:
            codes = all_said("data_subjects", plain(head))
            proposed += [found(code, option.entry.page, f"{head}: {option.quotation}", CERTAIN) for code in codes]
    return proposed


def _rows(entries: list[Entry]) -> list[Found]:
    """The people that a column "betrokkene" or the label before a list of data names."""
    proposed = []
    for entry in entries:
        for head, cell in zip(entry.heads, entry.cells, strict=False):
            if any(word in plain(head) for word in (" betrokken", " van wie ", " data subject", " whose ")):
                proposed += [
                    found(code, entry.page, entry.quotation, SURE)
                    for clause in clauses(cell.kept.replace("/", ", "))
                    for code in people_in(clause)
                ]
    return proposed
