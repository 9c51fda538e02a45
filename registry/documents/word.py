"""Word files as they are opened and saved here: strictly, and without clocks and names of people."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError

from registry.documents.filling.properties import LANGUAGE, NOT_KEPT
from registry.errors import TemplateRefused


def opened(content: bytes) -> WordDocument:
    """The Word file in `content`. Raises `TemplateRefused` for anything else."""
    try:
        return Document(BytesIO(content))
    # SyntaxError is what lxml raises for broken XML.
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, SyntaxError) as error:
        raise TemplateRefused("Dit is geen Word-bestand. Nodig is een .docx, zonder wachtwoord en macro's.") from error


def saved(document: WordDocument, title: str | None = None) -> bytes:
    """The file of `document`, the same for the same contents; `title`, if there is one, is its core title."""
    _sign(document, title)
    buffer = BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _sign(document: WordDocument, title: str | None) -> None:
    core = document.part.package.core_properties
    for child in list(core._element):
        if child.tag.rpartition("}")[2] in NOT_KEPT:
            core._element.remove(child)
    core.language = core.language or LANGUAGE
    if title is not None:
        core._element.get_or_add_title().text = title  # the setter of `core` refuses more than 255 characters


def _without_clock(content: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)  # dated 1-1-1980, as early as a zip can
            entry.create_system = 0
            target.writestr(entry, source.read(name), ZIP_DEFLATED)
    return buffer.getvalue()
