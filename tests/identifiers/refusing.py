"""What is said of a text that is no spelling of anything."""

import pytest

from registry.errors import InvalidIdentifier


def refused(recognise, text):
    """The sentence with which this text is refused."""
    with pytest.raises(InvalidIdentifier) as refusal:
        recognise(text)
    return refusal.value.sentence
