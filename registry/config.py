"""The settings of one instance: defaults, then its settings.toml, then the environment, then what the caller says."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from typing import Any

from flask import Flask

from registry import mail
from registry.errors import BrokenRule
from registry.paths import Instance
from registry.settings import IN_PRACTICE, refuse_unknown, refuse_weak_keys, typed, whole_number

MEGABYTE = 1024 * 1024
PREFIX = "REGISTER_"


def load(app: Flask, instance: Instance, settings: Mapping[str, Any], *, makes_nothing: bool = False) -> None:
    """Give the app its settings; makes the instance folder and its secret key when they are not there and may be made.

    BrokenRule for a setting that is not known, of another kind than it should be, or a key that can be guessed.
    """
    if not makes_nothing:
        instance.prepare()
    defaults = _defaults(instance)
    app.config.from_mapping(defaults)
    written = _written(instance)
    refuse_unknown(written, [*defaults, *app.default_config])
    app.config.from_mapping(typed(written, app.config))
    told = {key.removeprefix(PREFIX): value for key, value in os.environ.items() if key.startswith(PREFIX)}
    if app.config["PRACTICE"]:  # the environment may be that of the real register
        told = {name: value for name, value in told.items() if name in IN_PRACTICE}
    app.config.from_mapping(typed(told, app.config))
    app.config.from_mapping(settings)
    app.config["SQLALCHEMY_DATABASE_URI"] = app.config["DATABASE_URL"]
    app.config["SECRET_KEY"] = app.config["SECRET_KEY"] or _secret_key(instance, makes_nothing)
    refuse_weak_keys(app.config)
    for name in ("BACKUPS_KEPT", "MAX_CONTENT_LENGTH", "MAX_FORM_MEMORY_SIZE", "MAX_FORM_PARTS"):
        whole_number(app.config, name)
    mail.server_of(app.config)  # a setting that will not do is told at the start


def _defaults(instance: Instance) -> dict[str, Any]:
    return {
        "INSTANCE": instance,
        "SECRET_KEY": "",  # nothing: the one in the instance folder
        "SECRET_KEY_FALLBACKS": [],  # keys of before, while cookies that they signed still count
        "BASE_URL": "",  # the address at which people open the register; needed beyond this device
        "TRUSTED_PROXIES": 0,  # how many proxies stand before the register; 0: what they say is ignored
        "SECURITY_CONTACT": [],  # what /.well-known/security.txt says; without a contact it is not there
        "SECURITY_POLICY": "",
        "SECURITY_ACKNOWLEDGMENTS": "",
        "SECURITY_ENCRYPTION": "",
        "DATABASE_URL": f"sqlite:///{instance.database.resolve().as_posix()}",
        "REPLICA_URL": "",  # a copy that follows DATABASE_URL; the pages for everybody read there
        "SIGN_IN": True,  # False: one person on their own device; never beyond loopback
        "REQUIRE_SECOND_FACTOR": False,
        "REQUIRE_SSO": False,
        "OIDC_DISCOVERY": "",  # the address that ends in /.well-known/openid-configuration; docs/beheer/aanmelden.md
        "OIDC_CLIENT_ID": "",
        "OIDC_CLIENT_SECRET": "",
        "OIDC_NAME": "het schoolaccount",  # behind "Aanmelden met" on the button
        "OIDC_ALLOWED_DOMAINS": [],  # whose address ends in one of these gets an account at the first sign-in
        "OIDC_ROLES": {},  # claim = "groups", groups = {"a group": "a role"}
        "OIDC_DEFAULT_ROLE": "",  # for whom OIDC_ROLES has no role; without it they are refused
        "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},  # what people typed stays out of every message
        **mail.DEFAULTS,
        "LOG_FORMAT": "text",  # or json
        "METRICS_KEY": "",  # who sends it reads the figures at /meetwaarden; without it there is nothing there
        "FINALS_KEPT_YEARS": 7,  # how long final papers stay; 0: for ever
        "HISTORY_NAMES_KEPT_YEARS": 7,  # how long the history names people; 0: for ever
        "BACKUP_FOLDER": "",  # where the backup of each day goes; nothing: none is made
        "BACKUPS_KEPT": 14,  # how many of those stay; 0: all
        "PRACTICE": False,  # a copy to practise on: pages say so, the environment only tells it IN_PRACTICE
        "MAX_CONTENT_LENGTH": 26 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 2 * MEGABYTE,
        "MAX_FORM_PARTS": 20_000,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_I18N_ENABLED": False,
        "TRUSTED_HOSTS": ["127.0.0.1", "localhost"],
    }


def _written(instance: Instance) -> dict[str, Any]:
    if not instance.settings.exists():
        return {}
    try:
        written = tomllib.loads(instance.settings.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BrokenRule(f"Het bestand settings.toml kan niet worden gelezen: {fault}.") from fault
    return {key.upper(): value for key, value in written.items()}


def _secret_key(instance: Instance, makes_nothing: bool) -> str:
    if not instance.secret_key.exists():
        if makes_nothing:
            return secrets.token_hex(32)  # for this once
        instance.secret_key.touch(mode=0o600)
        instance.secret_key.write_text(secrets.token_hex(32), encoding="ascii")
    return instance.secret_key.read_text(encoding="ascii")
