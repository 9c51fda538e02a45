"""Numbers and codes: the spellings that are known, and the rule that is told for the others."""

import pytest

from registry import identifiers
from tests.identifiers.refusing import refused


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


@pytest.mark.parametrize("written", ["5831 CR", "5831CR", "5831 cr", " 5831\u00a0cr ", "NL-5831 CR"])
def test_a_postcode_has_one_spelling(written):
    assert identifiers.postcode(written) == "5831 CR"


@pytest.mark.parametrize(
    "written", ["", "0831 CR", "5831", "5831 C", "58311 CR", "5831 SS", "5831 ß", "D-47533", "5831\nCR"]
)
def test_another_postcode_is_refused_with_the_rule(written):
    assert "4 cijfers en 2 letters" in refused(identifiers.postcode, written)
