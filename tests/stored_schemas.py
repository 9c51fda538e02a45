"""The filled registers of the schemas that have landed, as tests/ground/schemas keeps them."""

import lzma

from tests.checkout import ROOT

STORED = ROOT / "tests" / "ground" / "schemas"
REVISIONS = sorted(path.stem for path in STORED.glob("*.zip"))


def migrated_file(folder, revision):
    """Return the path and the address of a copy of the database of this revision, as it was then."""
    place = folder / f"{revision}.sqlite"
    place.write_bytes(lzma.decompress((STORED / f"{revision}.sqlite.xz").read_bytes()))
    return place, f"sqlite:///{place.as_posix()}"
