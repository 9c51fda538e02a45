"""What is believed of the word of the sign-in service: whose address it is, and which role."""

import pytest

from registry.model.account import Role
from registry.services.accounts.provided import role_of, trusted_email
from registry.services.accounts.provider.settings import ProviderSettings

INVITED = "ib@bestuur.example"
TENANT = "11111111-2222-3333-4444-555555555555"
WELL_KNOWN = "/.well-known/openid-configuration"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0{WELL_KNOWN}"
GOOGLE = f"https://accounts.google.com{WELL_KNOWN}"
TABLE = (("g-fg", Role.DPO), ("g-po", Role.PRIVACY_OFFICER))


def settings(discovery=f"https://sso.bestuur.example{WELL_KNOWN}", **more):
    return ProviderSettings(discovery, "x", "y", "z", **more)


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (None, Role.SIGNATORY),
        ([], Role.SIGNATORY),
        (["g-onbekend"], Role.SIGNATORY),
        (["administrator", "beheerder"], Role.SIGNATORY),
        ([f"g{number}" for number in range(5000)], Role.SIGNATORY),
        ({"g-po": True}, Role.SIGNATORY),
        ([["g-po"], {"g-po": 1}, 7, None], Role.SIGNATORY),
        ("g-po", Role.PRIVACY_OFFICER),
        (["g-po", "g-fg"], Role.DPO),
    ],
)
def test_s24_the_role_is_that_of_the_first_group_in_the_table_and_never_more(told, role):
    board = settings(role_claim="groups", roles=TABLE, default_role=Role.SIGNATORY)
    overage = {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://graph.example"}}}
    assert role_of(board, {"groups": told} if told is not None else overage) is role


@pytest.mark.parametrize(
    ("discovery", "claims", "is_trusted"),
    [
        (ENTRA, {"tid": TENANT}, True),
        (ENTRA, {"tid": "een andere"}, False),
        (ENTRA, {}, False),
        (ENTRA, {"tid": TENANT, "xms_edov": False}, False),
        (ENTRA, {"tid": TENANT, "xms_edov": "1"}, True),
        (ENTRA.replace(TENANT, "common"), {"tid": TENANT}, False),
        (GOOGLE, {"email_verified": True, "hd": "bestuur.example"}, True),
        (GOOGLE, {"email_verified": True}, False),
        (GOOGLE, {"hd": "bestuur.example"}, False),
    ],
)
def test_s24_whose_address_is_believed(discovery, claims, is_trusted):
    assert bool(trusted_email(settings(discovery), {"email": INVITED, **claims})) is is_trusted
