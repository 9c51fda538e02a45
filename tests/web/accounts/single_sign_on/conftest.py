"""What tests of the sign-in service share: the service itself, and a browser that goes there and back."""

from urllib.parse import urlsplit

import pytest
import requests

from registry.services.accounts.provider.asking import provider_of
from tests.sign_in_service import CLIENT, SECRET, SignInService, running
from tests.visitor import Page

BEGIN, BACK = "/aanmelden/sso", "/aanmelden/sso/terug"


@pytest.fixture
def service(app):
    """The board's sign-in service, filled in in the settings."""
    service = SignInService()
    with running(service) as address:
        discovery = f"{address}/.well-known/openid-configuration"
        app.config.update(OIDC_DISCOVERY=discovery, OIDC_CLIENT_ID=CLIENT, OIDC_CLIENT_SECRET=SECRET)
        app.config["OIDC_NAME"] = "Schoolaccount"
        yield service
    provider_of.cache_clear()


def there(visitor, address=BEGIN):
    """Go to the sign-in service and sign in there; the address to which it sends the browser back."""
    sent = visitor.client.get(address)
    assert sent.status_code == 303, sent.text
    answer = requests.get(sent.headers["Location"], allow_redirects=False, timeout=10)
    back = urlsplit(answer.headers["Location"])
    assert back.path == BACK
    return f"{back.path}?{back.query}"


def round_trip(visitor, address=BEGIN):
    """Go there and back; the page on which one ends."""
    return Page(visitor.client.get(there(visitor, address)))


def is_in(visitor):
    return visitor.client.get("/mijn-account/").status_code == 200
