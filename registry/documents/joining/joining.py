"""Joins Word files into one."""

from collections.abc import Sequence

from registry.documents.joining.arriving import Arrival
from registry.documents.joining.sections import end_section, last_section, run_on, sections, take_headers
from registry.documents.joining.whole import Whole
from registry.documents.joining.word_package import WordPackage


def join(parts: Sequence[bytes]) -> bytes:
    """One Word file with all `parts` (at least one), each on a new page and of its own size.

    Styles, header, footer and core title are those of the first part: those of the others are left out. Lists are
    counted anew in each part, notes and pages are counted on. Raises `TemplateRefused` for a part that is no Word file,
    or that refers to what it does not have.
    """
    first = WordPackage(parts[0])
    if len(parts) == 1:
        return parts[0]
    whole = Whole(first)
    for part in parts[1:]:  # opened one at a time, for the sake of memory
        _append(whole, WordPackage(part))
    return first.written()


def _append(whole: Whole, other: WordPackage) -> None:
    body, model = Arrival(other, whole, anew=True).body(), last_section(whole.body)
    last_section(body)
    run_on(body, model)
    end_section(whole.body)
    whole.body.extend(list(body))


def poured(text: bytes, mould: bytes) -> bytes:
    """The Word file `mould` with the text of another behind its own, on pages and in styles of the mould.

    Styles that it lacks come along; so do headers that it has, to earlier sections of the text. Raises
    `TemplateRefused` for what is no Word file.
    """
    source, whole = WordPackage(text), Whole(WordPackage(mould))
    body, last = Arrival(source, whole, anew=False).body(), last_section(whole.body)
    own = last_section(body)
    body.remove(own)
    for section in sections(body)[:1]:
        take_headers(section, last)
    for one in list(body):
        last.addprevious(one)
    return whole.package.written()
