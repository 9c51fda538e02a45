"""The screens: one module each, with its form and its pages. Each page declares which right it asks for."""

from flask import Flask

from registry.web import (
    agreement_files,
    agreements,
    board,
    covenant_entries,
    custom_fields,
    errors,
    external_reviews,
    flow,
    frame,
    grid,
    many_papers,
    merging,
    official_model,
    overview,
    paper_pdfs,
    paper_previews,
    papers,
    privacy_annexes,
    products,
    schools,
    security_annexes,
    statements,
    suppliers,
    surface,
    uses,
    word_templates,
)
from registry.web.csrf import csrf

SCREENS = (
    overview,
    board,
    schools,
    grid,
    uses,
    suppliers,
    products,
    privacy_annexes,
    security_annexes,
    covenant_entries,
    external_reviews,
    merging,
    flow,
    custom_fields,
    papers,
    paper_previews,
    word_templates,
    official_model,
    paper_pdfs,
    many_papers,
    agreements,
    agreement_files,
    statements,
)


def init(app: Flask) -> None:
    """Give the app its screens and all that stands around them."""
    csrf.init_app(app)
    surface.init(app)
    frame.init(app)
    errors.init(app)
    for screen in SCREENS:
        app.register_blueprint(screen.blueprint)
