"""Files of an agreement: keep one in the database with its hash, or let go of it."""

from hashlib import sha256
from typing import Any

from registry import text
from registry.database import change
from registry.errors import BrokenRule, InvalidText
from registry.model import Agreement, AgreementFile, FileContent, StoredFile
from registry.model.agreement_lists import FileKind
from registry.model.stored_file import MOST_BYTES
from registry.queries.agreements.agreement_files import attached_file
from registry.services.agreements.file_types import recognise
from registry.services.agreements.open_places import open_places
from registry.services.records import fetch


def attach_file(session: Any, agreement_number: int, kind: FileKind, name: str, content: bytes) -> AgreementFile:
    """Return the file as part of the agreement, byte for byte; `name` is what its maker called it.

    What was left open in a Word file or PDF is remembered with it: it is no reason to refuse the file.
    BrokenRule, at the field "file", for one that is empty, too large, of a kind that is not kept, or already there.
    """
    stored = file_to_keep(name, content)
    left = open_places(stored.name, content)
    with change(session, f"bestand “{stored.name}” toegevoegd"):
        agreement = fetch(session, Agreement, agreement_number)
        for other in agreement.files:
            if other.file.sha256 == stored.sha256:
                raise BrokenRule(f"Ditzelfde bestand staat er al, als “{other.file.name}”.", field="file")
        attached = AgreementFile(kind=kind, file=stored, leftovers=left)
        agreement.files.append(attached)
    return attached


def detach_file(session: Any, agreement_number: int, file_number: int) -> Agreement:
    """Return the agreement without this file; the history keeps the name and the hash, the database the bytes."""
    attached = attached_file(session, agreement_number, file_number)
    with change(session, f"bestand “{attached.file.name}” losgemaakt"):
        agreement = fetch(session, Agreement, agreement_number)
        agreement.files.remove(attached_file(session, agreement_number, file_number))
    return agreement


def file_to_keep(name: str, content: bytes) -> StoredFile:
    """Return the file, not kept yet; BrokenRule, at the field "file", when it may not be kept."""
    return _stored(_clean(name), content)


def _clean(name: str) -> str:
    try:
        return text.line(name.replace("\\", "/").rpartition("/")[2], most=200)  # some browsers send the whole path
    except InvalidText as fault:
        raise InvalidText(f"De naam van het bestand: {fault.sentence}", field="file") from fault


def _stored(name: str, content: bytes) -> StoredFile:
    if not content:
        raise BrokenRule(f"“{name}” is een leeg bestand.", field="file")
    if len(content) > MOST_BYTES:
        raise BrokenRule("Dit is te groot. Een bestand mag hoogstens 25 MB zijn.", field="file")
    return StoredFile(
        name=name,
        media_type=recognise(name, content).media_type,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        content=FileContent(content=content),
    )
