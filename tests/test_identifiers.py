"""Numbers, codes and addresses: the spellings that are known, and the rule that is told for the others."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import identifiers
from registry.errors import InvalidIdentifier

RECOGNISERS = [
    identifiers.kvk_number,
    identifiers.brin,
    identifiers.site_code,
    identifiers.board_number,
    identifiers.rio_board,
    identifiers.postcode,
    identifiers.email_address,
    identifiers.phone_number,
    identifiers.web_address,
]
HOSTILE = [
    "a" * 50_000 + "!",
    "a@" * 25_000,
    "a." * 25_000,
    "0" * 50_000,
    "0 " * 25_000 + "x",
    "((((" * 12_500,
    "https://" + "a." * 25_000,
    "https://a.nl/" + "%" * 50_000,
    "b. " * 17_000,
    " " * 50_000 + "x",
    "-" * 50_000,
    "a" + "\u0301\u0316" * 25_000,
    "\ufdfa" * 50_000,
]


def refused(recognise, text):
    with pytest.raises(InvalidIdentifier) as refusal:
        recognise(text)
    return refusal.value.sentence


# KvK numbers


@pytest.mark.parametrize("written", ["64752577", " 64752577\n", "6475 2577", "64.75.25.77", "64\u00a0752\u00a0577"])
def test_a_kvk_number_is_eight_digits_without_separators(written):
    assert identifiers.kvk_number(written) == "64752577"


def test_a_kvk_number_of_seven_digits_gets_its_leading_zero_back():
    assert identifiers.kvk_number("1234567") == "01234567"


@pytest.mark.parametrize("written", ["", "123456", "123456789", "KvK 64752577", "6475257O", "1,2E+07", "-6475257"])
def test_another_kvk_number_is_refused_with_the_rule(written):
    assert refused(identifiers.kvk_number, written) == "Een KvK-nummer bestaat uit 8 cijfers."


@pytest.mark.parametrize("written", ["01-02-2026", "6475\n2577", "6475257\x00", "64752577\x1c"])
def test_a_kvk_number_with_other_separators_is_refused(written):
    assert refused(identifiers.kvk_number, written) == "Een KvK-nummer bestaat uit 8 cijfers."


@pytest.mark.parametrize("written", ["٦٤٧٥٢٥٧٧", "６４７５２５７７", "6475257²"])
def test_a_kvk_number_in_digits_other_than_ascii_is_refused(written):
    assert refused(identifiers.kvk_number, written) == "Een KvK-nummer bestaat uit 8 cijfers."


@pytest.mark.parametrize("written", ["00000000", "0000000", "0000 0000"])
def test_a_kvk_number_of_only_zeros_is_refused(written):
    assert "nullen" in refused(identifiers.kvk_number, written)


# Codes of schools and boards


@pytest.mark.parametrize("written", ["16SW", "16sw", " 16 SW ", "16-sw"])
def test_a_brin_has_one_spelling(written):
    assert identifiers.brin(written) == "16SW"


@pytest.mark.parametrize(
    "written", ["", "1234", "SW16", "16S", "16SWW", "16SW03", "16ß", "16ſW", "16\nSW", "16S\u0130"]
)
def test_another_brin_is_refused_with_the_rule(written):
    assert "2 cijfers en 2 letters" in refused(identifiers.brin, written)


@pytest.mark.parametrize("written", ["16SW03", "16SW 03", "16sw-03", "16sw–03", "16 sw 03"])
def test_a_site_code_has_one_spelling(written):
    assert identifiers.site_code(written) == "16SW03"


@pytest.mark.parametrize("written", ["", "16SW", "03", "16SW3", "16SW003", "16SW0A", "16SW/03"])
def test_another_site_code_is_refused_with_the_rule(written):
    assert "16SW03" in refused(identifiers.site_code, written)


def test_a_board_number_is_five_digits():
    assert identifiers.board_number(" 40235 ") == "40235"


@pytest.mark.parametrize("written", ["", "4023", "402355", "4023A", "٤٠٢٣٥"])
def test_another_board_number_is_refused_with_the_rule(written):
    assert refused(identifiers.board_number, written) == "Een bestuursnummer bestaat uit 5 cijfers."


@pytest.mark.parametrize("written", ["107B605", "107b605", "107 B 605"])
def test_a_rio_number_of_a_board_has_one_spelling(written):
    assert identifiers.rio_board(written) == "107B605"


@pytest.mark.parametrize("written", ["", "107X388", "107A605", "107B60", "1070605"])
def test_another_rio_number_is_refused_with_the_rule(written):
    assert "de letter B" in refused(identifiers.rio_board, written)


# Postcodes


@pytest.mark.parametrize("written", ["5831 CR", "5831CR", "5831 cr", " 5831\u00a0cr ", "NL-5831 CR"])
def test_a_postcode_has_one_spelling(written):
    assert identifiers.postcode(written) == "5831 CR"


@pytest.mark.parametrize(
    "written", ["", "0831 CR", "5831", "5831 C", "58311 CR", "5831 SS", "5831 ß", "D-47533", "5831\nCR"]
)
def test_another_postcode_is_refused_with_the_rule(written):
    assert "4 cijfers en 2 letters" in refused(identifiers.postcode, written)


# E-mail addresses


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


# Telephone numbers


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


# Web addresses


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


# Keys for comparing names


@pytest.mark.parametrize(
    "name",
    ["uitgeverij de kade", "UITGEVERIJ  DE KADE", "Ｕitgeverij De Kadé", "'Uitgeverij' De-Kade!", "uitgeverij_de_kade"],
)
def test_capitals_accents_and_punctuation_do_not_count(name):
    assert identifiers.name_key(name) == "uitgeverij de kade"


@pytest.mark.parametrize("form", ["B.V.", "BV", "b. v.", "N.V.", "V.O.F.", ", Ltd.", "GmbH", "Inc", "U.A."])
def test_a_legal_form_behind_the_name_does_not_count(form):
    assert identifiers.name_key(f"Uitgeverij De Kade {form}") == "uitgeverij de kade"


@pytest.mark.parametrize("form", ["Stichting", "Stg.", "Vereniging", "Coöperatie"])
def test_a_legal_form_before_the_name_does_not_count(form):
    assert identifiers.name_key(f"{form} De Kade") == "de kade"


@pytest.mark.parametrize(
    ("one", "other"),
    [("L.C.G. Kade", "LCG Kade"), ("J. Bos", "J.Bos"), ("Kade.Educatie", "Kade Educatie"), ("Foto's", "Foto’s")],
)
def test_names_that_differ_in_points_and_apostrophes_share_a_key(one, other):
    assert identifiers.name_key(one) == identifiers.name_key(other)


def test_a_composed_and_a_decomposed_letter_share_a_key():
    assert identifiers.name_key("V\u00f3\u00f3r") == identifiers.name_key("Vo\u0301o\u0301r") == "voor"


@pytest.mark.parametrize(("one", "other"), [("Plan X B.V.", "Plan B.V."), ("Kade 1", "Kade 2"), ("Boom", "Bomen")])
def test_names_that_differ_in_a_word_do_not_share_a_key(one, other):
    assert identifiers.name_key(one) != identifiers.name_key(other)


@pytest.mark.parametrize(
    ("name", "key"), [("B.V.", "b.v."), ("Stichting", "stichting"), ("★", "★"), ("!", "!"), ("", "")]
)
def test_a_name_of_which_nothing_is_left_is_its_own_key(name, key):
    assert identifiers.name_key(name) == key


@given(st.text(st.characters(), min_size=1))
def test_a_name_always_has_a_key(name):
    assert identifiers.name_key(name)


# Whatever comes in


@pytest.mark.parametrize("recognise", RECOGNISERS)
@settings(deadline=None)
@given(written=st.text(st.characters()) | st.text("0123456789AaBb .-+@:/()", max_size=12))
def test_any_text_gives_a_spelling_that_stays_or_a_refusal(recognise, written):
    try:
        spelling = recognise(written)
    except InvalidIdentifier:
        return
    assert spelling.isprintable()
    assert recognise(spelling) == spelling


@pytest.mark.parametrize("recognise", RECOGNISERS)
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_fifty_thousand_hostile_characters_are_refused_at_once(recognise, hostile):
    start = process_time()
    refused(recognise, hostile)
    assert process_time() - start < 0.1


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_fifty_thousand_hostile_characters_get_their_key_in_linear_time(hostile):
    start = process_time()
    identifiers.name_key(hostile)
    assert process_time() - start < 0.5
