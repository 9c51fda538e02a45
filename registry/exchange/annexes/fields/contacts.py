"""Whom to reach: for questions, and for a data breach with its number of hours."""

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, Findings, found
from registry.exchange.annexes.fields.breach_hours import hours_in
from registry.exchange.annexes.fields.reach import emails, phones
from registry.exchange.annexes.fields.roles import role_of
from registry.exchange.annexes.paper.block import Block, Rich, Run
from registry.exchange.annexes.parts.entry import Entry, Part, PartKind
from registry.exchange.annexes.parts.headings import sections_of
from registry.exchange.annexes.words.loading import phrases, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import sentences

_ON = (" daarover ", " daarvoor ", " hierover ", " hiervoor ", " about this ")  # goes on with the sentence before
_SCHOOL = phrases("contacts.school")
_SUPPLIER = phrases("contacts.supplier")


def read_contacts(part: Part, frames: tuple[Block, ...], findings: Findings) -> None:
    """Find `contact` and `breach`."""
    breach = part.under("data_breaches") or _loose_on_breaches(part)
    own, questions = _apart(_of_supplier(breach))
    for entry in own:
        _reach(entry, "breach", findings)
    for entry in breach:
        for one in hours_in(entry):
            findings.one("breach.hours", one)
    contact = [entry for entry in part.under("contact") if "data_breaches" not in entry.sections]
    contact = _of_supplier(contact) or questions
    if part.kind is PartKind.SECURITY and not _reached(findings):
        for entry in contact or _of_supplier(list(filter(_is_reach_line, part.entries))):
            _reach(entry, "breach", findings)
    contact = [piece for entry in contact for piece in _without_breach(entry, findings)]
    for entry in contact:
        _reach(entry, "contact", findings)
        findings.one("contact.role", role_of(entry))
    if not contact:
        for entry in part.under("general"):
            _labelled(entry, findings)
    if not contact and part.kind is PartKind.PRIVACY:
        _in_frames(frames, findings)


def _reached(findings: Findings) -> bool:
    return any(path in findings.single for path in ("breach.email", "breach.phone"))


def _is_reach_line(entry: Entry) -> bool:
    """Whether a line under no section begins with whom it is to reach: "Contact bij Verwerker: …"."""
    starts = entry.words.startswith((" contact ", " meldpunt ", " bereikbaar "))
    return starts and not entry.sections and bool(emails(entry.text) or phones(entry.text))


def _without_breach(entry: Entry, findings: Findings) -> list[Entry]:
    """A line on contact without its sentences on breaches, of which the addresses are taken up as such."""
    of_breach, rest = _sentences_on_breaches(entry)
    if of_breach and not _reached(findings):
        _reach(of_breach, "breach", findings)
    return [rest] if rest else [entry]


def _sentences_on_breaches(entry: Entry) -> tuple[Entry | None, Entry | None]:
    """What of a line is on breaches, and what is not; None for both where only one of them tells an address."""
    told = sentences(entry.text) if len(entry.cells) == 1 else []
    about = [word_list("sections")["data_breaches"].weight(plain(one)) > 0 for one in told]
    befores = zip([False, *about], told, strict=False)
    goes_on = [before and any(one in plain(said) for one in _ON) for before, said in befores]
    ours = [one or more for one, more in zip(about, goes_on, strict=True)]
    texts = [". ".join(one for one, own in zip(told, ours, strict=True) if own is wanted) for wanted in (True, False)]
    if not all(emails(text) or phones(text) for text in texts):
        return None, None
    of_breach, rest = (entry.with_cells(Rich((Run(text),))) for text in texts)
    return of_breach, rest


def _apart(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The lines of a section on breaches, and those in it that are for questions: "Algemene vragen | info@…"."""
    reached = [entry for entry in entries if emails(entry.text) or phones(entry.text)]
    if not any(word_list("sections")["data_breaches"].weight(_named(entry)) for entry in reached):
        return entries, []
    other = [entry for entry in reached if any(one in _named(entry) for one in ("vragen ", "questions "))]
    return [entry for entry in entries if entry not in other], other


def _named(entry: Entry) -> str:
    """The words of the label or first cell of an entry."""
    return plain(entry.label or (entry.cells[0].kept if len(entry.cells) > 1 else ""))


def _in_frames(frames: tuple[Block, ...], findings: Findings) -> None:
    """Contact details in a header or footer: "Contact: klantenservice, service@…"."""
    for frame in frames:
        label, colon, rest = frame.text.partition(":")
        if colon and "contact" in sections_of(label):
            entry = Entry((Rich((Run(rest.strip()),)),), frame.page, frozenset({"contact"}), label)
            _reach(entry, "contact", findings)
            findings.one("contact.role", role_of(entry))


def _loose_on_breaches(part: Part) -> list[Entry]:
    """The lines on data breaches in an annex without a section on them, that tell a time or an address."""
    word = word_list("sections")["data_breaches"]
    return [
        _sentences_on_breaches(entry)[0] or entry
        for entry in part.entries
        if not entry.is_title and word.weight(plain(entry.quotation)) and (hours_in(entry) or emails(entry.text))
    ]


def _of_supplier(entries: list[Entry]) -> list[Entry]:
    """The entries on the supplier's own contact, not those on that of the school."""
    kept, of_school = [], False
    for entry in entries:
        if _in_columns(entry):
            kept.append(entry)
            continue
        words = plain(f"{entry.label} {entry.text}") if not _is_reach(entry) else plain(entry.label)
        asks = entry.label.endswith("?")  # "Met wie kan de school contact opnemen?" asks for the supplier
        school = any(one in words for one in _SCHOOL) and not asks
        supplier = any(one in words for one in _SUPPLIER)
        holds = bool(emails(entry.text) or phones(entry.text))
        named = school and not supplier and len(words.split()) <= 14
        if holds:
            if not (of_school and not supplier) and not (named and _names_contact(words)):
                kept.append(entry)
            continue
        leads = entry.text.rstrip().endswith(":") or entry.is_title or len(words.split()) <= 6
        if named and leads and ("contact" in words or words.strip().split()[-1:] == ["school"]):
            of_school = True
        elif supplier:
            of_school = False
        if not of_school:
            kept.append(entry)
    return kept


def _in_columns(entry: Entry) -> bool:
    """Whether a row has the supplier and the school in columns of their own."""
    heads = [plain(head) for head in entry.heads]
    return (
        len(entry.cells) > 2
        and any(one in head for head in heads for one in _SCHOOL)
        and any(one in head for head in heads for one in _SUPPLIER)
    )


def _is_reach(entry: Entry) -> bool:
    return bool(entry.label) and bool(emails(entry.text) or phones(entry.text))


def _names_contact(words: str) -> bool:
    return "contact" in words or "meldpunt" in words or "meld" not in words


def _reach(entry: Entry, name: str, findings: Findings) -> None:
    text = entry.text
    if len(entry.cells) > 1 and entry.heads:
        text = _without_school(entry)
    mails, numbers = emails(text), phones(text)
    if mails:
        findings.one(
            f"{name}.email", found(mails[0], entry.page, entry.quotation, CERTAIN if len(mails) == 1 else LIKELY)
        )
    if numbers:
        findings.one(
            f"{name}.phone", found(numbers[0], entry.page, entry.quotation, CERTAIN if len(numbers) == 1 else LIKELY)
        )


def _without_school(entry: Entry) -> str:
    cells = [
        cell.kept
        for at, cell in enumerate(entry.cells)
        if not (at < len(entry.heads) and any(one in plain(entry.heads[at]) for one in _SCHOOL))
    ]
    return " | ".join(cells)


def _labelled(entry: Entry, findings: Findings) -> None:
    """Contact details among the general information, where there is no section of their own."""
    words = plain(entry.label)
    for code, path in (("email", "contact.email"), ("phone", "contact.phone")):
        if word_list("labels")[code].weight(words):
            values = emails(entry.text) if code == "email" else phones(entry.text)
            if len(values) == 1:
                findings.one(path, found(values[0], entry.page, entry.quotation, SURE))
