"""Whether the stored files are still what they were."""

from hashlib import sha256
from typing import Any

from sqlalchemy import select

from registry.dutch import count
from registry.model import FileContent, StoredFile
from registry.queries.checks.finding import Finding, told


def check_files(session: Any) -> Finding:
    """Return whether each file has the bytes that its hash says; one file is in memory at a time."""
    named = session.execute(select(StoredFile.id, StoredFile.size, StoredFile.sha256).order_by(StoredFile.id)).all()
    faults = []
    for number, size, digest in named:
        content = session.scalar(select(FileContent.content).where(FileContent.file_id == number))
        if content is None:
            faults.append(f"De inhoud van bestand {number} ontbreekt.")
        elif len(content) != size or sha256(content).hexdigest() != digest:
            faults.append(f"Bestand {number} is veranderd.")
    files = count(len(named), "bewaard bestand", "bewaarde bestanden")
    if faults:
        return Finding(False, f"Van {files} klopt niet alles. {told(faults)}")
    return Finding(True, f"De bestanden zijn heel: {files}.")
