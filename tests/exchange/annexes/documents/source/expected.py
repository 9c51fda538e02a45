"""What a careful reader finds in a document, in the shape that the command line gives."""

import tomllib

ROWS = {
    "storage": ("country", "place"),
    "subprocessors": ("name", "service", "country"),
    "retention": ("data", "term"),
    "certificates": ("name", "holder", "end"),
    "deviations": ("article", "difference", "reason"),
}
PARTS = {
    "supplier": ("name", "kvk", "website"),
    "contact": ("email", "phone", "role"),
    "breach": ("email", "phone", "hours"),
    "biv": ("B", "I", "V"),
}
FIELDS = (
    *("kind", "supplier", "products", "model_version", "purposes", "data_categories", "data_category_other", "denied"),
    *(
        "data_subjects",
        "storage",
        "storage_inside_eea",
        "safeguards",
        "subprocessors",
        "retention",
        "contact",
        "breach",
    ),
    *("biv", "certificates", "version", "date", "placeholders", "deviations"),
)


def full(part, names):
    """All names of a part in their order, null for what the paper does not say."""
    if set(part) - set(names):
        raise ValueError(f"not in the shape: {set(part) - set(names)}")
    return {name: part.get(name) for name in names}


def annex(written):
    """One annex with all fields of the shape."""
    found = full({"placeholders": [], **written}, FIELDS)
    for field, names in PARTS.items():
        if found[field]:
            found[field] = full(found[field], names)
    for field, names in ROWS.items():
        if found[field]:
            found[field] = [full(row, names) for row in found[field]]
    return found


def expected(written):
    """The whole expectation out of the TOML under a source."""
    values = tomllib.loads(written)
    if values.get("scanned"):
        return {"scanned": True}
    shared = values.get("shared", {})
    return {"annexes": [annex({**shared, **each}) for each in values.get("annexes", [])]}
