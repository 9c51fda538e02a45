"""The message with which a board asks its schools to answer in a round."""

from collections.abc import Iterable

from registry.dutch import long_date
from registry.model import Account, ReviewRound
from registry.queries.rounds.progress import Progress
from registry.web import hosts
from registry.web.own_mail import Message

TEXT = """Beste collega,

Wilt u in het verwerkersregister de vragen van {name} beantwoorden{whose}? Dat kan ook op een telefoon, en u kunt \
tussendoor stoppen. Graag uiterlijk op {until}.

{address}

U meldt u aan met uw eigen account."""


def asking(one: ReviewRound, part: Progress | None = None, accounts: Iterable[Account] = ()) -> Message:
    """Return the message to who answers for this school; without a school the one that fits them all."""
    address, whose = hosts.link("rounds.show", round_id=one.id), ""
    if part is not None:
        address = hosts.link("school_rounds.show", round_id=one.id, school_id=part.school_id)
        whose = f" voor {part.name}"
    text = TEXT.format(name=one.name, whose=whose, until=long_date(one.answer_by), address=address)
    return Message(f"Vragen van {one.name}", text, tuple(account.email for account in accounts))
