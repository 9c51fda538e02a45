"""The screens of schools."""


def test_a_school_is_added_and_shown(visitor):
    page = visitor.submit("/scholen/nieuw", name="De Zandloper", site_code="99xx 01")
    assert page.heading == "De Zandloper"
    assert "99XX01" in page.text


def test_a_wrong_site_code_keeps_what_was_typed(visitor):
    page = visitor.submit("/scholen/nieuw", name="De Zandloper", site_code="zomaar")
    assert page.status == 422
    assert dict(page.values())["name"] == "De Zandloper"
    assert len(page.errors) == 1


def test_the_second_saver_is_told_what_changed(visitor):
    visitor.submit("/scholen/nieuw", name="De Zandloper")
    opened = visitor.open("/scholen/1/wijzigen")
    visitor.submit("/scholen/1/wijzigen", name="De Zonnewijzer")
    page = visitor.send("/scholen/1/wijzigen", opened, city="Zuiderveen")
    assert page.status == 409
    assert "De Zonnewijzer" in page.text
    assert visitor.open("/scholen/1").heading == "De Zonnewijzer"
    again = visitor.send("/scholen/1/wijzigen", page)
    assert again.heading == "De Zandloper"
    assert "Zuiderveen" in again.text
