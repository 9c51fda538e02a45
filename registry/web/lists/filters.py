"""The search and the filters above the lists of products, agreements and annexes."""

from datetime import date

from wtforms import BooleanField, StringField
from wtforms.fields.choices import SelectChoice

from registry.calendar import add_years
from registry.database import db
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.annex_state import AnnexStatus
from registry.queries.board.overview import lacking_in
from registry.queries.lists.agreements import WantedAgreements
from registry.queries.lists.annexes import WantedAnnexes
from registry.queries.lists.products import AnnexStanding, WantedProducts
from registry.queries.signals.told import all_signals
from registry.queries.uses.grid import open_schools
from registry.reference import facts
from registry.web.forms.fields import Clean
from registry.web.lists.listing import ListFilter, choice, coded, either, labels

SECURITY = "beveiligingsbijlage"


class ProductFilter(ListFilter):
    """Which products to show."""

    zoek = StringField("Zoek op product of leverancier", [Clean(Product.name)])
    soort = coded("Soort")
    bijsluiter = choice("Privacybijsluiter", AnnexStanding)
    school = coded("Op school")
    dossier = either("Dossier", {"compleet": "er ontbreekt niets", "open": "er ontbreekt iets"})
    gebruik = either("Gebruik", {"ja": "door een school", "nee": "door geen school"})
    oud = BooleanField("Ook niet meer in gebruik")

    def __init__(self) -> None:
        super().__init__()
        self.soort.choices = labels(facts().product_kinds)
        schools = ((str(number), name) for number, name in open_schools(db.session, date.today()))
        self.school.choices = [SelectChoice("", "alle"), *(SelectChoice(*one) for one in schools)]

    def wanted(self) -> WantedProducts:
        """Return what is asked for."""
        asked = self.wishes()
        lacking = lacking_in(all_signals(db.session, date.today())) if "dossier" in asked else None
        return WantedProducts(
            words=asked.get("zoek", ""),
            kind=asked.get("soort", ""),
            annex=AnnexStanding(asked["bijsluiter"]) if "bijsluiter" in asked else None,
            school=int(asked["school"]) if "school" in asked else None,
            among=lacking if asked.get("dossier") == "open" else None,
            but_not_of=lacking if asked.get("dossier") == "compleet" else None,
            in_use=asked["gebruik"] == "ja" if "gebruik" in asked else None,
            with_retired="oud" in asked,
        )


class AgreementFilter(ListFilter):
    """Which agreements to show."""

    zoek = StringField("Zoek op leverancier, product of kenmerk", [Clean(Product.name)])
    soort = coded("Soort afspraak")
    stand = choice("Stand", AgreementStatus)
    gesloten = choice("Hoe gesloten", ConclusionMode)
    einde = either("Eindigt", {"3": "binnen 3 maanden", "12": "binnen een jaar"})
    nu = BooleanField("Geldt vandaag")
    oud = BooleanField("Ook vervangen, beëindigd of geweigerd")

    def __init__(self) -> None:
        super().__init__()
        self.soort.choices = labels(facts().arrangements)

    def wanted(self) -> WantedAgreements:
        """Return what is asked for."""
        asked = self.wishes()
        return WantedAgreements(
            words=asked.get("zoek", ""),
            arrangement=asked.get("soort", ""),
            stage=AgreementStatus(asked["stand"]) if "stand" in asked else None,
            concluded=ConclusionMode(asked["gesloten"]) if "gesloten" in asked else None,
            ends_within=int(asked["einde"]) if "einde" in asked else None,
            with_past="oud" in asked,
            in_force="nu" in asked,
        )


class AnnexFilter(ListFilter):
    """Which versions of one kind of annex to show."""

    zoek = StringField("Zoek op product, leverancier of versie", [Clean(Product.name)])
    soort = either("Soort bijlage", {SECURITY: "beveiligingsbijlagen"}, every="privacybijsluiters")
    stand = choice("Stand", AnnexStatus)
    leeftijd = either("Datum", {"2": "ouder dan 2 jaar", "3": "ouder dan 3 jaar"})
    oud = BooleanField("Ook vervangen of ingetrokken")

    def wanted(self, on: date) -> WantedAnnexes:
        """Return what is asked for, seen on this date."""
        asked = self.wishes()
        return WantedAnnexes(
            kind=SecurityAnnex if asked.get("soort") == SECURITY else PrivacyAnnex,
            words=asked.get("zoek", ""),
            stage=AnnexStatus(asked["stand"]) if "stand" in asked else None,
            dated_before=add_years(on, -int(asked["leeftijd"])) if "leeftijd" in asked else None,
            with_past="oud" in asked,
        )
