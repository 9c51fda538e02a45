"""The second step: a code from an app (TOTP, RFC 6238), or one of ten codes on paper."""

import re
import secrets
import time
from collections.abc import Sequence
from datetime import date
from typing import Any

import pyotp

from registry.database import change
from registry.errors import BrokenRule
from registry.model import Account, RecoveryCode
from registry.services.accounts.tokens import hash_of

STEP = 30
CODES = 10
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another
WRONG = "Deze code klopt niet. Kijk of de klok van uw telefoon gelijk loopt en neem de nieuwste code."


def new_secret() -> str:
    """Return a secret for an app, in base32."""
    return pyotp.random_base32()


def is_secret(text: str) -> bool:
    """Return whether this text can be a secret that `new_secret` made; it comes back from a form."""
    return bool(re.fullmatch("[A-Z2-7]{32}", text))


def address_for_app(account: Account, secret: str) -> str:
    """Return what the app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name="Verwerkersregister")


def enrol(session: Any, account: Account, secret: str, code: str) -> Sequence[str]:
    """Return ten recovery codes, shown this once; the second step holds from now. BrokenRule for a wrong code."""
    step = _step_of(secret, code, 0)
    if step is None:
        raise BrokenRule(WRONG, field="code")
    codes = ["-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4)) for _ in range(CODES)]
    with change(session, "tweede stap ingesteld"):
        account.totp_secret, account.totp_since, account.totp_step = secret, date.today(), step
        account.recovery_codes = [RecoveryCode(code_hash=hash_of(_typed(code))) for code in codes]
        account.version += 1
    return codes


def check_code(session: Any, account: Account, code: str) -> None:
    """Use up this code of the app or on paper; BrokenRule when it is wrong, old or used."""
    typed = _typed(code)
    with change(session, "tweede stap gedaan"):
        session.refresh(account, with_for_update=True)
        step = _step_of(account.totp_secret, typed, account.totp_step)
        paper = next((row for row in account.recovery_codes if row.code_hash == hash_of(typed)), None)
        if step is not None:
            account.totp_step = step
        elif paper is not None:
            account.recovery_codes.remove(paper)
        else:
            raise BrokenRule(WRONG, field="code")


def drop_second_factor(session: Any, account: Account) -> None:
    """Take the second step away from this account, for somebody who lost both phone and paper."""
    with change(session, "tweede stap weggehaald"):
        account.totp_secret, account.totp_since, account.totp_step = "", None, 0
        account.recovery_codes = []
        account.version += 1


def _typed(code: str) -> str:
    return "".join(code.split()).replace("-", "").casefold()


def _step_of(secret: str, code: str, used: int) -> int | None:
    """The step of time that this code is of, the present or the one beside it; None when wrong or used before."""
    now = int(time.time()) // STEP
    if not (secret and code.isascii() and code.isdigit()):
        return None
    totp = pyotp.TOTP(secret)
    right = [step for step in (now - 1, now, now + 1) if secrets.compare_digest(totp.generate_otp(step), code)]
    return next((step for step in right if step > used), None)
