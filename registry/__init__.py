"""Verwerkersregister: which supplier gets which personal data of pupils, and the papers that follow from it."""

from typing import Any

from flask import Flask

from registry.paths import Instance, templates_folder

__version__ = "0.1.0"


def create_app(instance: Instance, *, makes_nothing: bool = False, **settings: Any) -> Flask:
    """Return the application of one school board, whose data lie in this instance folder.

    The folder and its secret key are made where they are missing, unless it is only to be looked at.
    """
    from registry import api, config, database, reference, web
    from registry.services.archive import swapping

    app = Flask(__name__, template_folder=str(templates_folder()))
    swapping.finish(instance)
    config.load(app, instance, settings, makes_nothing=makes_nothing)
    reference.init(app, instance.reference)
    database.init(app)
    web.init(app)
    api.init(app)
    return app
