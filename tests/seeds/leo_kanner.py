"""What Leo Kanner Onderwijsgroep published about its pupils' data ("LKO: transparant over leerlinggegevens").

The text names no location and no publisher: they have letters here, and publishers a web address that cannot exist.
Which location works with which program is not published either, but for what a fact below says of it.
"""

from registry.model.agreement_lists import AgreementStatus
from registry.model.product import Part
from registry.model.statement import StatementKind
from tests.seeds.desk import CONSENT, LEGAL_DUTY
from tests.seeds.published import Source

LEO_KANNER = Source()
SO, VSO_WITH_PORTAL, VSO = LOCATIONS = ("Locatie A (so)", "Locatie B (vso)", "Locatie C (vso)")
SYSTEMS = ("ParnasSys", "SOMtoday")
DUO = "Dienst Uitvoering Onderwijs (DUO)"
PORTAL = "Ouder- en leerlingportaal"
# "De verwerking van persoonsgegevens is gebaseerd op één van deze wettelijke grondslagen: …"
LEGAL_BASES = {
    "toestemming": "consent",
    "overeenkomst": "contract",
    "de wet": "legal_obligation",
    "publiekrechtelijke taak": "public_task",
    "vitaal belang": "vital_interests",
    "gerechtvaardigd belang": "legitimate_interests",
}


@LEO_KANNER.says(
    "In de tekst hierna staat beschreven hoe de Leo Kanner Onderwijsgroep omgaat met de meest voorkomende "
    "persoonsgegevens binnen het onderwijs. Voor sommige persoonsgegevens gelden ook nog locatiespecifieke afspraken."
)
def the_group_and_its_locations(desk, sentence):
    desk.board("Leo Kanner Onderwijsgroep")
    for location, sector in zip(LOCATIONS, ("so", "vso", "vso"), strict=True):
        desk.school(location, sector=sector)


@LEO_KANNER.says(
    "De persoonsgegevens van onze leerlingen worden opgeslagen in onze digitale administratiesystemen Parnassys en "
    "SOMtoday. … De toegang tot die gegevens is beperkt tot medewerkers van de centrale leerlingadministratie en "
    "medewerkers van de schoollocatie van de leerling."
)
def the_two_systems(desk, sentence):
    module = {
        "name": "Administratie- en leerlingvolgsysteem",
        "data": "persoonsgegevens van leerlingen",
        "access": "medewerkers van de centrale leerlingadministratie en van de schoollocatie van de leerling",
    }
    purpose = "Om gegevens van leerlingen bij te houden en leerlingen te volgen."
    for program, locations in (("ParnasSys", [SO]), ("SOMtoday", [VSO_WITH_PORTAL, VSO])):
        desk.program(program, [module], kind="sli", purpose_plain=purpose)
        for location in locations:
            desk.use(location, program)


@LEO_KANNER.says(
    "Daarnaast registreren leraren en ondersteunend personeel van onze school gegevens over onze leerlingen, zoals "
    "cijfers, vorderingen en lesobservaties. Soms worden er bijzondere persoonsgegevens geregistreerd als dat nodig is "
    "voor de juiste begeleiding van een leerling, zoals medische gegevens. … De gegevens die ouders hebben ingevuld op "
    "het inschrijfformulier en de meegezonden bijlagen worden opgeslagen in het administratie- en leerlingvolgsysteem"
)
def what_they_keep(desk, sentence):
    pupils, why = {"subjects": ("pupil",)}, "als dat nodig is voor de juiste begeleiding van een leerling"
    rows = [
        {"category": "1", "subjects": ("pupil", "parent"), "note": "van het inschrijfformulier en de bijlagen"},
        {"category": "7b", **pupils, "note": "cijfers, vorderingen en lesobservaties"},
        {"category": "5", **pupils, "note": "medische gegevens", "needed_because": why},
    ]
    for program in SYSTEMS:
        desk.annex(program, data=rows)


@LEO_KANNER.says(
    "Het leerlingdossier blijft bestaan tot twee jaar nadat een leerling de schoollocatie heeft verlaten. "
    "Contactgegevens worden langer bewaard om het mogelijk te maken een reünie te organiseren. Absentiegegevens worden "
    "tot vijf jaar na het verlaten van de schoollocatie bewaard."
)
def how_long(desk, sentence):
    left = "nadat een leerling de schoollocatie heeft verlaten"
    rows = [
        {"retention_term": "pupil_file", "data": "leerlingdossier", "term": f"tot twee jaar {left}"},
        {"retention_term": "reunion_contact", "data": "contactgegevens", "term": "langer, voor een reünie"},
        {"retention_term": "attendance_enrolment", "data": "absentiegegevens", "term": f"tot vijf jaar {left}"},
    ]
    for program in SYSTEMS:
        desk.annex(program, retention=rows)


@LEO_KANNER.says(
    "Op sommige VSO-locaties van de LKO is een ouder- en leerlingportaal geopend waarin absentie, cijfers en/of "
    "huiswerk te zien is. Deze omgeving is gemaakt door SOMtoday."
)
def the_portal(desk, sentence):
    desk.add_module("SOMtoday", name=PORTAL, data="absentie, cijfers en huiswerk", access="ouders en leerlingen")
    desk.change_use(VSO_WITH_PORTAL, "SOMtoday", ["Administratie- en leerlingvolgsysteem", PORTAL])
    desk.change_use(VSO, "SOMtoday", ["Administratie- en leerlingvolgsysteem"])


@LEO_KANNER.says(
    "Voor het uitwisselen van leerlinggegevens tussen basisscholen en middelbare scholen maken veel scholen gebruik "
    "van softwareplatform OnderwijsTransparant (OT). Ook het aanvragen van een toelaatbaarheidsverklaring (TLV) bij "
    "een samenwerkingsverband gaat vaak via OT."
)
def transfer_and_admission(desk, sentence):
    desk.program("OnderwijsTransparant", kind="sli")
    request = "om een toelaatbaarheidsverklaring (TLV) aan te vragen bij het samenwerkingsverband"
    for location, transfer in (
        (SO, "Om gegevens te geven aan de middelbare school"),
        (VSO_WITH_PORTAL, "Om gegevens te krijgen van de basisschool"),
    ):
        desk.use(location, "OnderwijsTransparant", purpose_plain=f"{transfer}, en {request}.")


@LEO_KANNER.says(
    "In sommige gevallen zijn scholen volgens de wet verplicht om informatie over leerlingen te verstrekken. Dat kan "
    "het geval zijn als de leerplichtambtenaar om informatie vraagt of als het ministerie van Onderwijs, Cultuur en "
    "Wetenschap informatie nodig heeft."
)
def legal_duty(desk, sentence):
    for name, purpose in (
        ("Leerplichtambtenaar", "Om te antwoorden als de leerplichtambtenaar om informatie vraagt."),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap", "Om informatie te geven die het ministerie nodig heeft."),
    ):
        desk.recipient(name, LEGAL_DUTY, sentence, "Informatie over leerlingen", purpose, LOCATIONS)


@LEO_KANNER.says(
    "Voor de schoollocaties van de LKO waar staatsexamens worden afgenomen, vindt in het kader van de aanmelding en de "
    "verwerking van de resultaten uitwisseling plaats met de Dienst Uitvoering Onderwijs (DUO)."
)
def state_exams(desk, sentence):
    purpose = "Om leerlingen aan te melden voor het staatsexamen en de resultaten te verwerken."
    desk.recipient(DUO, LEGAL_DUTY, sentence, "Staatsexamens", purpose, [VSO_WITH_PORTAL])


@LEO_KANNER.says(
    "Voor het uitwisselen van informatie over leerlingen met bijvoorbeeld hulpverleningsorganisaties, stagebedrijven "
    "of vervolgscholen, vragen we vooraf toestemming van ouders."
)
def with_consent(desk, sentence):
    for name in ("Hulpverleningsorganisaties", "Stagebedrijven", "Vervolgscholen"):
        desk.recipient(name, CONSENT, sentence, "Informatie over leerlingen", schools=[VSO])


@LEO_KANNER.says(
    "In de schoolgids van de locaties staat een overzicht van uitgevers, distributeurs en leveranciers van digitale "
    "leermiddelen waarmee die locatie werkt. Op de websites van deze organisaties zijn de privacybijsluiters te vinden "
    "waarin staat hoe wordt omgegaan met leerlinggegevens."
)
def learning_materials(desk, sentence):
    desk.supplier("Distributeur A")
    for letter, locations in (("A", [SO, VSO_WITH_PORTAL]), ("B", [VSO_WITH_PORTAL])):
        publisher, material = f"Uitgever {letter}", f"Leermiddel {letter}"
        desk.supplier(publisher)
        desk.product(
            publisher,
            material,
            parties=[("Distributeur A", Part.DISTRIBUTOR)] if letter == "A" else [],
            kind="lt",
            leaflet_url=f"https://uitgever-{letter.lower()}.example/privacybijsluiter",
            purpose_plain="Om te oefenen en te leren in de les.",
        )
        for location in locations:
            desk.use(location, material)


@LEO_KANNER.says(
    "Hiervoor is een beperkte set met persoonsgegevens nodig waarmee een leerling kan worden geïdentificeerd bij het "
    "inloggen."
)
def a_limited_set(desk, sentence):
    limited = {"category": "12", "subjects": ("pupil",), "note": "beperkte set om een leerling te herkennen"}
    for material in ("Leermiddel A", "Leermiddel B"):
        desk.annex(material, data=[limited | {"needed_because": sentence}], purposes=[{"purpose": "LT-c"}])


@LEO_KANNER.says(
    "Dit heeft een modelverwerkersovereenkomst opgeleverd, waarmee scholen afspraken kunnen maken met uitgevers, "
    "distributeurs en leveranciers over de verwerking van persoonsgegevens. De scholen van de LKO maken hier ook "
    "gebruik van."
)
def the_model_is_used(desk, sentence):
    # With whom, and which version, is not published: one holds, one is still asked for, of the others nothing is known.
    desk.agreement("Uitgever A", "mvo_participant")
    desk.agreement("Uitgever B", "mvo_participant", status=AgreementStatus.REQUESTED, starts_on=None, note="")


@LEO_KANNER.says(
    "Ouders kunnen om inzage vragen in het schooldossier van hun kind. Ze kunnen hiervoor een schriftelijk verzoek "
    "indienen bij de locatiedirecteur. Binnen 6 weken krijgen ze een schriftelijke reactie op dit verzoek. Ook "
    "leerlingen vanaf zestien jaar kunnen een dergelijk verzoek doen."
)
def the_promise_of_access(desk, sentence):
    title = "LKO: transparant over leerlinggegevens"
    desk.statement(StatementKind.PRIVACY_STATEMENT, title, promises=sentence)
