"""Which place in the manual belongs to which screen: by blueprint, and by itself where that says too little."""

from flask import Flask, request, url_for

PLACES = {
    "overview": "start#het-overzicht",
    "search": "start#zoeken",
    "help": "start",
    "terms": "start#begrippen",
    "accessibility": "start#toegankelijkheid",
    "board": "scholen-en-bestuur#het-bestuur-invullen",
    "custom_fields": "scholen-en-bestuur#eigen-velden",
    "schools": "scholen-en-bestuur#een-school-toevoegen",
    "suppliers": "leveranciers-en-producten#een-leverancier-toevoegen",
    "lists": "leveranciers-en-producten#producten-overeenkomsten-en-bijlagen-in-één-lijst",
    "together": "leveranciers-en-producten#iets-doen-met-meer-regels-tegelijk",
    "flow": "leveranciers-en-producten#een-leverancier-toevoegen",
    "merging": "leveranciers-en-producten#twee-keer-dezelfde-leverancier",
    "covenant_entries": "leveranciers-en-producten#het-convenant-nagaan",
    "external_reviews": "leveranciers-en-producten#een-toets-door-anderen",
    "products": "leveranciers-en-producten#een-product",
    "privacy_annexes": "bijlagen#de-privacybijsluiter",
    "security_annexes": "bijlagen#de-beveiligingsbijlage",
    "reading": "bijlagen#een-bijlage-laten-inlezen",
    "agreements": "overeenkomsten#een-afspraak-vastleggen",
    "agreement_files": "overeenkomsten#bestanden-bewaren",
    "signing": "overeenkomsten#tekenen",
    "grid": "gebruik-per-school#vinkjes-zetten",
    "grid_undo": "gebruik-per-school#vinkjes-ongedaan-maken",
    "uses": "gebruik-per-school#een-gebruik-aanvullen",
    "papers": "papieren#een-document-maken",
    "paper_previews": "papieren#eerst-bekijken",
    "paper_pdfs": "papieren#een-document-maken",
    "many_papers": "papieren#veel-documenten-tegelijk",
    "word_templates": "papieren#eigen-sjablonen",
    "official_model": "papieren#het-officiële-model",
    "parents_page_settings": "ouderpagina#de-pagina-aanzetten",
    "statements": "verklaringen#een-tekst-toevoegen",
    "year": "signalen-en-termijnen#het-jaar-in-één-scherm",
    "deadlines": "signalen-en-termijnen#termijnen",
    "signals": "signalen-en-termijnen#signalen",
    "actions": "signalen-en-termijnen#acties",
    "reminders": "signalen-en-termijnen#herinneringen",
    "looking_back": "signalen-en-termijnen#terugkijken",
    "rounds": "jaarronde#een-jaarronde-openen",
    "school_rounds": "jaarronde#antwoorden-per-school",
    "agreement_rounds": "jaarronde#overeenkomsten-beoordelen",
    "closing_rounds": "jaarronde#de-ronde-afsluiten",
    "practice": "jaarronde#papier-en-praktijk",
    "app_requests": "incidenten#een-leraar-vraagt-een-app",
    "staff_addresses": "incidenten#een-leraar-vraagt-een-app",
    "staff": "incidenten#een-leraar-vraagt-een-app",
    "breaches": "incidenten#een-datalek",
    "notices": "incidenten#een-subverwerker-verandert",
    "closings": "incidenten#stoppen-met-een-product",
    "closing_lines": "incidenten#stoppen-met-een-product",
    "closing_files": "incidenten#stoppen-met-een-product",
    "parent_asks": "incidenten#een-ouder-vraagt",
    "imports": "inlezen-en-uitvoeren#een-lijst-inlezen",
    "exports": "inlezen-en-uitvoeren#uitvoer",
    "shown_lists": "inlezen-en-uitvoeren#uitvoer",
    "school_lists": "inlezen-en-uitvoeren#uitvoer",
    "cards": "inlezen-en-uitvoeren#kaarten",
    "archive": "inlezen-en-uitvoeren#alles-meenemen",
    "accounts": "accounts#iemand-uitnodigen",
    "own_account": "accounts#uw-eigen-account",
    "keys": "accounts#api-sleutels",
    "history": "accounts#geschiedenis",
    "undoing": "accounts#een-wijziging-terugdraaien",
    "sign_in": "accounts#aanmelden",
    "single_sign_on": "accounts#aanmelden",
    "links": "accounts#aanmelden",
    "forgotten": "accounts#aanmelden",
}
"""For each blueprint with pages: chapter#heading; a test holds this against the routes and the chapters."""
SCREENS = {
    "suppliers.index": "leveranciers-en-producten#de-lijst-van-leveranciers",
    "suppliers.show": "leveranciers-en-producten#de-bladzijde-van-een-leverancier",
    "lists.products": "leveranciers-en-producten#de-lijst-van-producten",
    "lists.agreements": "overeenkomsten#de-lijst-van-overeenkomsten",
    "lists.annexes": "bijlagen#de-lijst-van-bijlagen",
    "agreements.end": "overeenkomsten#vervangen-of-beëindigen",
    "agreements.replace": "overeenkomsten#vervangen-of-beëindigen",
    "schools.index": "scholen-en-bestuur#de-lijst-van-scholen",
    "schools.show": "scholen-en-bestuur#de-bladzijde-van-een-school",
}
"""For a screen that has another place than the rest of its blueprint."""


def init(app: Flask) -> None:
    """Give every template the address of the help that belongs to its screen."""
    app.context_processor(lambda: {"help_url": help_url})


def help_url() -> str:
    """Return where the manual tells about the screen that is asked for; its contents where no screen is."""
    place = SCREENS.get(request.endpoint or "") or PLACES.get(request.blueprint or "")
    if place is None:
        return url_for("help.index")
    chapter, _, heading = place.partition("#")
    return url_for("help.show", name=chapter, _anchor=heading or None)
