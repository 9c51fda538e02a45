"""Where the gaps of a paper are filled in, as links."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from registry.documents import Gap
from registry.model import Product, Use
from registry.model.annex_state import AnnexStatus, AnnexVersion
from registry.queries.papers.places import Place
from registry.web.mending import linked, may_tell_of_products
from registry.web.onward import BACK

SCREENS = {
    "school_board": ("board.edit", ""),
    "school": ("schools.edit", "school_id"),
    "supplier": ("suppliers.edit", "supplier_id"),
    "product": ("products.edit", "product_id"),
    "agreement": ("agreements.edit", "agreement_id"),
    "privacy_annex": ("privacy_annexes.edit", "annex_id"),
    "security_annex": ("security_annexes.edit", "annex_id"),
    "use": ("uses.edit", "use_id"),
    "breach": ("breaches.edit", "breach_id"),
    "subprocessor_notice": ("notices.edit", "notice_id"),
    "practice_check": ("practice.show", "check_id"),
}
# What is no field of the record, but another record that is still to be made.
NEW_RECORDS = {
    "agreements": "agreements.add",
    "privacy_annexes": "privacy_annexes.add",
    "security_annexes": "security_annexes.add",
}


Places = Mapping[str, Place]


@dataclass
class OpenPlace:
    """A record with what is still to be filled in there, and the address of its screen ("" while there is none)."""

    name: str
    url: str
    labels: list[str]


def open_places(gaps: Iterable[Gap], places: Places, back: str) -> list[OpenPlace]:
    """Return the gaps per record, in the order in which the paper meets them; each leads to the first of its fields.

    `places` is where each gap is filled in, and `back` the page of the paper, to which one comes back from there.
    """
    found: dict[Any, OpenPlace] = {}
    for gap in gaps:
        place, label = _told_once(places[gap.where], gap.label)
        screen = _screen(place)
        one = found.setdefault((place.record, screen), OpenPlace(place.name, _url(place, *screen, back), []))
        if label not in one.labels:
            one.labels.append(label)
    return list(found.values())


def gap_url(gap: Gap, places: Places, back: str) -> str:
    """Return the address where this gap is filled in, "" while there is no screen for it."""
    place, _ = _told_once(places[gap.where], gap.label)
    return _url(place, *_screen(place), back)


def _told_once(place: Place, label: str) -> tuple[Place, str]:
    """What a use lacks and its product can say for all schools leads there, for who may change the product."""
    if isinstance(place.record, Use) and place.field == Use.purpose_plain.key and may_tell_of_products():
        return Place(place.record.product, Product.purpose_plain.key), f"{label}: één zin, voor alle scholen"
    return place, label


def _screen(place: Place) -> tuple[str, str]:
    endpoint, argument = SCREENS[place.record.__tablename__]  # type: ignore[attr-defined]
    if isinstance(place.record, AnnexVersion) and place.record.status is not AnnexStatus.PROPOSED:
        endpoint = endpoint.replace("edit", "show")  # this version lies fixed; there a new one can be begun
    return NEW_RECORDS.get(place.field, endpoint), argument


def _url(place: Place, endpoint: str, argument: str, back: str) -> str:
    field = place.field.partition("/")[0]
    anchor = field if endpoint.endswith("edit") and hasattr(type(place.record), field) else None
    return linked(endpoint, **{argument: place.record.id} if argument else {}, **{BACK: back}, _anchor=anchor)
