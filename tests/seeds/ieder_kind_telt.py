"""What a school of Stichting Ieder kind telt published about privacy and data of pupils.

The text names neither the school nor the supplier of a learning material: they have neutral names here.
"""

from registry.model import School
from registry.model.agreement_lists import FileKind
from registry.model.statement import Council, StatementKind
from registry.model.supplier import CovenantStatus
from tests.seeds.desk import CONSENT
from tests.seeds.published import Source

IEDER_KIND_TELT = Source()
SCHOOL = "School A"
MATERIAL = "Leermiddel A"
REGULATION = (
    "https://mobilecms.blob.core.windows.net/appfiles/app_2233/File/"
    "Bijlage_A_Privacyreglement_Stichting_Ieder_kind_telt.pdf"
)
SIGNED_FILE = b"%PDF-1.4\n% stands for the signed agreement, which is not published\n"


@IEDER_KIND_TELT.says(
    "In het privacyreglement van het bestuur is beschreven hoe de school omgaat met persoonsgegevens en wat de rechten "
    "zijn van ouders en leerlingen. Dit reglement is met instemming van de GMR vastgesteld. … Dit kunt u schriftelijk "
    "kenbaar maken aan de directeur van de school."
)
def the_regulation(desk, sentence):
    desk.board("Stichting Ieder kind telt", legal_form="stichting")
    desk.school(SCHOOL, contact_function="de directeur van de school")
    desk.statement(
        StatementKind.PRIVACY_REGULATION,
        "Privacyreglement",
        promises="",
        council=Council.GMR,
        consent_undated=True,
        link=REGULATION,
    )


@IEDER_KIND_TELT.says(
    "Alle leerling-gegevens worden opgeslagen in ParnasSys. … Deze voorkeuren worden vastgelegd binnen ParnasSys."
)
def the_pupil_system(desk, sentence):
    desk.program("ParnasSys", kind="sli", purpose_plain="Om gegevens van leerlingen en keuzes van ouders te bewaren.")
    desk.use(SCHOOL, "ParnasSys")


@IEDER_KIND_TELT.says(
    "Daarnaast registreren leerkrachten en ondersteunend personeel gegevens over leerlingen, bijvoorbeeld observaties "
    "en beheersing van ontwikkeling. Soms worden er bijzondere persoonsgegevens geregistreerd als dat nodig voor de "
    "juiste begeleiding van een leerling, zoals medische gegevens of resultaten van onderzoeken."
)
def the_data(desk, sentence):
    progress = {"category": "7b", "subjects": ("pupil",), "note": "observaties en beheersing van ontwikkeling"}
    health = {
        "category": "5",
        "subjects": ("pupil",),
        "note": "medische gegevens of resultaten van onderzoeken",
        "needed_because": "voor de juiste begeleiding van een leerling",
    }
    desk.annex("ParnasSys", data=[progress, health])


@IEDER_KIND_TELT.says(
    "Tijdens de lessen maken wij gebruik van digitale leermiddelen. Hiervoor wordt een beperkte set met "
    "persoonsgegevens uitgewisseld met leveranciers om bijvoorbeeld een leerling te identificeren als die inlogt."
)
def the_learning_materials(desk, sentence):
    desk.supplier("Leverancier A")
    desk.product("Leverancier A", MATERIAL, kind="lt", purpose_plain="Om te leren en te oefenen in de les.")
    limited = {"category": "12", "subjects": ("pupil",), "note": "beperkte set om een leerling te herkennen"}
    desk.annex(MATERIAL, data=[limited | {"needed_because": "om een leerling te herkennen die inlogt"}])
    desk.use(SCHOOL, MATERIAL)


@IEDER_KIND_TELT.says(
    "Elke externe partij waar wij mee samenwerken heeft een verwerkersovereenkomst overlegd … Deze "
    "verwerkersovereenkomsten zijn opgeslagen in een digitaal verwerkersregister."
)
def the_digital_register(desk, sentence):
    # Only of a party that is named can the register say that there is an agreement.
    agreement = desk.agreement("ParnasSys", "mvo_participant")
    desk.attach(agreement, FileKind.SIGNED, "Verwerkersovereenkomst ParnasSys.pdf", SIGNED_FILE)


@IEDER_KIND_TELT.says(
    "De leveranciers hebben hiervoor een convenant getekend, welke te vinden is op de website van het "
    "Privacy-convenant Onderwijs. … http://www.privacyconvenant.nl/"
)
def the_covenant(desk, sentence):
    desk.covenant("ParnasSys", CovenantStatus.PARTICIPANT, "tekst van de school; http://www.privacyconvenant.nl/")


@IEDER_KIND_TELT.says(
    "Daarnaast kan het nodig zijn dat wij gegevens uitwisselen met andere externe partijen, denk aan zorginstanties. … "
    "Als voor de uitwisseling geen wettelijke verplichting bestaat, dan vragen wij u vooraf toestemming om met deze "
    "partijen gegevens te mogen uitwisselen."
)
def other_parties(desk, sentence):
    desk.recipient("Zorginstanties", CONSENT, sentence, "Gegevens na toestemming", schools=[SCHOOL])


@IEDER_KIND_TELT.says(
    "Binnen onze school gaan we uit van dataminimalisatie: wij maken alleen gebruik van gegevens die nodig zijn voor "
    "het optimaal laten ontwikkelen van onze leerlingen. … Elke externe partij waar wij mee samenwerken heeft een "
    "verwerkersovereenkomst overlegd, … De leveranciers hebben hiervoor een convenant getekend, … De leverancier mag "
    "de leerling-gegevens alleen gebruiken als wij daar toestemming voor geven."
)
def what_parents_are_told(desk, sentence):
    school = {"school_id": desk.find(School, SCHOOL).id}
    desk.statement(StatementKind.SCHOOL_GUIDE, "Privacy en leerling-gegevens", promises=sentence, **school)
