"""What parents and pupils may ask about their data, as papers tell it."""

from registry.reference import active, facts
from registry.services.paper.known import Facts, Values

RULES = ("answer_term", "from_sixteen", "complaint")  # who asks, within which time, and where else to go


def right_values(used: Facts) -> Values:
    """Return every right with its article, and each rule about asking as one text."""
    codes = [right.code for right in active(facts().rights) if right.code not in RULES]
    return {
        "rechten": [_right(used, code) for code in codes],
        "termijn": _rule(used, "answer_term"),
        "leeftijd": _rule(used, "from_sixteen"),
        "klacht": complaint_sentence(used),
    }


def complaint_sentence(used: Facts) -> str:
    """Return where somebody can complain who does not agree with the school."""
    fact = used.of("rights", "complaint")
    return f"{fact.explanation.rstrip('.')} ({fact.article})."


def _right(used: Facts, code: str) -> Values:
    fact = used.of("rights", code)
    return {"recht": fact.label, "uitleg": fact.explanation, "artikel": fact.article}


def _rule(used: Facts, code: str) -> str:
    fact = used.of("rights", code)
    return f"{fact.label} ({fact.article}). {fact.explanation}"
