"""What a file says of the agreement itself: with whom, on which model, from when till when."""

from typing import Any

from registry.exchange.annexes.annex_reading import Findings, Found
from registry.exchange.annexes.fields.model_versions import read_model_version
from registry.exchange.annexes.fields.term import read_term
from registry.exchange.annexes.fields.whole_file import supplier_of
from registry.exchange.annexes.paper.opening import open_paper
from registry.exchange.annexes.parts.dividing import parts_of


def read_agreement(content: bytes) -> dict[str, Any]:
    """Return what the text of a Word file or PDF tells of the agreement; FileRefused as `read_annexes`.

    `supplier` holds name, kvk and website; `model_version` a number or a word as in an annex; `starts_on` and
    `ends_on` ISO days. `found` holds by field the words in which it stands. What was not found is not in it.
    """
    paper = open_paper(content)
    parts, findings = parts_of(paper), Findings()
    blocks = tuple(block for part in parts for block in part.blocks)
    read_model_version(blocks + paper.frames, findings)
    told: dict[str, Found] = {**findings.single, **read_term(blocks)}
    supplier = {path.partition(".")[2]: one.value for path, one in supplier_of(parts, paper.frames).items()}
    values = {field: one.value for field, one in told.items()}
    return {"supplier": supplier, **values, "found": {field: one.text for field, one in told.items()}}
