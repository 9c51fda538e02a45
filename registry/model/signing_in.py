"""What signing in leaves behind for a while: sessions, one-time links, counted attempts. None of it is history.

Moments are whole seconds since 1970, which every database keeps and compares alike.
"""

from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.model.account import Account
from registry.model.base import Base, Record
from registry.model.columns import Listed, line, one_of


class Passing:
    """A record that comes and goes with signing in; what happened is told by a line of the account's history."""

    is_recorded: ClassVar[bool] = False


class SignInSession(Passing, Record, Base):
    """One browser in which an account is signed in; `token_hash` is of the random text in its cookie."""

    __tablename__ = "sign_in_session"
    __table_args__ = (Index("uq_sign_in_session_token_hash", "token_hash", unique=True),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = line("Kenmerk", 64)
    began_at: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[int] = mapped_column(BigInteger)
    device: Mapped[str] = line("Apparaat", 60)
    account: Mapped[Account] = relationship()


class LinkKind(Listed):
    """What a one-time link is for."""

    SET_UP = "set_up", "het register inrichten"
    SIGN_IN = "sign_in", "aanmelden in het voorbeeld"
    INVITATION = "invitation", "uitnodiging"
    RESET = "reset", "nieuw wachtwoord"


class OneTimeLink(Passing, Record, Base):
    """A link that works once and not for long; of its secret only the hash is kept."""

    __tablename__ = "one_time_link"
    __table_args__ = (Index("uq_one_time_link_token_hash", "token_hash", unique=True),)

    kind: Mapped[LinkKind] = one_of(LinkKind, "Soort")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = line("Kenmerk", 64)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    account: Mapped[Account | None] = relationship()


class Attempt(Passing, Record, Base):
    """One try that is counted; `key_hash` is a hash of whom or where; the row goes after a few minutes."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_kind_key_at", "kind", "key_hash", "at"),)

    kind: Mapped[str] = line("Soort", 20)
    key_hash: Mapped[str] = line("Waarvan", 64)
    at: Mapped[int] = mapped_column(BigInteger)
