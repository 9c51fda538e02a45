"""Numbers, codes and addresses: each function returns the normal spelling or raises InvalidIdentifier with the rule.

An empty text is no identifier and is refused as well: whoever may leave one out asks first.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from stdnum.nl import brin as stdnum_brin
from stdnum.nl import bsn as stdnum_bsn
from stdnum.nl import postcode as stdnum_postcode

from registry.errors import InvalidIdentifier

LONGEST_EMAIL_ADDRESS = 254
LONGEST_PHONE_NUMBER = 40
LONGEST_WEB_ADDRESS = 2000

_OUTER_BLANKS = " \t\r\n\u00a0"
# Blanks and dashes that Word and web pages put in the place of the ordinary ones.
_AS_TYPED = str.maketrans(dict.fromkeys("\t\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("‐‑‒–—−", "-"))
# From "14 024" to "00" before the fifteen digits that an international number may have (E.164).
_PHONE_DIGITS = range(5, 18)
_DUTCH_FORMS = {"bv", "cooperatie", "cv", "nv", "stg", "stichting", "ua", "vereniging", "vof"}
_FOREIGN_FORMS = {"ag", "bvba", "corp", "gmbh", "inc", "kg", "limited", "llc", "llp", "ltd", "plc", "sa", "sarl", "srl"}

_LEGAL_FORMS = _DUTCH_FORMS | _FOREIGN_FORMS


def kvk_number(text: str) -> str:
    """Return the eight digits of a KvK number; seven get back the leading zero that spreadsheets drop."""
    digits = _compact(text, " .")
    if not re.fullmatch("[0-9]{7,8}", digits):
        raise InvalidIdentifier("Een KvK-nummer bestaat uit 8 cijfers.")
    if int(digits) == 0:
        raise InvalidIdentifier("Een KvK-nummer kan niet uit alleen nullen bestaan.")
    return digits.zfill(8)


def brin(text: str) -> str:
    """Return the BRIN of an institution as "16SW"."""
    rule = "Een BRIN-nummer bestaat uit 2 cijfers en 2 letters, bijvoorbeeld 16SW."
    return _school_code(text, 4, rule)


def site_code(text: str) -> str:
    """Return the code of a school site as "16SW03": the BRIN and two digits."""
    rule = "Een vestigingscode bestaat uit het BRIN-nummer en 2 cijfers, bijvoorbeeld 16SW03."
    return _school_code(text, 6, rule)


def board_number(text: str) -> str:
    """Return the five digits that DUO gives a school board (bevoegd gezag)."""
    return _matching("[0-9]{5}", _compact(text, " "), "Een bestuursnummer bestaat uit 5 cijfers.")


def rio_board(text: str) -> str:
    """Return the RIO number of a school board as "107B605"."""
    rule = "Een RIO-nummer van een bestuur bestaat uit 3 cijfers, de letter B en 3 cijfers, bijvoorbeeld 107B605."
    return _matching("[0-9]{3}B[0-9]{3}", _compact(text, " "), rule)


def postcode(text: str) -> str:
    """Return a Dutch postcode as "5831 CR"; postcodes of other countries are refused."""
    code = _compact(text, " -")
    if not stdnum_postcode.is_valid(code):
        raise InvalidIdentifier("Een postcode bestaat uit 4 cijfers en 2 letters, bijvoorbeeld 5831 CR.")
    return stdnum_postcode.validate(code)


def email_address(text: str) -> str:
    """Return an e-mail address with its domain in small letters; that it exists is not checked."""
    from email_validator import EmailNotValidError, validate_email  # heavy, and asked for seldom: not at every start

    address = text.strip(_OUTER_BLANKS)
    _refuse_longer(address, LONGEST_EMAIL_ADDRESS, "Een e-mailadres")
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise InvalidIdentifier("Een e-mailadres ziet eruit als naam@school.nl.") from None


def phone_number(text: str) -> str:
    """Return a telephone number as it was written, with ordinary blanks and dashes."""
    number = text.translate(_AS_TYPED).strip(_OUTER_BLANKS)
    _refuse_longer(number, LONGEST_PHONE_NUMBER, "Een telefoonnummer")
    rule = "Een telefoonnummer bestaat uit cijfers, spaties, haakjes en de tekens - . / met soms een + aan het begin."
    _matching(r"\(?\+?[0-9 ()./-]+", number, rule)
    if len(re.findall("[0-9]", number)) not in _PHONE_DIGITS:
        raise InvalidIdentifier("Een telefoonnummer heeft 5 tot en met 17 cijfers.")
    return number


def dialled(number: str) -> str:
    """Return what a telephone dials for a number as people write it: without the (0) behind a country."""
    digits = re.sub("[^0-9]", "", number.replace("(0)", "") if "+" in number else number)
    return f"+{digits}" if "+" in number else digits


def web_address(text: str) -> str:
    """Return an address on the public web with its host in small letters; https:// is added if there is no scheme."""
    address = text.strip(_OUTER_BLANKS)
    if not re.match("[a-z][a-z0-9+.-]*://", address, re.IGNORECASE):
        address = f"https://{address}"
    _refuse_longer(address, LONGEST_WEB_ADDRESS, "Een webadres")
    try:
        return _public(address)
    except ValueError:
        rule = "Een webadres ziet eruit als https://www.school.nl of www.school.nl, zonder spaties."
        raise InvalidIdentifier(rule) from None


def slug(text: str) -> str:
    """Return the last part of a page's address, such as "de-zandloper"."""
    rule = "Gebruik kleine letters, cijfers en losse streepjes ertussen. Bijvoorbeeld: de-zandloper."
    return _matching("[a-z0-9]+(-[a-z0-9]+)*", text.translate(_AS_TYPED).strip(_OUTER_BLANKS).lower(), rule)


def name_key(name: str) -> str:
    """Return what is left of a name for comparing: "Uitgeverij De Kade B.V." gives "uitgeverij de kade".

    Capitals, accents, punctuation and legal forms do not count. Two records may share a key: it serves to ask whether
    they are the same, never to decide it. Nothing left (a name such as "B.V.") gives the name in small letters.
    """
    initials_joined = re.sub(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\b)", r"\1", _folded(name))
    words = re.findall(r"[^\W_]+", re.sub("['’]", "", initials_joined))
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or name.casefold()


def holds_national_number(text: str) -> bool:
    """Return whether this text holds a number that can be a BSN: nine digits that pass the 11-check (elfproef)."""
    found = re.findall(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){8}(?![0-9])", text.translate(_AS_TYPED))
    return any(stdnum_bsn.is_valid(re.sub("[^0-9]", "", number)) for number in found)


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    # A character at a time: to order the accents of a whole text takes quadratic time.
    letters = "".join(unicodedata.normalize("NFKD", letter) for letter in name)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn").casefold()


def _compact(text: str, separators: str) -> str:
    """Return `text` in capitals without separators, or "" where it holds more than ASCII: "ß" in capitals is "SS"."""
    typed = text.translate(_AS_TYPED).strip(_OUTER_BLANKS)
    compact = "".join(sign for sign in typed if sign not in separators)
    return compact.upper() if compact.isascii() else ""


def _matching(pattern: str, value: str, rule: str) -> str:
    if not re.fullmatch(pattern, value):
        raise InvalidIdentifier(rule)
    return value


def _school_code(text: str, length: int, rule: str) -> str:
    code = _compact(text, " -.")
    if len(code) != length or not stdnum_brin.is_valid(code):
        raise InvalidIdentifier(rule)
    return code


def _refuse_longer(value: str, most: int, subject: str) -> None:
    if len(value) > most:
        raise InvalidIdentifier(f"{subject} heeft hoogstens {most} tekens, dit zijn er {len(value)}.")


def _public(address: str) -> str:
    """Return `address` with its host in small letters; ValueError where it is no site with a name."""
    # Before the split, which drops line ends and tabs without a word.
    if " " in address or not address.isprintable() or set(address) & set('<>"\\'):
        raise ValueError(address)
    parts = urlsplit(address)
    _ = parts.port  # reading it is the check
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _is_named(parts.hostname or ""):
        raise ValueError(address)
    return parts._replace(netloc=parts.netloc.lower()).geturl()


def _is_named(host: str) -> bool:
    """Tell whether `host` is a name with a dot, so neither `localhost` nor a bare IP address."""
    labels = host.split(".")
    return len(labels) > 1 and not labels[-1].isdigit() and all(label.replace("-", "").isalnum() for label in labels)
