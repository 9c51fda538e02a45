"""Our own processor agreement after the general model: the same articles, without the covenant."""

from agreement_templates.source import agreement
from agreement_templates.source.agreements.articles import COVENANT
from agreement_templates.source.paper import Paper


def write() -> Paper:
    """The agreement for a supporter, or for a processor outside the covenant."""
    return agreement.written("eigen tekst, naar de onderdelen van het algemene model", without=(COVENANT,))
