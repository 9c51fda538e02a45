"""The closed lists of an agreement: its stages, how it came about, how it goes on."""

from registry.model.columns import Listed


class AgreementStatus(Listed):
    """The stages of an agreement, from wish to end."""

    WANTED = "wanted", "nog aan te vragen"
    REQUESTED = "requested", "aangevraagd"
    RECEIVED = "received", "ontvangen"
    IN_REVIEW = "in_review", "wordt beoordeeld"
    WITH_SUPPLIER = "with_supplier", "ligt bij de leverancier"
    READY_TO_SIGN = "ready_to_sign", "klaar om te tekenen"
    SENT = "sent", "verstuurd ter ondertekening"
    SIGNED_ONE_SIDE = "signed_one_side", "door één partij getekend"
    IN_FORCE = "in_force", "geldt"
    SUPERSEDED = "superseded", "vervangen"
    TERMINATED = "terminated", "beëindigd"
    REFUSED = "refused", "geweigerd door de leverancier"
    NOT_NEEDED = "not_needed", "niet nodig"

    @property
    def was_in_force(self) -> bool:
        """Whether an agreement in this stage holds, or once held."""
        return self in (AgreementStatus.IN_FORCE, AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something before it holds."""
        return not self.was_in_force and self not in (AgreementStatus.REFUSED, AgreementStatus.NOT_NEEDED)


class ConclusionMode(Listed):
    """How the parties bound themselves; not every agreement is signed."""

    UNKNOWN = "unknown", "niet bekend"
    WET_SIGNATURE = "wet_signature", "handtekening op papier"
    E_SIGNATURE = "e_signature", "digitale handtekening"
    CLICK_THROUGH = "click_through", "akkoord op een website"
    EMBEDDED_IN_TERMS = "embedded_in_terms", "onderdeel van bestelling of voorwaarden"
    LETTER = "letter", "brief"
    EMAIL = "email", "e-mail"

    @property
    def needs_signatures(self) -> bool:
        """Whether both parties sign in this way."""
        return self in (ConclusionMode.WET_SIGNATURE, ConclusionMode.E_SIGNATURE)


class Channel(Listed):
    """Along which way the agreement came and lies on file."""

    UNKNOWN = "unknown", "niet bekend"
    NATIONAL_SERVICE = "dienst_vwo", "Dienst Verwerkersovereenkomsten"
    SUPPLIER_PORTAL = "supplier_portal", "portaal van de leverancier"
    EMAIL = "email", "e-mail"
    PAPER = "paper", "papier"


class Renewal(Listed):
    """What happens on the end date."""

    UNKNOWN = "unknown", "niet bekend"
    NONE = "none", "stopt op de einddatum"
    TACIT_YEAR = "tacit_year", "loopt steeds een jaar door"
    WITH_MAIN_CONTRACT = "with_main_contract", "loopt mee met de onderliggende overeenkomst"
    INDEFINITE = "indefinite", "voor onbepaalde tijd"


class Risk(Listed):
    """How much a finding weighs."""

    UNKNOWN = "unknown", "nog niet beoordeeld"
    LOW = "low", "laag"
    MEDIUM = "medium", "midden"
    HIGH = "high", "hoog"


class FileKind(Listed):
    """What a file of an agreement is."""

    SIGNED = "signed", "getekende overeenkomst"
    PROPOSAL = "proposal", "voorstel van de leverancier"
    ANNEX = "annex", "bijlage"
    LETTER = "letter", "brief of mail"
    EVIDENCE = "evidence", "onderbouwing"
