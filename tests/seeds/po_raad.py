"""What the PO-Raad advises schools about privacy, as a board that follows it would enter it.

The text speaks of any school and of any photographer: board, school and photographer have neutral names here.
"""

from registry.model.agreement_lists import Channel, ConclusionMode, FileKind
from tests.seeds.desk import CONSENT, LEGAL_DUTY
from tests.seeds.published import Source

PO_RAAD = Source()
BOARD, SCHOOL = "Schoolbestuur A", "School A"
PHOTOGRAPHER, PHOTOS = "Schoolfotograaf A", "Schoolfoto's"
OFFERS = "gebruik voor eigen aanbiedingen zonder toestemming die de fotograaf zelf vraagt"
PARENTS, NEXT_SCHOOL = "Ouders van klasgenoten", "Nieuwe school"


@PO_RAAD.says(
    "Scholen zijn verantwoordelijk voor een zorgvuldige verwerking van leerlinggegevens met borging van de privacy van "
    "leerlingen."
)
def any_board_and_school(desk, sentence):
    desk.board(BOARD)
    desk.school(SCHOOL, sector="po")


@PO_RAAD.says(
    "Een schoolfotograaf heeft gegevens nodig van leerlingen om de juiste foto’s bij de juiste klassen terecht te "
    "laten komen. Als de fotograaf zelf de foto’s verstuurt naar de ouders, zijn er adressen nodig. … De "
    "schoolfotograaf is wel een verwerker voor de school"
)
def the_photographer(desk, sentence):
    desk.supplier(PHOTOGRAPHER)
    desk.product(PHOTOGRAPHER, PHOTOS, kind="photo", description="Schoolfoto's maken en aan ouders sturen.")
    rows = (
        ("naam en klas", "om de juiste foto's bij de juiste klassen terecht te laten komen"),
        ("adressen", "als de fotograaf zelf de foto's verstuurt naar de ouders"),
    )
    data = [{"category": "12", "subjects": ("pupil",), "note": note, "needed_because": why} for note, why in rows]
    desk.annex(PHOTOS, data=data)


@PO_RAAD.says(
    "De grondslag voor de verwerking (het leveren data leerlingen aan fotograaf) is om schoolfoto's te maken. "
    "Juridisch is dit een gerechtvaardigd belang."
)
def the_ground(desk, sentence):
    desk.use(SCHOOL, PHOTOS, purpose_plain="Om schoolfoto's te maken.", legal_basis="legitimate_interests")


@PO_RAAD.says(
    "Als de schoolfotograaf geen verwerkersovereenkomst wenst af te sluiten, probeer dan andere goede afspraken te "
    "maken over wat de fotograaf wel en niet met de data mag. Dat kan in een brief of mail."
)
def the_letter(desk, sentence):
    fields = {"conclusion_mode": ConclusionMode.EMAIL, "channel": Channel.EMAIL, "reason": sentence}
    agreement = desk.agreement(PHOTOGRAPHER, "letter_or_mail", **fields)
    mail = "De gegevens zijn alleen voor de schoolfoto's. Voor iets anders vraagt de fotograaf zelf toestemming."
    desk.attach(agreement, FileKind.LETTER, "Afspraken met de schoolfotograaf.txt", mail.encode())


@PO_RAAD.says(
    "Als de fotograaf meer met de gegevens wil doen van de leerlingen/ouders, dan moet hij zelf toestemming vragen"
)
def what_he_may_not(desk, sentence):
    desk.annex(PHOTOS, denials=[{"statement": f"geen {OFFERS}"}])


@PO_RAAD.says(
    "Het is daarmee noodzakelijk om de ouders (vooraf) toestemming te vragen voor het delen van de gegevens met andere "
    "ouders/leerlingen."
)
def class_lists(desk, sentence):
    purpose = "Om ouders in de klas met elkaar in contact te brengen, als zij daar vooraf toestemming voor geven."
    desk.recipient(PARENTS, CONSENT, sentence, "Klassenlijst", purpose, [SCHOOL])


@PO_RAAD.says(
    "Op basisscholen worden er vaak klassenlijsten of telefoonlijsten uitgedeeld met namen, adressen en "
    "telefoonnummers (van ouders) van leerlingen."
)
def what_is_in_a_class_list(desk, sentence):
    listed = {"category": "1", "subjects": ("pupil", "parent"), "note": "namen, adressen en telefoonnummers"}
    desk.annex("Klassenlijst", data=[listed])


@PO_RAAD.says(
    "Voor de uitwisseling van het OKR tussen de basisschool en de nieuwe school (po of vo), is geen toestemming van "
    "ouders nodig. … Wel moeten de ouders inzage krijgen in het OKR, voordat deze wordt uitgewisseld. … De school moet "
    "de gegeven inzage ook vastleggen."
)
def the_report_to_the_next_school(desk, sentence):
    purpose = (
        "Om het onderwijskundig rapport te geven aan de nieuwe school. Dat moet. Ouders krijgen eerst inzage, en de "
        "school legt die inzage vast."
    )
    desk.recipient(NEXT_SCHOOL, LEGAL_DUTY, sentence, "Onderwijskundig rapport (OKR)", purpose, [SCHOOL])
