"""Two suppliers that are one: everything of the second moves to the first, in one Change; nothing is lost."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from registry.database import change
from registry.errors import BrokenRule
from registry.identifiers import name_key
from registry.model import Action, Breach, ProductParty, SubprocessorNotice, Supplier, SupplierAlias
from registry.queries.suppliers.merging import FACTS, Merging, own_rows, plan_merge
from registry.queries.suppliers.moves import papers_about, silences_about
from registry.services.records import edit, fetch

VERSIONED = (Action, Breach, SubprocessorNotice)
"""What names a supplier and is edited on a screen of its own: who had it open has to look again."""
KEPT, EMPTIED = "kept", "emptied"
Choices = Mapping[str, str]


def merge_suppliers(
    session: Any,
    kept_number: int,
    emptied_number: int,
    seen: tuple[int, int],
    choices: Choices,
    names: Mapping[int, str] | None = None,
) -> Supplier:
    """Return the kept supplier with all that the emptied one had; the emptied one lives on as another name of it.

    `seen`: the versions that the chooser saw of both. `choices`: "kept" or "emptied" for each collision that
    `plan_merge` tells. `names`: new names for products of the emptied one that both have, by number. BrokenRule while
    a choice or a name is missing, ChangedMeanwhile when somebody edited one of the two.
    """
    with change(session, "leveranciers samengevoegd"):
        kept, emptied = fetch(session, Supplier, kept_number), fetch(session, Supplier, emptied_number)
        if kept is emptied:
            raise BrokenRule("Kies twee verschillende leveranciers.")
        edit(session, kept, seen[0], {})
        edit(session, emptied, seen[1], {})
        with session.no_autoflush:
            _rename(emptied, names or {})
            plan = plan_merge(session, kept, emptied)
            _refuse_open(plan, choices)
        values = _settled(plan, choices)
        _move(session, kept, emptied, plan, choices)
        _finish(session, kept, emptied, values)
    return kept


def _rename(emptied: Supplier, names: Mapping[int, str]) -> None:
    for product in emptied.products:
        if new := names.get(product.id):
            product.name, product.version = new, product.version + 1


def _refuse_open(plan: Merging, choices: Choices) -> None:
    for product in plan.twins:
        raise BrokenRule(
            f"Beide leveranciers hebben een product {product.name}. Geef dat van {plan.emptied.name} een andere naam.",
            field=f"name_{product.id}",
        )
    for collision in plan.collisions:
        if choices.get(collision.key) not in (KEPT, EMPTIED):
            raise BrokenRule(f"Kies welke waarde blijft: {collision.label}.", field=collision.key)


def _settled(plan: Merging, choices: Choices) -> dict[str, Any]:
    """The stored facts that the kept supplier takes over from the emptied one."""
    taken = [pair.key for pair in plan.filled]
    taken += [pair.key for pair in plan.collisions if choices[pair.key] == EMPTIED]
    return {name: getattr(plan.emptied, name) for key in taken for name in FACTS.get(key, ())}


def _move(session: Any, kept: Supplier, emptied: Supplier, plan: Merging, choices: Choices) -> None:
    parties = [*plan.superfluous, *session.scalars(select(ProductParty).where(ProductParty.supplier_id == emptied.id))]
    for record in {*emptied.products, *emptied.agreements, *(party.product for party in parties)}:
        record.version += 1  # each names another supplier from now on
    for party in plan.superfluous:
        session.delete(party)
    session.flush()
    for party in session.scalars(select(ProductParty).where(ProductParty.supplier_id == emptied.id)):
        party.supplier_id = kept.id
    for kind in VERSIONED:
        for record in session.scalars(select(kind).where(kind.supplier_id == emptied.id)):
            record.supplier_id, record.version = kept.id, record.version + 1
    for name in ("products", "agreements", "covenant_entries", "contacts", "external_reviews"):
        getattr(kept, name).extend(list(getattr(emptied, name)))
    for paper in papers_about(session, emptied):
        paper.subject_id = kept.id
    _move_silences(session, kept, emptied)
    _move_own(session, kept, emptied, choices)
    _move_names(kept, emptied)


def _move_silences(session: Any, kept: Supplier, emptied: Supplier) -> None:
    """What both silenced stays as it was with the kept one; a left one would silence whoever gets the number next."""
    present = {silence.code for silence in silences_about(session, kept)}
    for silence in silences_about(session, emptied):
        if silence.code in present:
            session.delete(silence)
        else:
            silence.subject_id, silence.version = kept.id, silence.version + 1


def _move_own(session: Any, kept: Supplier, emptied: Supplier, choices: Choices) -> None:
    present = own_rows(session, kept)
    for number, row in own_rows(session, emptied).items():
        if number not in present:
            row.supplier_id = kept.id
            continue
        if choices.get(f"own_{number}") == EMPTIED:
            present[number].value = row.value
        session.delete(row)


def _move_names(kept: Supplier, emptied: Supplier) -> None:
    known = {kept.name_key, *(name_key(alias.name) for alias in kept.aliases)}
    for name in [emptied.name, *(alias.name for alias in emptied.aliases)]:
        if name_key(name) not in known:
            kept.aliases.append(SupplierAlias(name=name))
            known.add(name_key(name))


def _finish(session: Any, kept: Supplier, emptied: Supplier, values: Mapping[str, Any]) -> None:
    retired = [one.retired_on for one in (kept, emptied) if one.retired_on is not None]
    retired_on = max(retired) if len(retired) == 2 else None
    note = "\n\n".join(note for note in (kept.note, emptied.note) if note)
    session.flush()
    session.expire(emptied)
    session.delete(emptied)
    session.flush()  # the KvK number is free only when the emptied one is gone
    for name, value in {**values, "note": note, "retired_on": retired_on}.items():
        setattr(kept, name, value)
