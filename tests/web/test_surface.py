"""What every answer has, whatever was asked."""

import pytest

STRANGE_HOSTS = ["evil.example", "127.0.0.1.evil.example", "evil.example:5055", "10.0.0.1"]


@pytest.mark.parametrize("host", STRANGE_HOSTS)
@pytest.mark.parametrize("address", ["/", "/leveranciers/", "/bestaat-niet"])
def test_another_host_name_than_our_own_is_refused_without_repeating_it(app, host, address):
    app.testing = False
    answer = app.test_client().get(address, headers={"Host": host})
    assert answer.status_code == 400
    assert answer.text == "Dit register is niet op dit adres te bereiken."
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:5055"])
def test_our_own_host_names_are_let_in(app, host):
    assert app.test_client().get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/leveranciers/0", "/leveranciers/-1", "/leveranciers/1e3", "/leveranciers/9223372036854775808", "/x"]
)
def test_what_is_not_there_is_a_page_with_the_headers_of_every_other(app, address):
    answer = app.test_client().get(address)
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet." in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")


@pytest.mark.parametrize(
    ("address", "entry"),
    [("/leverancier-toevoegen/", "Leveranciers"), ("/documenten/veel", "Documenten"), ("/sjablonen/", "Documenten")],
)
def test_the_menu_tells_where_a_screen_without_an_entry_belongs(visitor, address, entry):
    assert visitor.open(address).texts("//nav[@id='menu']//a[@aria-current]") == [entry]
