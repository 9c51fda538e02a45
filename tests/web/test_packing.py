"""Styles and scripts are sent packed to who takes them so; pages are not."""

import gzip

import pytest

STYLE = "/static/style.css"


def asked(client, address=STYLE, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(address, headers=named, buffered=True)


def test_a_style_is_sent_packed(app):
    client = app.test_client()
    plain, packed = asked(client), asked(client, Accept_Encoding="br, gzip;q=0.8")
    assert gzip.decompress(packed.data) == plain.data
    assert packed.content_length == len(packed.data) < len(plain.data) / 2
    assert (packed.content_encoding, plain.content_encoding) == ("gzip", None)
    assert "Accept-Encoding" in packed.vary
    assert "Accept-Encoding" in plain.vary


@pytest.mark.parametrize("taken", ["", "gzip;q=0", "br"])
def test_who_does_not_take_it_packed_gets_it_as_it_is(app, taken):
    answer = asked(app.test_client(), Accept_Encoding=taken)
    assert answer.content_encoding is None
    assert b":root" in answer.data


@pytest.mark.parametrize("first", ["gzip", ""])
def test_what_did_not_change_is_not_sent_again(app, first):
    client = app.test_client()
    known = asked(client, Accept_Encoding=first).headers["ETag"]
    answer = asked(client, Accept_Encoding="gzip", If_None_Match=known)
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_part_of_a_style_is_sent_as_it_is(app):
    answer = asked(app.test_client(), Accept_Encoding="gzip", Range="bytes=0-9")
    assert (answer.status_code, answer.content_encoding, len(answer.data)) == (206, None, 10)


@pytest.mark.parametrize("address", ["/", "/static/bestaat-niet.css"])
def test_a_page_is_not_packed(app, address):
    assert asked(app.test_client(), address, Accept_Encoding="gzip").content_encoding is None
