"""Example values of two versions of an annex side by side."""

ANNEX_CHANGE = {
    "onderwerp": "Opslag",
    "wat": "Verenigde Staten",
    "soort": "erbij",
    "was": "stond er niet in",
    "wordt": "Springfield (Verenigde Staten)",
}
COMPARISON = {
    "product": "Leeskist",
    "leverancier": "Uitgeverij De Kade B.V.",
    "oud": "Privacybijsluiter, versie 2.0",
    "nieuw": "Privacybijsluiter, versie 2.1 van 15 februari 2026",
    "stand": "De nieuwe versie is een voorstel.",
    "bereik": "1 school krijgt met de nieuwe versie te maken.",
    "aandacht": [ANNEX_CHANGE | {"reden": "buiten de EER: Verenigde Staten"}],
    "rijen": [ANNEX_CHANGE | {"onderwerp": "Doelen", "wat": "Toegang geven", "soort": "vervallen"}],
    "telzin": "2 verschillen: 1 erbij en 1 vervallen.",
}
MEASURE_CHANGE = {
    "onderwerp": "Maatregelen",
    "wat": "Multifactorauthenticatie",
    "soort": "veranderd",
    "was": "voldoet",
    "wordt": "voldoet niet",
}
SECURITY_COMPARISON = COMPARISON | {
    "oud": "Beveiligingsbijlage, versie 2.0",
    "nieuw": "Beveiligingsbijlage, versie 2.1 van 15 februari 2026",
    "aandacht": [MEASURE_CHANGE | {"reden": "de maatregel is niet genomen"}],
    "rijen": [MEASURE_CHANGE | {"onderwerp": "Certificaten", "wat": "ISO 27001", "soort": "vervallen"}],
}
