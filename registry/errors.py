"""The rules that can be broken, each with a Dutch sentence for the person at the screen."""

from collections.abc import Iterable


class RegisterError(Exception):
    """A broken rule; `sentence` is shown to a person, `field` names the value that is to be mended.

    `others`: what else is wrong with the same change, where a service looks at all of it before it refuses.
    """

    others: "tuple[RegisterError, ...]" = ()

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class InvalidText(RegisterError):
    """A text that no page or Word file can carry, or that is too long."""


class InvalidIdentifier(RegisterError):
    """A KvK number, BRIN, postcode, address or the like in no known spelling."""


class UnknownCode(RegisterError):
    """A code that the reference data does not have."""


class BadReferenceFile(RegisterError):
    """A reference file that cannot be read, or that drops or doubles a code."""


class NotFound(RegisterError):
    """A record that does not exist, or not for this viewer; the two look the same."""

    def __init__(self, sentence: str = "Dit staat niet in het register.") -> None:
        super().__init__(sentence)


class AlreadyExists(RegisterError):
    """A second record for the same thing."""


class BrokenRule(RegisterError):
    """A rule of the trade that the change would break."""


class SavedMeanwhile(BrokenRule):
    """A record that somebody else saved at the very same moment; the database refused the second."""


class NotAllowed(RegisterError):
    """Something that this viewer has no right to do."""


class ChangedMeanwhile(RegisterError):
    """A record that somebody else saved first: its version now, and per field what it was and is."""

    def __init__(self, sentence: str, version: int, changes: list[tuple[str, str, str]]) -> None:
        super().__init__(sentence)
        self.version = version
        self.changes = changes


class TemplateRefused(RegisterError):
    """A Word template that cannot be used; the sentence names the place, `place` is the place by itself."""

    def __init__(self, sentence: str, *, place: str = "") -> None:
        super().__init__(sentence)
        self.place = place


class FileRefused(RegisterError):
    """A file from elsewhere that cannot be read: another kind, locked, damaged, or too much."""


class NoPdf(RegisterError):
    """A PDF that cannot be made on this computer; the Word file can."""


class GapsRemain(RegisterError):
    """A final document that still has gaps; `gaps` lists them."""

    def __init__(self, sentence: str, gaps: tuple[object, ...]) -> None:
        super().__init__(sentence)
        self.gaps = gaps


class Unavailable(RegisterError):
    """A disk, a database or a connection that does not do now; in `seconds` it may."""

    seconds = 5


class TooManyAttempts(RegisterError):
    """More tries than are reasonable; after `seconds` there may be another one."""

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds


def raise_together(faults: Iterable[RegisterError]) -> None:
    """Raise the first of these, with the others and theirs in `others`; nothing where there are none."""
    every = [one for fault in faults for one in (fault, *fault.others)]
    if every:
        every[0].others = tuple(every[1:])
        raise every[0]
