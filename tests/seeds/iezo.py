"""What Stichting IEZO published in its privacy statement about pupils.

The text names no school of IEZO: they have letters and site codes that do not exist. It says in which systems pupils'
data lie, not at which school. The person who is FG and the mailbox beside the name are left out, and so are the
external parties that work "in opdracht van de school" by consent: whether they are processors, the text does not say.
"""

from registry.model.statement import StatementKind
from tests.seeds.desk import A_YEAR_LATER, CONSENT, LEGAL_DUTY, OWN_TASK
from tests.seeds.published import Source

IEZO = Source()
SCHOOLS = {"99XX01": "School A", "99XX02": "School B"}
SYSTEMS = ("Esis", "ParnasSys")
DATA = (  # "De gegevens die worden verzameld en opgeslagen zijn: …", each with its category in the register
    (
        "Naam, voornamen, geslacht, geboortedatum, geboorteland, nationaliteit, adresgegevens en soortgelijke voor "
        "communicatie benodigde gegevens van de leerling",
        "1",
    ),
    ("Administratienummer, bijvoorbeeld het burgerservicenummer (BSN)", "13"),
    ("Gegevens die noodzakelijk zijn met het oog op de gezondheid of het welzijn van de leerling", "5"),
    (
        "Gegevens over de aard en het verloop van het onderwijs, alsmede de behaalde resultaten en gegevens over "
        "verlof en verzuim",
        "7b",
    ),
    ("Gegevens over de organisatie van het onderwijs, zoals welke klas, vakken en dergelijke", "8"),
    (
        "Zorggegevens die nodig zijn voor de organisatie van het onderwijs (recht op meer tijd, klasorganisatie, etc.)",
        "7c",
    ),
    (
        "Gegevens van psychosociale aard, zoals testrapporten, persoonlijkheidsonderzoeken, intelligentieonderzoeken "
        "en orthopedagogische onderzoeken",
        "12",
    ),
    ("Ontwikkelingsperspectiefplannen van de leerling", "7c"),
    ("Gespreksverslagen", "12"),
    ("Verslaglegging van het Multidisciplinair overleg (MDO)", "12"),
    (
        "Gegevens nodig voor het berekenen, vastleggen en innen van inschrijvingsgelden, school- en lesgelden en "
        "bijdragen of vergoedingen voor leermiddelen en buitenschoolse activiteiten",
        "9",
    ),
    ("Loggegevens over gebruik van de systemen", "12"),
)
PURPOSES = (  # "Deze gegevens worden verzameld om: …", each with its purpose in the list SLI
    ("Overzicht te hebben van de leerlingen die onderwijs volgen", "SLI-a"),
    (
        "Overzicht te hebben van de aard, organisatie en verloop van dat onderwijs per leerling en de behaalde "
        "studieresultaten",
        "SLI-a2",
    ),
    ("Te communiceren met leerlingen en/of hun ouders/verzorgers", "SLI-a5"),
    (
        "Persoonlijke (waaronder medische) omstandigheden van een leerling en de gevolgen daarvan voor het volgen van "
        "onderwijs bij te houden",
        "SLI-a3",
    ),
    ("Financieel beheer uit te kunnen voeren", "SLI-a6"),
    (
        "Aan de wettelijke eisen rond monitoring en verantwoording naar toezichthoudende instanties en "
        "zorginstellingen te kunnen voldoen",
        "SLI-a7",
    ),
    ("Toegang tot de systemen te krijgen", "SLI-c"),
    (
        "De beveiliging, controle en preventie van misbruik en oneigenlijk gebruik en het bewaken van de consistentie "
        "en betrouwbaarheid van de opgeslagen gegevens te verzorgen",
        "SLI-d",
    ),
    ("De continuïteit en goede werking van de systemen te waarborgen", "SLI-e"),
)


@IEZO.says("Contactgegevens verwerkingsverantwoordelijke: Stichting IEZO Postbus 1890 5602 CB EINDHOVEN")
def the_controller(desk, sentence):
    address = {"address": "Postbus 1890", "postcode": "5602 CB", "city": "Eindhoven"}
    desk.board("Stichting IEZO", legal_form="stichting", **address)


@IEZO.says("Contactgegevens functionaris voor gegevensbescherming: …")
def the_contact(desk, sentence):
    desk.change_board(privacy_function="de functionaris voor gegevensbescherming (FG)")


@IEZO.says(
    "Hierin zijn ook afspraken gemaakt over beveiliging en backup van de data die in Esis en ParnasSys wordt "
    "opgeslagen."
)
def the_two_systems(desk, sentence):
    for code, school in SCHOOLS.items():
        desk.school(school, site_code=code)
    for system in SYSTEMS:
        desk.program(system, kind="sli", purpose_plain="Om leerlingen te volgen en te begeleiden op school.")
        for school in SCHOOLS.values():
            desk.use(school, system)


@IEZO.says(
    "IEZO heeft zogenaamde verwerkersovereenkomsten (conform het model van de primair onderwijs raad) afgesloten met "
    "de leveranciers van de leerlingvolgsystemen."
)
def the_agreements(desk, sentence):
    for system in SYSTEMS:
        desk.agreement(system, "mvo_participant")  # which version of the model is not published


@IEZO.says("De gegevens die worden verzameld en opgeslagen zijn: …")
def the_data(desk, sentence):
    rows = [{"category": category, "subjects": ("pupil",), "note": published} for published, category in DATA]
    for system in SYSTEMS:
        desk.annex(system, data=rows)


@IEZO.says("Deze gegevens worden verzameld om: …")
def the_purposes(desk, sentence):
    rows = [{"purpose": purpose, "note": published} for published, purpose in PURPOSES]
    for system in SYSTEMS:
        desk.annex(system, purposes=rows)


@IEZO.says(
    "Onderwijzend personeel … Onderwijsondersteunend personeel (OOP) zoals administratieve medewerkers, zorg "
    "coördinator, intern begeleider"
)
def who_has_access(desk, sentence):
    for system in SYSTEMS:
        desk.annex(system, {"users": ("teacher", "other_staff", "care_staff")})


@IEZO.says(
    "Een andere onderwijsinstelling bij verhuizing, overplaatsing of doorstroming naar het voortgezet (speciaal) "
    "onderwijs. Ouders hoeven hiervoor geen toestemming te verlenen. Zij hebben wel recht op inzage."
)
def the_next_school(desk, sentence):
    purpose = "Om mee te geven naar een andere school. Ouders mogen de gegevens eerst inzien."
    desk.recipient("Andere onderwijsinstelling", LEGAL_DUTY, sentence, "Leerlingdossier", purpose, SCHOOLS.values())


@IEZO.says(
    "Het regionaal samenwerkingsverband. Ook hiervoor hoeven ouders geen toestemming te verlenen. Zij hebben wel recht "
    "op inzage."
)
def the_partnership(desk, sentence):
    desk.recipient("Regionaal samenwerkingsverband", OWN_TASK, sentence, "Leerlingdossier", schools=SCHOOLS.values())


@IEZO.says(
    "Externe deskundigen zoals schoolmaatschappelijk werk, schoolarts/ – verpleegkundige, ambulant begeleider, "
    "orthopedagoog op grond van toestemming door de ouders/verzorgers"
)
def the_experts(desk, sentence):
    desk.recipient("Externe deskundigen", CONSENT, sentence, "Gegevens na toestemming", schools=SCHOOLS.values())


@IEZO.says(
    "Dit document wordt jaarlijks geëvalueerd en indien nodig herzien. … Een overzicht van leveranciers met wie een "
    "overeenkomst is afgesloten over de uitwisseling van persoonsgegevens is op te vragen bij de betreffende school."
)
def the_statement(desk, sentence):
    kind, title = StatementKind.PRIVACY_STATEMENT, "Privacy verklaring Leerlingen"
    desk.statement(kind, title, promises=sentence, review_on=A_YEAR_LATER)  # a year after the day of entry
