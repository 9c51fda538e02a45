"""What a board fills in about its sign-in service."""

import pytest

from registry.errors import BrokenRule
from registry.model.account import Role
from registry.services.accounts.provider.settings import provider_settings

TENANT = "11111111-2222-3333-4444-555555555555"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0/.well-known/openid-configuration"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"OIDC_DISCOVERY": ""}, "REQUIRE_SSO"),
        ({"OIDC_DISCOVERY": "https://sso.example"}, "eindigen op"),
        ({"OIDC_CLIENT_SECRET": ""}, "OIDC_CLIENT_SECRET"),
        ({"OIDC_DEFAULT_ROLE": "administrator"}, "beheerder"),
        ({"OIDC_DEFAULT_ROLE": "baas"}, "baas"),
        ({"OIDC_ROLES": {"claim": "groups", "groups": {"g": "baas"}}}, "baas"),
        ({"OIDC_ROLES": {"claim": "groups"}}, "OIDC_ROLES"),
        ({"OIDC_ROLES": "geen json"}, "OIDC_ROLES"),
        ({"OIDC_ROLES": "[]"}, "OIDC_ROLES"),
    ],
)
def test_s27_settings_that_are_wrong_are_refused_with_the_reason(app, given, words):
    right = {"OIDC_DISCOVERY": ENTRA, "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y", "REQUIRE_SSO": True}
    with pytest.raises(BrokenRule, match=words):
        provider_settings({**app.config, **right, **given})


@pytest.mark.parametrize("given", ["Bestuur.example, @school.example", ["bestuur.example,", "@school.example", ""]])
def test_domains_are_read_however_they_are_written(app, given):
    right = {"OIDC_DISCOVERY": ENTRA, "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y", "OIDC_ALLOWED_DOMAINS": given}
    assert provider_settings({**app.config, **right}).domains == {"bestuur.example", "school.example"}


def test_settings_of_the_environment_are_texts(app):
    roles = '{"claim": "groups", "groups": {"g": "administrator"}}'
    right = {"OIDC_DISCOVERY": ENTRA, "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y", "OIDC_ROLES": roles}
    found = provider_settings({**app.config, **right})
    assert found.roles == (("g", Role.ADMINISTRATOR),)
    assert found.tenant == TENANT
