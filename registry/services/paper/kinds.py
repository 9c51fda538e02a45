"""The papers that the register writes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PaperKind:
    """A paper: its Dutch title, the name of its Word template, and the table of the record that it is about."""

    code: str
    title: str
    template: str
    subject: str


KINDS = {
    kind.code: kind
    for kind in (
        PaperKind(
            "agreement-complete",
            "Verwerkersovereenkomst met bijlagen",
            "verwerkersovereenkomst-eigen-tekst",
            "supplier",
        ),
        PaperKind("agreement", "Verwerkersovereenkomst", "verwerkersovereenkomst-eigen-tekst", "supplier"),
        PaperKind("annex-1", "Bijlage 1 – Privacybijsluiter", "bijlage-1-privacybijsluiter", "product"),
        PaperKind("annex-2", "Bijlage 2 – Beveiligingsbijlage", "bijlage-2-beveiligingsbijlage", "product"),
        PaperKind("annex-3", "Bijlage 3 – Afwijkingen", "bijlage-3-afwijkingen", "supplier"),
        PaperKind("schoolgids", "Leverancierslijst voor de schoolgids", "schoolgids-leverancierslijst", "school"),
        PaperKind(
            "schoolgids-leermiddelen",
            "Lijst van uitgevers en distributeurs voor de schoolgids",
            "schoolgids-leverancierslijst",
            "school",
        ),
    )
}
