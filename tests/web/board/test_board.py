"""The screen of the board."""

NASTY = "Stichting <b>Getijden</b> & “zonen” 🌊"


def test_an_empty_register_asks_for_its_board(visitor):
    page = visitor.open("/bestuur/")
    assert page.heading == "Het bestuur"
    assert page.response.request.path == "/bestuur/wijzigen"


def test_the_name_alone_is_enough_to_begin(visitor):
    page = visitor.submit("/bestuur/wijzigen", name="Stichting Getijden")
    assert page.response.request.path == "/"
    assert "De gegevens van het bestuur zijn bewaard." in page.text


def test_a_board_without_a_name_is_refused(visitor):
    page = visitor.submit("/bestuur/wijzigen", name=" ", city="Zuiderveen")
    assert page.status == 422
    assert dict(page.values())["city"] == "Zuiderveen"
    assert len(page.errors) == 1


def test_what_is_missing_is_shown_as_missing(visitor):
    visitor.submit("/bestuur/wijzigen", name="Stichting Getijden", kvk="1234567")
    page = visitor.open("/bestuur/")
    assert "KvK-nummer 01234567" in page.text
    assert len(page.texts("//span[@class='gap']")) >= 5


def test_a_wrong_number_stands_at_its_field_and_the_form_stays_open(visitor):
    page = visitor.submit("/bestuur/wijzigen", name="Stichting Getijden", kvk="ABC")
    assert page.status == 422
    assert [error.split(":")[0] for error in page.errors] == ["KvK-nummer"]
    assert page.tree.xpath("//input[@name='kvk']/ancestor::details[@open]")


def test_any_text_comes_back_as_it_was_typed(visitor):
    visitor.submit("/bestuur/wijzigen", name=NASTY)
    assert visitor.open("/bestuur/").heading == NASTY
    assert dict(visitor.open("/bestuur/wijzigen").values())["name"] == NASTY


def test_a_name_that_nobody_has_is_refused(visitor):
    assert visitor.submit("/bestuur/wijzigen", name="a" * 10_000).status == 422
    assert visitor.submit("/bestuur/wijzigen", name="a\x00b").status == 422


def test_two_who_set_up_the_board_at_once_do_not_overwrite_each_other(visitor):
    opened = visitor.open("/bestuur/wijzigen")
    visitor.submit("/bestuur/wijzigen", name="Stichting Getijden")
    page = visitor.send("/bestuur/wijzigen", opened, name="Stichting Eb")
    assert page.status == 409
    assert visitor.open("/bestuur/").heading == "Stichting Getijden"
