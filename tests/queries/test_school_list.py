"""The supplier list of a school: who stands in it, in which words, and what its sentences may claim."""

from datetime import date, timedelta

import pytest

from registry import access
from registry.access import Right, Viewer
from registry.errors import NotFound
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.product import Part
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.school_counts import counting_sentence, covenant_sentence
from registry.queries.school_list import school_list
from registry.services.agreements import add_agreement
from registry.services.annexes import accept_annex, propose_annex
from registry.services.products import add_product
from registry.services.schools import add_school
from registry.services.suppliers import add_supplier, note_covenant
from registry.services.uses import end_use, start_use

TODAY = date(2026, 8, 1)
SINCE = date(2025, 8, 1)


@pytest.fixture
def zandloper(session):
    return add_school(session, {"name": "De Zandloper"})


@pytest.fixture
def put(session, zandloper):
    """Give a school a product in use; a supplier is made when its name is new."""
    suppliers = {}

    def put(product, supplier="Lettervlieg B.V.", school=None, role=PartyRole.PROCESSOR, kind="lt", **fields):
        if supplier not in suppliers:
            suppliers[supplier] = add_supplier(session, {"name": supplier, "role": role})
        made = add_product(session, suppliers[supplier].id, {"name": product, "kind": kind})
        return start_use(session, (school or zandloper).id, made.id, {"since": SINCE, **fields})

    return put


@pytest.fixture
def describe(session):
    """Give a product an accepted privacy annex."""

    def describe(product, fields=None, **rows):
        annex = propose_annex(session, PrivacyAnnex, product.id, fields or {}, rows)
        return accept_annex(session, PrivacyAnnex, annex.id, SINCE)

    return describe


@pytest.fixture
def agree(session):
    """Let an agreement with a supplier be in force."""

    def agree(*products, arrangement="own_text", starts_on=SINCE, **fields):
        fields = {"status": AgreementStatus.IN_FORCE, "starts_on": starts_on, "arrangement": arrangement, **fields}
        rows = {"products": [{"product_id": product.id} for product in products]}
        return add_agreement(session, products[0].supplier_id, fields, rows)

    return agree


def names(found):
    return [row.product for row in found.rows]


def row(session, school, number=0):
    return school_list(session, school.id, TODAY).rows[number]


def sentence(found):
    return counting_sentence(found.counts, found.school.name, found.on, found.only_learning_materials)


class TestWhoStandsInIt:
    def test_two_schools_have_their_own_lists(self, session, zandloper, put):
        klok = add_school(session, {"name": "De Klok"})
        put("Letters")
        put("Sommen", school=klok)
        assert names(school_list(session, zandloper.id, TODAY)) == ["Letters"]
        assert names(school_list(session, klok.id, TODAY)) == ["Sommen"]

    def test_a_use_that_ended_yesterday_is_gone_and_was_there_yesterday(self, session, zandloper, put):
        end_use(session, put("Letters").id, TODAY - timedelta(days=1))
        assert names(school_list(session, zandloper.id, TODAY)) == []
        assert names(school_list(session, zandloper.id, TODAY - timedelta(days=1))) == ["Letters"]

    def test_a_use_that_starts_tomorrow_is_not_there_yet(self, session, zandloper, put):
        put("Letters", since=TODAY + timedelta(days=1))
        assert school_list(session, zandloper.id, TODAY).is_empty

    def test_a_use_outside_the_guide_is_left_out(self, session, zandloper, put):
        put("Letters", in_guide=False)
        assert names(school_list(session, zandloper.id, TODAY)) == []

    def test_headings_come_in_their_order_then_own_order_then_name(self, session, zandloper, put):
        for product, fields in {
            "Ster": {"kind": "communication"},
            "aap": {},
            "Boom": {},
            "Zon": {"guide_order": -1},
        }.items():
            put(product, **fields)
        found = school_list(session, zandloper.id, TODAY)
        assert [group.heading for group in found.groups] == ["Leermiddelen en toetsen", "Communicatie"]
        assert names(found) == ["Zon", "aap", "Boom", "Ster"]

    def test_a_legal_recipient_stands_apart_with_its_ground(self, session, zandloper, put):
        put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT, kind="sli", legal_basis="legal_obligation")
        found = school_list(session, zandloper.id, TODAY)
        assert found.groups == ()
        assert (found.recipients[0].supplier, found.recipients[0].ground) == ("DUO", "Wettelijke verplichting")

    def test_an_independent_controller_stands_apart_unless_the_board_gave_it_a_heading(self, session, zandloper, put):
        put("Zorg", "Samenwerkingsverband", role=PartyRole.INDEPENDENT_CONTROLLER, kind="other")
        put("Boeken", "Uitgeverij De Kade", role=PartyRole.INDEPENDENT_CONTROLLER)
        found = school_list(session, zandloper.id, TODAY)
        assert [row.product for row in found.recipients] == ["Zorg"]
        assert [group.heading for group in found.groups] == ["Leermiddelen en toetsen"]

    def test_only_learning_materials_leaves_the_rest_and_recipients_out(self, session, zandloper, put):
        put("Letters")
        put("Rooster", kind="sli")
        put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT, kind="other")
        assert names(school_list(session, zandloper.id, TODAY, only_learning_materials=True)) == ["Letters"]

    def test_another_viewers_school_does_not_exist(self, session, zandloper):
        session.expunge_all()
        access.bind(session, Viewer("coördinator", frozenset(Right), frozenset({99})))
        with pytest.raises(NotFound):
            school_list(session, 1, TODAY)


class TestWordsOfARow:
    def test_data_stand_in_plain_words_with_what_is_not_processed(self, session, zandloper, put, describe):
        product = put("Letters").product
        data = [{"category": "1.1", "subjects": ("pupil", "teacher")}, {"category": "12", "note": "inlogtijden"}]
        describe(product, data=data, denials=[{"statement": "geen BSN"}, {"statement": "leerresultaten"}])
        found = row(session, zandloper)
        assert found.data == "Naam, e-mailadres en opleiding; inlogtijden. Niet: BSN en leerresultaten"
        assert found.about_whom == "leerlingen en leraren"

    def test_makers_distributors_and_opened_modules_are_named(self, session, zandloper):
        kade, boek = (add_supplier(session, {"name": name}) for name in ("Uitgeverij De Kade", "Boekenboom"))
        lettervlieg = add_supplier(session, {"name": "Lettervlieg B.V."})
        parties = [{"supplier_id": kade.id, "part": Part.MAKER}, {"supplier_id": boek.id, "part": Part.DISTRIBUTOR}]
        product = add_product(
            session,
            lettervlieg.id,
            {"name": "Letters"},
            {"parties": parties, "modules": [{"name": "A"}, {"name": "B"}]},
        )
        start_use(session, zandloper.id, product.id, {"since": SINCE}, [product.modules[1].id])
        found = row(session, zandloper)
        assert found.supplier_text == "Lettervlieg B.V. (maker: Uitgeverij De Kade; distributeur: Boekenboom)"
        assert found.product_text == "Letters (onderdeel: B)"

    def test_groups_of_people_with_an_and_of_their_own_are_told_apart(self, session, zandloper, put, describe):
        describe(put("Letters").product, data=[{"category": "1.1", "subjects": ("pupil", "parent")}])
        assert row(session, zandloper).about_whom == "leerlingen; ouders en verzorgers"

    @pytest.mark.parametrize(
        ("fields", "rows", "outside"),
        [
            ({"no_subprocessors": True}, {"storage": [{"country": "NL"}]}, "nee"),
            ({}, {"storage": [{"country": "NL"}], "subprocessors": [{"name": "Wolk", "country": "DE"}]}, "nee"),
            ({}, {"storage": [{"country": "NL"}]}, ""),
            ({"no_subprocessors": True}, {}, ""),
            ({}, {"storage": [{"country": "NL"}], "subprocessors": [{"name": "Wolk"}]}, ""),
            ({}, {"storage": [{"country": "US"}], "subprocessors": [{"name": "Wolk"}]}, "ja: Verenigde Staten"),
        ],
    )
    def test_outside_the_eea_is_no_only_when_every_place_is_known(
        self, session, zandloper, put, describe, fields, rows, outside
    ):
        describe(put("Letters").product, fields, **rows)
        assert row(session, zandloper).outside_text == outside

    def test_a_recipient_without_annex_gets_the_data_in_its_own_country(self, session, zandloper, put):
        put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT)
        assert row(session, zandloper).outside_text == "nee"

    def test_without_an_annex_in_force_the_newest_proposal_speaks_and_is_marked(self, session, zandloper, put):
        product = put("Letters").product
        for category in ("9", "10"):
            propose_annex(session, PrivacyAnnex, product.id, {}, {"data": [{"category": category}]})
        found = row(session, zandloper)
        assert (found.data, found.is_proposal) == ("Foto’s en video’s", True)

    def test_what_is_unknown_is_a_gap_that_names_its_place(self, session, zandloper, put):
        use = put("Letters")
        gaps = [(gap.label, gap.where) for gap in row(session, zandloper).gaps]
        assert gaps == [
            ("Waarvoor, in gewone taal voor ouders", f"use/{use.id}/purpose_plain"),
            ("Privacybijsluiter", f"product/{use.product_id}/privacy_annexes"),
        ]

    def test_a_complete_row_has_no_gaps(self, session, zandloper, put, describe):
        use = put("Letters", purpose_plain="Om te leren lezen.")
        rows = {"data": [{"category": "1.1", "subjects": ("pupil",)}], "storage": [{"country": "NL"}]}
        describe(use.product, {"no_subprocessors": True}, **rows)
        assert row(session, zandloper).gaps == ()


class TestTheCountingSentence:
    def test_it_counts_products_suppliers_and_agreements(self, session, zandloper, put, agree):
        letters, _ = put("Letters").product, put("Sommen", "Rekenwolk")
        agree(letters)
        assert sentence(school_list(session, zandloper.id, TODAY)) == (
            "Op 1 augustus 2026 gebruikt De Zandloper 2 producten van 2 leveranciers. "
            "Met 1 van deze leveranciers geldt een verwerkersovereenkomst."
        )

    def test_it_says_all_only_when_every_product_of_every_supplier_is_covered(self, session, zandloper, put, agree):
        letters, more, sums = put("Letters").product, put("Klanken").product, put("Sommen", "Rekenwolk").product
        agree(letters)
        agree(sums)
        assert "alle" not in sentence(school_list(session, zandloper.id, TODAY))
        agree(more)
        assert "Met alle leveranciers in dit overzicht geldt een verwerkersovereenkomst." in sentence(
            school_list(session, zandloper.id, TODAY)
        )

    def test_an_agreement_that_ended_does_not_count(self, session, zandloper, put, agree):
        agree(put("Letters").product, status=AgreementStatus.TERMINATED, ended_on=TODAY - timedelta(days=1))
        assert sentence(school_list(session, zandloper.id, TODAY)).endswith(
            "In het register staat nog geen verwerkersovereenkomst die met deze leverancier geldt."
        )

    @pytest.mark.parametrize("arrangement", ["", "shadow_it"])
    def test_an_arrangement_that_is_not_settled_does_not_count(self, session, zandloper, put, agree, arrangement):
        agree(put("Letters").product, arrangement=arrangement)
        assert school_list(session, zandloper.id, TODAY).counts.with_agreement == 0

    def test_a_letter_is_told_as_a_letter(self, session, zandloper, put, agree):
        agree(put("Schoolfoto", "Fotostudio Kiekjes", kind="photo").product, arrangement="letter_or_mail")
        assert sentence(school_list(session, zandloper.id, TODAY)).endswith(
            "van 1 leverancier. Met 1 leverancier staan de afspraken in een brief, een e-mail of de voorwaarden."
        )

    def test_a_supplier_that_is_no_processor_keeps_all_from_being_said(self, session, zandloper, put, agree):
        agree(put("Letters").product)
        put("Boeken", "Uitgeverij De Kade", role=PartyRole.INDEPENDENT_CONTROLLER)
        found = sentence(school_list(session, zandloper.id, TODAY))
        assert "Met 1 van deze leveranciers geldt een verwerkersovereenkomst. 1 leverancier is geen verwerker." in found

    def test_it_does_not_say_that_the_school_uses_only_these_when_a_use_is_left_out(self, session, zandloper, put):
        put("Letters")
        put("Rooster", in_guide=False)
        assert sentence(school_list(session, zandloper.id, TODAY)).startswith(
            "Op 1 augustus 2026 staat er voor De Zandloper in dit overzicht 1 product van 1 leverancier."
        )

    def test_it_does_not_say_that_the_register_is_empty_when_all_is_left_out(self, session, zandloper, put):
        put("Rooster", in_guide=False)
        assert "geen producten in dit overzicht" in sentence(school_list(session, zandloper.id, TODAY))

    def test_recipients_are_counted_apart(self, session, zandloper, put):
        put("Inschrijving", "DUO", role=PartyRole.LEGAL_RECIPIENT)
        assert sentence(school_list(session, zandloper.id, TODAY)) == (
            "Op 1 augustus 2026 staan er voor De Zandloper geen producten in het register. "
            "Daarnaast krijgt 1 andere organisatie gegevens door een wet of voor een eigen taak."
        )

    def test_the_covenant_is_named_as_it_was_known_on_the_day(self, session, zandloper, put):
        for supplier, status in {"Rekenwolk": CovenantStatus.PARTICIPANT, "Kade": CovenantStatus.SUPPORTER}.items():
            use = put(f"van {supplier}", supplier)
            note_covenant(session, use.product.supplier_id, {"status": status, "checked_on": TODAY})
        assert covenant_sentence(school_list(session, zandloper.id, TODAY).counts) == (
            "1 van deze leveranciers is deelnemer en 1 is medestander van het Privacyconvenant Onderwijs."
        )
        assert covenant_sentence(school_list(session, zandloper.id, TODAY - timedelta(days=1)).counts) == ""


def test_the_number_of_queries_does_not_grow_with_the_list(session, zandloper, put, describe):
    from sqlalchemy import event

    def statements():
        seen = []
        session.expire_all()
        bind = session.get_bind()
        event.listen(bind, "before_cursor_execute", listener := lambda *call: seen.append(call[2]))
        school_list(session, zandloper.id, TODAY)
        event.remove(bind, "before_cursor_execute", listener)
        return len(seen)

    for number in range(2):
        describe(put(f"Letters {number}", f"Leverancier {number}").product, data=[{"category": "9"}])
    few = statements()
    for number in range(2, 12):
        describe(put(f"Letters {number}", f"Leverancier {number}").product, data=[{"category": "9"}])
    assert statements() == few
