"""Addresses: of mail, of telephones and on the web."""

import pytest

from registry import identifiers
from tests.identifiers.refusing import refused


@pytest.mark.parametrize(
    "address",
    ["privacy@dekade.nl", "jan+school@dekade.nl", "o'brien@dekade.example", "jan@münchen.de", "jän@dekade.nl"],
)
def test_an_email_address_stays_as_it_is(address):
    assert identifiers.email_address(address) == address


def test_the_domain_of_an_email_address_is_written_in_small_letters():
    assert identifiers.email_address(" Jan.Bos@DeKade.NL\r\n") == "Jan.Bos@dekade.nl"


def test_an_email_address_with_a_domain_in_punycode_is_written_in_letters():
    assert identifiers.email_address("jan@xn--mnchen-3ya.de") == "jan@münchen.de"


@pytest.mark.parametrize("written", ["", "jan", "jan@", "@dekade.nl", "jan@dekade", "jan@@dekade.nl", "a..b@dekade.nl"])
def test_another_email_address_is_refused_with_an_example(written):
    assert "naam@school.nl" in refused(identifiers.email_address, written)


@pytest.mark.parametrize(
    "written", ["Jan <jan@dekade.nl>", "a@dekade.nl, b@dekade.nl", "jan@[127.0.0.1]", "\ud800@a.nl"]
)
def test_more_than_a_bare_email_address_is_refused(written):
    assert "naam@school.nl" in refused(identifiers.email_address, written)


@pytest.mark.parametrize("written", ["x\r\nBcc: a@dekade.nl", "a@dekade.nl\r\nBcc: b@dekade.nl", "a\u202e@dekade.nl"])
def test_an_email_address_that_smuggles_is_refused(written):
    assert "naam@school.nl" in refused(identifiers.email_address, written)


def address_of(length):
    return "a" * 64 + "@" + ".".join(["b" * 62] * 3)[: length - 68] + ".nl"


def test_an_email_address_of_254_characters_is_accepted():
    assert len(identifiers.email_address(address_of(254))) == 254


def test_an_email_address_of_255_characters_is_refused_with_both_numbers():
    assert refused(identifiers.email_address, address_of(255)).endswith("hoogstens 254 tekens, dit zijn er 255.")


@pytest.mark.parametrize(
    "number",
    [
        "0485-123456",
        "+31 (0)6 12 34 56 78",
        "(+31) 612345678",
        "(030) 123 45 67",
        "0900 1234",
        "14 0485",
        "03/123.45.67",
    ],
)
def test_a_phone_number_stays_as_people_write_it(number):
    assert identifiers.phone_number(number) == number


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("030 - 123 45 67", "0301234567"),
        ("+31 (0)30 123 45 67", "+31301234567"),
        ("(030) 123.45/67", "0301234567"),
        ("(+31) 30-1234567", "+31301234567"),
    ],
)
def test_a_phone_dials_the_digits(written, told):
    assert identifiers.dialled(written) == told


def test_a_phone_number_gets_ordinary_blanks_and_dashes():
    assert identifiers.phone_number("\u00a0030\u00a0–\u00a0123 45 67") == "030 - 123 45 67"


@pytest.mark.parametrize(
    "written", ["", "bel Jan", "030-1234567 toestel 2", "030+1234567", "030\n1234567", "٠٣٠١٢٣٤٥٦٧"]
)
def test_a_phone_number_with_other_characters_is_refused_with_the_rule(written):
    assert "bestaat uit cijfers" in refused(identifiers.phone_number, written)


@pytest.mark.parametrize("written", ["1234", "(-)", "1" * 18])
def test_a_phone_number_with_too_few_or_too_many_digits_is_refused(written):
    assert "5 tot en met 17 cijfers" in refused(identifiers.phone_number, written)


def test_a_phone_number_that_is_mostly_blanks_is_refused():
    assert "hoogstens 40 tekens" in refused(identifiers.phone_number, "0485" + " " * 40 + "123456")


@pytest.mark.parametrize(
    "path", ["", "/", "/privacy?taal=nl#lijst", ":8443/x", "/é", "/?naar=http://kade.nl", "/{id}/100%25"]
)
@pytest.mark.parametrize("site", ["https://www.dekade.nl", "http://dekade.nl", "https://münchen.de"])
def test_a_web_address_stays_as_it_is(site, path):
    assert identifiers.web_address(site + path) == site + path


@pytest.mark.parametrize("written", ["www.dekade.nl/Pad", "WWW.DeKade.nl/Pad", " HTTPS://www.dekade.nl/Pad\n"])
def test_a_web_address_gets_a_scheme_and_a_host_in_small_letters(written):
    assert identifiers.web_address(written) == "https://www.dekade.nl/Pad"


@pytest.mark.parametrize(
    "written", ["data:text/html,x", "file:///etc/passwd", "ftp://dekade.nl", "mailto:jan@dekade.nl"]
)
def test_a_web_address_with_another_scheme_is_refused(written):
    assert "https://www.school.nl" in refused(identifiers.web_address, written)


@pytest.mark.parametrize(
    "script", ["javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "javascript://dekade.nl/%0ax"]
)
def test_a_script_is_refused_as_a_web_address(script):
    assert "https://www.school.nl" in refused(identifiers.web_address, script)


@pytest.mark.parametrize("written", ["//kade.nl", "\t//kade.nl", "https:kade.nl", "https:/kade.nl", "https:///kade.nl"])
def test_a_web_address_with_half_a_scheme_is_refused(written):
    assert "https://www.school.nl" in refused(identifiers.web_address, written)


@pytest.mark.parametrize("written", ["https://dekade.nl@kade.nl", "https://dekade.nl\\@kade.nl", "jan@dekade.nl"])
def test_a_web_address_with_a_name_before_the_site_is_refused(written):
    assert "https://www.school.nl" in refused(identifiers.web_address, written)


@pytest.mark.parametrize(
    "host", ["", ".", "dekade", "localhost:5000", "127.0.0.1", "2130706433", "[::1]", "[", "a..nl", "%6a.nl"]
)
def test_a_web_address_without_a_site_that_has_a_name_is_refused(host):
    assert "https://www.school.nl" in refused(identifiers.web_address, f"http://{host}")


@pytest.mark.parametrize("port", ["99999", "x", "-1"])
def test_a_web_address_with_an_impossible_port_is_refused(port):
    assert "https://www.school.nl" in refused(identifiers.web_address, f"dekade.nl:{port}")


@pytest.mark.parametrize("sign", [" ", "\t", "\r\n", "\x00", "\x7f", "\u202e", "\u200b", "\ud800", "<", ">", '"', "\\"])
def test_a_web_address_with_a_sign_that_belongs_in_no_address_is_refused(sign):
    assert "https://www.school.nl" in refused(identifiers.web_address, f"https://dekade.nl/a{sign}b")


def test_a_web_address_is_measured_with_the_scheme_that_is_added():
    longest = "a.nl/".ljust(2000 - len("https://"), "x")
    assert len(identifiers.web_address(longest)) == 2000
    assert "hoogstens 2000 tekens, dit zijn er 2001" in refused(identifiers.web_address, longest + "x")
