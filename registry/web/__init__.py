"""The screens: one module each, with its form and its pages. Each page declares which right it asks for."""

from flask import Flask

from registry.web import board, errors, frame, overview, papers, schools, surface
from registry.web.csrf import csrf

SCREENS = (overview, board, schools, papers)


def init(app: Flask) -> None:
    """Give the app its screens and all that stands around them."""
    csrf.init_app(app)
    surface.init(app)
    frame.init(app)
    errors.init(app)
    for screen in SCREENS:
        app.register_blueprint(screen.blueprint)
