"""What a school of INNOVO published about privacy ("School en privacy").

The text names neither the school nor the makers of its programs: the school has a letter here, a program stands for
its supplier.
"""

from registry.model import School
from registry.model.statement import Council, StatementKind
from tests.seeds.desk import A_YEAR_LATER, INCIDENT, LEGAL_DUTY
from tests.seeds.published import Source

INNOVO = Source()
SCHOOL = "School A"
PROGRAMS = ("Eduscope", "Cito-LOVS", "Kleuterplein", "Basispoort")
RESULTS = "leer- of toetsresultaten"
STAFF = "leerkrachten en onderwijsondersteuners die met het kind werken, intern begeleider en directie"


@INNOVO.says(
    "Op school gaan wij zorgvuldig om met de privacy van onze leerlingen. Onze aanpak is vastgelegd in het "
    "privacyreglement, dat u via de website van INNOVO kunt raadplegen. … https://www.innovo.nl"
)
def the_board_and_the_school(desk, sentence):
    desk.board("INNOVO", website="https://www.innovo.nl")
    desk.school(SCHOOL)


@INNOVO.says(
    "Dit reglement geldt voor alle INNOVO-scholen en is met instemming van de GMR vastgesteld. U vindt het "
    "privacyreglement verwerking persoonsgegevens terug op de website van INNOVO."
)
def the_regulation(desk, sentence):
    given = {"council": Council.GMR, "consent_undated": True}
    title = "Privacyreglement verwerking persoonsgegevens"
    desk.statement(StatementKind.PRIVACY_REGULATION, title, promises="", link="https://www.innovo.nl", **given)


@INNOVO.says(
    "Het programma Eduscope bestaat uit een administratieve module en een module voor zorg en leerresultaten. … De "
    "toegang tot die gegevens is beperkt tot de leerkrachten en onderwijsondersteuners die met uw kind(eren) werken, "
    "de intern begeleider en directie van onze school. De administratieve kracht heeft alleen toegang tot de "
    "administratieve module."
)
def two_modules(desk, sentence):
    modules = [
        {
            "name": "Administratieve module",
            "data": "administratieve leerlingengegevens",
            "access": f"{STAFF}, en de administratieve kracht",
        },
        {"name": "Zorg en leerresultaten", "data": "zorggegevens en leerresultaten", "access": STAFF},
    ]
    purpose = "Om de administratie van leerlingen te doen en leerlingen te volgen."
    desk.program("Eduscope", modules, kind="sli", purpose_plain=purpose)
    desk.use(SCHOOL, "Eduscope")
    desk.change_use(SCHOOL, "Eduscope", [module["name"] for module in modules])


@INNOVO.says(
    "De zorggegevens en leerresultaten van de leerlingen worden digitaal vastgelegd in de leerlingvolgsystemen "
    "Eduscope, Cito-LOVS en Kleuterplein."
)
def results_and_care(desk, sentence):
    for program in ("Cito-LOVS", "Kleuterplein"):
        desk.program(program, kind="sli", purpose_plain="Om te volgen hoe leerlingen leren en welke zorg zij krijgen.")
        desk.use(SCHOOL, program)
    for program in ("Eduscope", "Cito-LOVS", "Kleuterplein"):
        care = {"category": "7c", "subjects": ("pupil",), "note": "zorggegevens"}
        desk.annex(program, data=[{"category": "7b", "subjects": ("pupil",), "note": "leerresultaten"}, care])


@INNOVO.says(
    "Om leerlingen eenvoudig toegang te geven tot digitaal leermateriaal van de school, maken we gebruik van "
    "Basispoort. Hiervoor is een beperkte set met persoonsgegevens nodig om bijvoorbeeld een leerling te kunnen "
    "identificeren als die inlogt."
)
def easy_access(desk, sentence):
    purpose = "Om leerlingen eenvoudig toegang te geven tot digitaal leermateriaal."
    desk.program("Basispoort", kind="ict", purpose_plain=purpose)
    desk.use(SCHOOL, "Basispoort")
    limited = {"category": "12", "subjects": ("pupil",), "note": "beperkte set om een leerling te herkennen"}
    why = {"needed_because": "om een leerling te herkennen die inlogt"}
    desk.annex("Basispoort", data=[limited | why], purposes=[{"purpose": "SLI-c", "note": purpose}])


@INNOVO.says("Via Basispoort worden er dus geen leer- of toetsresultaten opgeslagen en/of uitgewisseld.")
def no_results(desk, sentence):
    desk.annex("Basispoort", denials=[{"statement": f"geen {RESULTS}", "category": "7b"}])


@INNOVO.says(
    "Met alle leveranciers waarvan we softwarepakketten gebruiken waarbij ook leerlingengegevens worden opgeslagen, "
    "zijn zogenaamde verwerkersovereenkomsten afgesloten."
)
def the_agreements(desk, sentence):
    # Of the suppliers that are named; what kind of agreement it is, on which text, is not published.
    for program in PROGRAMS:
        desk.agreement(program, "")


@INNOVO.says(
    "Dat kan het geval zijn als de leerplichtambtenaar om informatie vraagt of als het ministerie van Onderwijs, "
    "Cultuur en Wetenschap informatie nodig heeft, maar ook bij melding van kindermishandeling, wanneer politie of "
    "justitie informatie opvraagt of in noodsituaties."
)
def legal_duty(desk, sentence):
    gets = "Informatie over leerlingen"
    for name, ground, purpose in (
        ("Leerplichtambtenaar", LEGAL_DUTY, "Om te antwoorden als de leerplichtambtenaar om informatie vraagt."),
        ("Ministerie van OCW", LEGAL_DUTY, "Om informatie te geven die het ministerie nodig heeft."),
        ("Politie en justitie", INCIDENT, "Om te antwoorden als politie of justitie informatie opvraagt."),
    ):
        desk.recipient(name, ground, sentence, gets, purpose, [SCHOOL])


@INNOVO.says(
    "Wij vragen alle ouders jaarlijks opnieuw om toestemming te geven voor het maken en publiceren van beeldmateriaal."
)
def yearly_consent(desk, sentence):
    ask_again = {"school_id": desk.find(School, SCHOOL).id, "review_on": A_YEAR_LATER}  # a year after the day of entry
    desk.statement(StatementKind.SCHOOL_GUIDE, "School en privacy", promises=sentence, **ask_again)


@INNOVO.says(
    "Wij hebben met alle leveranciers schriftelijke afspraken gemaakt … De leverancier mag de leerlingengegevens "
    "alleen gebruiken als wij daarvoor toestemming geven, … Met alle leveranciers waarvan we softwarepakketten "
    "gebruiken waarbij ook leerlingengegevens worden opgeslagen, zijn zogenaamde verwerkersovereenkomsten afgesloten."
)
def what_parents_are_told(desk, sentence):
    desk.promise("School en privacy", sentence)
