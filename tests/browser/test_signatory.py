"""Who signs for the board: finds what awaits a signature, reads it, and writes down that it was signed."""

from registry.model.account import Role
from tests.browser.conftest import WITH_AND_WITHOUT
from tests.complete_register import complete_register


@WITH_AND_WITHOUT
def test_what_awaits_a_signature_is_signed(session, staff, come, script):
    complete_register(session)
    staff()
    signatory = come(Role.SIGNATORY, script=script)
    signatory.stands_on("Tekenen")
    signatory.follow("Lettervlieg B.V.", within="main")
    signatory.stands_on("Overeenkomst met Lettervlieg B.V.")
    signatory.sees("Het register tekent niet zelf")
    signatory.press("Leg de handtekening vast")
    signatory.sees("De handtekening onder de overeenkomst met Lettervlieg B.V. is vastgelegd.", within="body")
    signatory.sees("Er wacht niets op een handtekening.")
    signatory.is_refused("/leveranciers/1")
