"""Questions to a person, by a code that stays the same as long as the question does."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from registry.services.imports.plan import Option, Question

NEW = "new"
LEAVE = "leave"
MARK = "same:"


def ask(
    answers: Mapping[str, str], about: str, sentence: str, options: Sequence[Option], default: str = ""
) -> Question:
    """Return the question with the answer that was given to it; `about` is what it is about, whatever its wording.

    An answer that is no option any more is no answer. `default` counts where nobody answered yet.
    """
    code = sha256(about.encode()).hexdigest()[:12]
    answer = answers.get(code, default)
    known = {option.value for option in options}
    return Question(code, sentence, tuple(options), answer if answer in known else "")


def same(key: str) -> str:
    """Return the answer that says: it is the record with this key."""
    return f"{MARK}{key}"


def chosen(answer: str) -> str:
    """Return the key of the record that an answer names; "" for any other answer."""
    return answer.removeprefix(MARK) if answer.startswith(MARK) else ""
