"""A sign-in service of our own, on this computer, that can be told to answer wrongly."""

import base64
import hashlib
import hmac
import json
import threading
import time
from contextlib import contextmanager
from functools import cache

from flask import Flask, Response, jsonify, redirect, request
from joserfc import jws
from joserfc.jwk import ECKey, KeySet, OKPKey, RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "register", "geheim+van/het register"
PERSON = {"sub": "jansen-1", "email": "ib@bestuur.example", "email_verified": True, "name": "IB’er"}


def encoded(value):
    """Base64 as tokens have it."""
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@cache
def first_key():
    """The key that every service begins with; making one takes as long as a whole test."""
    return new_key()


def new_key(kind=RSAKey, size=2048, kid="sleutel 1"):
    return kind.generate_key(size, {"kid": kid, "use": "sig"})


class SignInService:
    """The service: `person` is who signs in there, `claims` and `header` go over what the token says."""

    def __init__(self):
        self.key = first_key()
        self.algorithm, self.person, self.claims, self.header = "RS256", dict(PERSON), {}, {}
        self.about, self.sign, self.delay, self.instead = {}, None, 0, {}
        self.published, self.told, self.asked, self.codes = None, {}, [], {}
        self.address = ""

    def use(self, algorithm):
        """Sign with a key of this kind from now on."""
        kinds = {"ES256": (ECKey, "P-256"), "EdDSA": (OKPKey, "Ed25519")}
        self.algorithm, self.key = algorithm, new_key(*kinds.get(algorithm, (RSAKey, 2048)))

    def description(self, issuer):
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "PS256", "ES256", "EdDSA", "HS256", "none"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.about,
        }

    def keys(self):
        return self.published or KeySet([self.key]).as_dict(private=False)

    def authorize(self, issuer):
        """Note what was asked, and send the browser back with a code."""
        asked = dict(request.args)
        self.codes[code := f"code-{len(self.codes)}"] = asked
        return redirect(f"{asked['redirect_uri']}?code={code}&state={asked['state']}")

    def token(self, issuer):
        """Give the token for a code, once, to who knows the secret and the verifier."""
        sent = dict(request.form)
        asked = self.codes.pop(sent.get("code"), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        right = asked and (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if not (
            right and asked.get("code_challenge") == encoded(digest) and sent["redirect_uri"] == asked["redirect_uri"]
        ):
            return jsonify(error="invalid_grant"), 400
        now = int(time.time())
        claims = {
            "iss": issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked.get("nonce"),
            **self.person,
        }
        claims = {name: value for name, value in (claims | self.claims).items() if value is not None}
        return jsonify(access_token="toegang", token_type="Bearer", id_token=self.signed(claims))

    def signed(self, claims):
        if self.sign is not None:
            return self.sign(self, claims)
        header = {"alg": self.algorithm, "kid": self.key.kid, "typ": "JWT"} | self.header
        said = f"{encoded(header)}.{encoded(claims)}"
        # Not by serialize_compact, which writes no header that is wrong.
        return f"{said}.{encoded(jws.JWSRegistry.algorithms[self.algorithm].sign(said.encode(), self.key))}"


def by_public_key(service, claims):
    """A token signed with HS256, with the public key as its secret."""
    said = f"{encoded({'alg': 'HS256', 'kid': service.key.kid})}.{encoded(claims)}"
    return f"{said}.{encoded(hmac.digest(service.key.as_pem(private=False), said.encode(), 'sha256'))}"


def unsigned(service, claims):
    """A token that nobody signed."""
    return f"{encoded({'alg': 'none', 'kid': service.key.kid})}.{encoded(claims)}."


@contextmanager
def running(service, ssl_context=None):
    """Serve it on this computer; its address comes back, without a slash at its end."""
    app = Flask("sign_in_service")

    @app.before_request
    def answer():
        service.asked.append((request.path, time.monotonic()))
        issuer = request.host_url.rstrip("/")
        if (other := service.instead.get(request.path)) is not None:
            return other if isinstance(other, Response) else other()
        time.sleep(service.delay)
        match request.path:
            case "/.well-known/openid-configuration":
                return jsonify(service.description(issuer))
            case "/keys":
                return jsonify(service.keys())
            case "/authorize":
                return service.authorize(issuer)
            case "/token":
                return service.token(issuer)
            case "/userinfo":
                return jsonify(service.told)
        return Response(status=404)

    server = make_server("127.0.0.1", 0, app, threaded=True, ssl_context=ssl_context)
    thread = threading.Thread(target=server.serve_forever, args=[0.01], daemon=True)  # looks often whether it may stop
    thread.start()
    try:
        service.address = f"{'https' if ssl_context else 'http'}://127.0.0.1:{server.server_port}"
        yield service.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
