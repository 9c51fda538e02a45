"""The papers that the register writes."""

from dataclasses import dataclass

from registry.model.paper_template import OFFICIAL_MODEL

SINCE, AGREEMENT, BLOCKS, BESIDE = "since", "agreement", "blocks", "beside"
# The parts of the privacy section, as schools' own texts have them.
PRIVACY_BLOCKS = (
    ("doel", "Waarvoor en welke gegevens"),
    ("invoer", "Wie gegevens invult"),
    ("bijzonder", "Bijzondere persoonsgegevens"),
    ("systemen", "Administratie en leerlingvolgsysteem"),
    ("toegang", "Wie bij de gegevens kan"),
    ("leermiddelen", "Digitale leermiddelen"),
    ("afspraken", "Afspraken met leveranciers"),
    ("lijst", "De lijst van leveranciers"),
    ("delen", "Gegevens delen met anderen"),
    ("beeld", "Foto’s, video’s en klassenlijsten"),
    ("rechten", "Rechten van ouders en leerlingen"),
    ("bewaren", "Hoelang gegevens bewaard blijven"),
    ("contact", "Vragen en klachten"),
    ("reglement", "Privacyreglement"),
)


@dataclass(frozen=True)
class PaperKind:
    """A paper: its Dutch title, the name of its Word template, and the table of the record that it is about.

    `asks`: what its maker may choose besides the day, by the names of the fields of an Order. `blocks`: the parts
    that may be left out, each with its Dutch name. `is_kept`: whether a final one stays in the register; a letter
    about one pupil's family does not. `tells_past`: what it tells of has happened, so its day is not to come.
    """

    code: str
    title: str
    template: str
    subject: str
    asks: tuple[str, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()
    is_kept: bool = True
    tells_past: bool = False


KINDS = {
    kind.code: kind
    for kind in (
        PaperKind(
            "agreement-complete",
            "Verwerkersovereenkomst met bijlagen",
            "verwerkersovereenkomst-eigen-tekst",
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind(
            "agreement", "Verwerkersovereenkomst", "verwerkersovereenkomst-eigen-tekst", "supplier", (AGREEMENT,)
        ),
        PaperKind(
            "agreement-official",
            "Verwerkersovereenkomst naar het officiële model",
            OFFICIAL_MODEL,
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind(
            "agreement-general-complete",
            "Verwerkersovereenkomst naar het algemene model, met bijlagen",
            "verwerkersovereenkomst-algemeen",
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind(
            "agreement-general",
            "Verwerkersovereenkomst naar het algemene model",
            "verwerkersovereenkomst-algemeen",
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind(
            "agreement-english",
            "Verwerkersovereenkomst in het Engels",
            "verwerkersovereenkomst-engels",
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind("letter-request", "Brief: verzoek om een overeenkomst of bijlage", "brief-verzoek", "supplier"),
        PaperKind(
            "letter-reminder", "Brief: herinnering aan het verzoek", "brief-herinnering", "supplier", (AGREEMENT,)
        ),
        PaperKind(
            "letter-arrangements",
            "Brief: afspraken over persoonsgegevens",
            "brief-afspraken",
            "supplier",
            (AGREEMENT,),
        ),
        PaperKind(
            "letter-objection",
            "Brief: bezwaar tegen een subverwerker",
            "brief-bezwaar-subverwerker",
            "privacy_annex",
        ),
        PaperKind(
            "letter-notice-objection",
            "Brief: bezwaar tegen een aangekondigde subverwerker",
            "brief-bezwaar-subverwerker",
            "subprocessor_notice",
        ),
        PaperKind(
            "letter-consent",
            "Brief: toestemming voor een subverwerker",
            "brief-toestemming-subverwerker",
            "subprocessor_notice",
        ),
        PaperKind(
            "letter-end", "Brief: einde van de overeenkomst", "brief-einde-overeenkomst", "supplier", (AGREEMENT,)
        ),
        PaperKind("letter-practice", "Brief: verschil tussen bijsluiter en app", "brief-praktijk", "practice_check"),
        PaperKind("breach-card", "Datalekkaart", "datalekkaart", "supplier"),
        PaperKind("breach-report", "Meldformulier datalek", "meldformulier-datalek", "breach"),
        PaperKind("annex-1", "Bijlage 1 – Privacybijsluiter", "bijlage-1-privacybijsluiter", "product", (AGREEMENT,)),
        PaperKind(
            "annex-2", "Bijlage 2 – Beveiligingsbijlage", "bijlage-2-beveiligingsbijlage", "product", (AGREEMENT,)
        ),
        PaperKind("annex-3", "Bijlage 3 – Afwijkingen", "bijlage-3-afwijkingen", "supplier", (AGREEMENT,)),
        PaperKind("schoolgids", "Leverancierslijst voor de schoolgids", "schoolgids-leverancierslijst", "school"),
        PaperKind(
            "schoolgids-leermiddelen",
            "Lijst van uitgevers en distributeurs voor de schoolgids",
            "schoolgids-leverancierslijst",
            "school",
        ),
        PaperKind(
            "school-privacy-section",
            "Privacyparagraaf voor de schoolgids",
            "schoolgids-privacyparagraaf",
            "school",
            (BLOCKS,),
            PRIVACY_BLOCKS,
        ),
        PaperKind(
            "school-overview",
            "Overzicht van leveranciers voor een ouder",
            "overzicht-voor-ouders",
            "school",
            is_kept=False,
        ),
        PaperKind(
            "school-recipients",
            "Brief over ontvangers van gegevens van een leerling",
            "brief-ontvangers",
            "school",
            (SINCE,),
            is_kept=False,
            tells_past=True,
        ),
        PaperKind(
            "council-summary",
            "Overzicht voor de medezeggenschapsraad (MR)",
            "overzicht-medezeggenschap",
            "school",
            (SINCE,),
        ),
        PaperKind(
            "council-summary-board",
            "Overzicht voor de gemeenschappelijke medezeggenschapsraad (GMR)",
            "overzicht-medezeggenschap",
            "school_board",
            (SINCE,),
        ),
        PaperKind("board-register", "Register van verwerkingen", "register-van-verwerkingen", "school_board"),
        PaperKind("board-report", "Jaarverslag privacy en leveranciers", "jaarverslag-privacy", "school_board"),
        PaperKind(
            "annex-changes",
            "Wat er verandert in de privacybijsluiter",
            "wijzigingen-privacybijsluiter",
            "privacy_annex",
            (BESIDE,),
        ),
        PaperKind(
            "annex-changes-security",
            "Wat er verandert in de beveiligingsbijlage",
            "wijzigingen-beveiligingsbijlage",
            "security_annex",
            (BESIDE,),
        ),
    )
}
