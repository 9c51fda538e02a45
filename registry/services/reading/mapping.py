"""From findings to the fields and rows of an annex: only what was ticked, and nothing that was not found."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from registry.identifiers import name_key
from registry.reference import facts
from registry.reference.transfers import Country

Read = Mapping[str, Any]
BIV = {"B": "availability", "I": "integrity", "V": "confidentiality"}


def privacy_fields(read: Read, ticked: Collection[str]) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Return the fields and rows of a privacy annex that these ticked findings fill.

    Whose data a category is, is filled in only where the paper names one kind of person: else it does not say
    which category is about whom. A safeguard likewise, where the paper names one.
    """
    found = _ticked(read, ticked)
    fields = _general(found) | _contact(found.get("contact") or {})
    if found.get("subprocessors") == []:
        fields["no_subprocessors"] = True
    rows = {
        "purposes": [{"purpose": code} for code in found.get("purposes") or ()],
        "data": _data(found),
        "denials": [{"category": code} for code in found.get("denied") or ()],
        "storage": _places(found.get("storage") or (), found, ("country", "place")),
        "subprocessors": _places(found.get("subprocessors") or (), found, ("name", "service", "country")),
        "retention": [_known(row, ("data", "term")) for row in found.get("retention") or ()],
    }
    return fields, {name: kept for name, kept in rows.items() if kept}


def security_fields(read: Read, ticked: Collection[str]) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Return the fields and rows of a security annex that these ticked findings fill."""
    found = _ticked(read, ticked)
    levels = found.get("biv") or {}
    breach = found.get("breach") or {}
    named = {
        "breach_email": breach.get("email"),
        "breach_phone": breach.get("phone"),
        "breach_hours": breach.get("hours"),
    }
    fields = _general(found) | {BIV[key]: level for key, level in levels.items() if key in BIV and level}
    fields |= {name: value for name, value in named.items() if value}
    certificates = [_certificate(row, read) for row in found.get("certificates") or ()]
    return fields, {"certificates": certificates} if certificates else {}


def without(read: Read, left_out: Collection[str]) -> dict[str, Any]:
    """Return what was read without the parts of lists that are left out; a list without any left is not there.

    It is no empty list then: that would say that the paper tells there are none.
    """
    kept: dict[str, Any] = {}
    for name, value in read.items():
        if isinstance(value, list) and value:
            value = [one for at, one in enumerate(value) if f"{name}.{at}" not in left_out] or None
        kept[name] = value
    return kept


def _ticked(read: Read, ticked: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in read.items() if name in ticked and value is not None}


def _general(found: Read) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if found.get("version"):
        fields["edition"] = str(found["version"])
    if found.get("date"):
        fields["dated"] = date.fromisoformat(found["date"])
    return fields


def _contact(contact: Read) -> dict[str, Any]:
    named = {"role": "contact_function", "email": "contact_email", "phone": "contact_phone"}
    return {field: contact[name] for name, field in named.items() if contact.get(name)}


def _data(found: Read) -> list[dict[str, Any]]:
    people: list[str] = list(found.get("data_subjects") or ())
    about: dict[str, Any] = {"subjects": tuple(people)} if len(people) == 1 else {}
    other: dict[str, Any] = {"note": str(found["data_category_other"])} if found.get("data_category_other") else {}
    codes: list[str] = list(found.get("data_categories") or ())
    return [{"category": code, **about, **(other if _needs_text(code) else {})} for code in codes]


def _needs_text(code: str) -> bool:
    category = facts().data_categories.get(code)
    return category is not None and category.needs_text


def _places(rows: Sequence[Read], found: Read, names: Sequence[str]) -> list[dict[str, Any]]:
    safeguards: list[str] = list(found.get("safeguards") or ())
    places = [_known(row, names) for row in rows]
    for place in places:
        country: Country | None = facts().countries.get(place.get("country", ""))
        if len(safeguards) == 1 and country is not None and country.needs_safeguard:
            place["safeguard"] = safeguards[0]
    return places


def _certificate(row: Read, read: Read) -> dict[str, Any]:
    """A certificate in another's name is of a subprocessor where the paper lists that one."""
    kept = _known(row, ("name", "holder"))
    if row.get("end"):
        kept["ends_on"] = date.fromisoformat(row["end"])
    listed = {name_key(one["name"]) for one in read.get("subprocessors") or () if one.get("name")}
    if row.get("holder"):
        kept["of_subprocessor"] = name_key(row["holder"]) in listed
    return kept


def _known(row: Read, names: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in names if row.get(name)}
