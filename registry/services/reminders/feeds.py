"""The secret address of somebody's own calendar: make it, make another, stop it, and whose it is."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry.access import bind
from registry.database import change
from registry.errors import NotFound
from registry.model import Account, CalendarFeed
from registry.queries.deadlines.due_item import DueItem
from registry.queries.reminders.wanted import days_early, feed_of, wanted_items
from registry.services.accounts.sessions import viewer_for
from registry.services.accounts.tokens import hash_of, new_token

DAYS_AHEAD = 400  # a year, and some time to see the next one come


def make_feed(session: Any, account_id: int, on: date) -> str:
    """Return the secret of the new address of this account's calendar; an earlier address stops working."""
    token = new_token()
    with change(session, "adres van de agenda gemaakt"):
        feed = feed_of(session, account_id)
        if feed is None:
            session.add(CalendarFeed(account_id=account_id, token_hash=hash_of(token), made_on=on))
        else:
            feed.token_hash, feed.made_on = hash_of(token), on
    return token


def stop_feed(session: Any, account_id: int) -> None:
    """Let the address of this account's calendar stop working; one that is not there already did."""
    with change(session, "adres van de agenda gestopt"):
        if (feed := feed_of(session, account_id)) is not None:
            session.delete(feed)


def feed_items(session: Any, token: str, on: date) -> list[DueItem]:
    """Return what stands in the calendar with this secret: what its owner wants to hear of, up to 400 days ahead.

    The session becomes its owner's. NotFound for an address that is not there, or whose owner may not sign in.
    """
    account = session.scalar(
        select(Account)
        .join(CalendarFeed, CalendarFeed.account_id == Account.id)
        .where(CalendarFeed.token_hash == hash_of(token), Account.is_active)
    )
    if account is None:
        raise NotFound("Deze pagina is er niet.")
    early = dict.fromkeys(days_early(session, account.id), DAYS_AHEAD)
    viewer = viewer_for(account)
    session.expunge_all()  # what was read by somebody else is not this account's to see
    bind(session, viewer)
    return wanted_items(session, early, on)
