"""When a list of categories tells too much to be what was chosen."""

from registry.exchange.annexes.annex_reading import LIKELY, SURE, Found
from registry.exchange.annexes.fields.boxes import State
from registry.exchange.annexes.fields.category_codes import number_of, structured_code
from registry.exchange.annexes.fields.choosing import Option

_FEWEST_DENIED = 2  # data of a list that are denied elsewhere: one may be of some people only
_WHOLE_LIST = 13  # categories: who has that many without a mark printed the list of the model


def is_bare(picked: list[tuple[Option, float]]) -> bool:
    """Return whether nothing marks what was chosen."""
    return bool(picked) and all(option.state is State.BARE and certainty < SURE for option, certainty in picked)


def is_doubtful(proposed: list[Found], denied: list[Found]) -> bool:
    """Return whether a list without marks names nearly all there is, or several that the annex denies elsewhere."""
    elsewhere = {one.text for one in denied if one.certainty >= SURE}
    codes = {one.value for one in proposed if one.text not in elsewhere}
    gone = {one.value for one in denied if one.certainty >= SURE}
    return len(codes) >= _WHOLE_LIST or len(codes & gone) >= _FEWEST_DENIED


def is_whole_model(picked: list[tuple[Option, float]]) -> bool:
    """Return whether nothing was chosen at all: the list of the model, as it is printed."""
    bare = [option for option, certainty in picked if certainty <= LIKELY and option.state is State.BARE]
    codes = {structured_code(option)[0] for option in bare if number_of(option)}
    return len({code.rstrip("abcdef").split(".")[0] for code in codes}) >= 13
