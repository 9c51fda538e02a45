"""The screens: one module each, with its form and its pages. Each page declares which right it asks for."""

from flask import Flask

from registry.web import bodies, errors, frame, headers, hosts, overview, packing, reachable, security_txt, surface
from registry.web.accounts import accounts, forgotten, links, own, sign_in, single_sign_on
from registry.web.agreements import agreement_files, agreements, signing
from registry.web.annexes import privacy_annexes, security_annexes
from registry.web.asking import app_requests, practice_checks, staff, staff_addresses
from registry.web.board import accent, archive, board, custom_fields, statements
from registry.web.cases import breaches, closing_files, closing_lines, closings, notices, parent_asks
from registry.web.exports import cards, exports, school_lists, shown
from registry.web.help import accessibility, help, terms
from registry.web.help import places as help_places
from registry.web.history import history, undoing
from registry.web.imports import imports
from registry.web.keys import keys
from registry.web.lists import lists, together
from registry.web.papers import many_papers, official_model, paper_pdfs, paper_previews, papers, word_templates
from registry.web.parents import parents_page, parents_page_settings
from registry.web.products import flow, products
from registry.web.reading import reading
from registry.web.reminders import calendar_feed, places, reminders
from registry.web.rounds import agreement_rounds, closing_rounds, rounds, school_rounds
from registry.web.search import search
from registry.web.signals import signals
from registry.web.suppliers import covenant_entries, external_reviews, merging, suppliers
from registry.web.uses import grid, grid_undo, schools, uses
from registry.web.watching import figures, health, request_log
from registry.web.year import actions, deadlines, looking_back, year

SCREENS = (
    overview,
    search,
    help,
    terms,
    accessibility,
    board,
    accent,
    schools,
    grid,
    grid_undo,
    uses,
    suppliers,
    lists,
    together,
    products,
    privacy_annexes,
    security_annexes,
    reading,
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
    signing,
    year,
    deadlines,
    signals,
    rounds,
    school_rounds,
    agreement_rounds,
    closing_rounds,
    actions,
    practice_checks,
    app_requests,
    staff_addresses,
    staff,
    closings,
    closing_lines,
    closing_files,
    breaches,
    notices,
    looking_back,
    parent_asks,
    statements,
    sign_in,
    single_sign_on,
    links,
    forgotten,
    own,
    reminders,
    calendar_feed,
    accounts,
    parents_page,
    parents_page_settings,
    history,
    undoing,
    security_txt,
    keys,
    archive,
    imports,
    exports,
    shown,
    cards,
    school_lists,
    health,
    figures,
)


def init(app: Flask) -> None:
    """Give the app its screens and all that stands around them."""
    app.before_request(surface.as_nobody)  # first: a refusal is a page too
    hosts.init(app)
    headers.init(app)
    packing.init(app)
    bodies.init(app)
    surface.init(app)
    reachable.init(app)
    frame.init(app)
    places.init(app)
    help_places.init(app)
    forgotten.init(app)
    errors.init(app)
    single_sign_on.init(app)
    request_log.init(app)  # last: it goes around all others
    for screen in SCREENS:
        app.register_blueprint(screen.blueprint)
