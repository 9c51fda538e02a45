"""The privacy section of the schoolgids: building blocks that each say only what the register knows."""

from collections.abc import Callable
from typing import Any

from registry import dutch
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.kinds import PRIVACY_BLOCKS
from registry.services.paper.known import Values
from registry.services.paper.records.schools import notes_on_proposals, school_values
from registry.services.paper.school import privacy_data, privacy_products, privacy_rules
from registry.services.paper.school.privacy_material import PrivacyMaterial

Block = Callable[[PrivacyMaterial], Values]

# What each block says; an empty answer leaves the block out, and its maker is told so.
BLOCKS: dict[str, Block] = {
    "doel": privacy_data.purpose,
    "invoer": privacy_data.entry,
    "bijzonder": privacy_data.special,
    "systemen": privacy_products.systems,
    "toegang": privacy_products.access,
    "leermiddelen": privacy_products.materials,
    "afspraken": privacy_products.agreements,
    "lijst": privacy_products.the_list,
    "delen": privacy_products.exchange,
    "beeld": privacy_products.imagery,
    "rechten": privacy_rules.rights,
    "bewaren": privacy_rules.retention,
    "contact": privacy_rules.contact,
    "reglement": privacy_rules.regulation,
}


def privacy_section(session: Any, order: Order) -> Paper:
    """Return the privacy section of this school on this day, with the blocks that were asked for."""
    material = PrivacyMaterial.of(session, order)
    wanted = {code: order.has(code) for code, _ in PRIVACY_BLOCKS}
    blocks = {code: write(material) if wanted[code] else {} for code, write in BLOCKS.items()}
    empty = [title for code, title in PRIVACY_BLOCKS if wanted[code] and not blocks[code]]
    school = material.found.school
    return Paper(
        order,
        f"Privacyparagraaf {school.name} {dutch.school_year(order.on)}",
        (Part(order.kind.title, order.kind.template, {"school": school_values(school, material.used)} | blocks),),
        material.used,
        school_id=school.id,
        notes=(*_left_out(empty), *notes_on_proposals(material.found.rows)),
    )


def _left_out(titles: list[str]) -> list[str]:
    return [f"“{title}” is weggelaten: daarover heeft het register niets dat op deze dag geldt." for title in titles]
