"""What an agreement and its deviations say."""

AGREEMENT = {
    "soort": "verwerkersovereenkomst",
    "model": "eigen tekst",
    "eigen_tekst": True,
    "hoofdovereenkomst": "Leveringsovereenkomst Leeskist",
    "hoofdovereenkomst_datum": "12 januari 2026",
    "ingang": "1 augustus 2026",
    "einde": "31 juli 2029",
    "duur": "Zij geldt voor drie schooljaren.",
    "opzegtermijn": "Elke partij kan opzeggen met een termijn van drie maanden.",
    "verlenging": "Daarna wordt zij niet stilzwijgend verlengd.",
    "kenmerk": "2026-014",
    "wijze": "ondertekend op papier",
    "bewaartermijn": "drie maanden",
    "bijlagen": [
        "Bijlage 1 – Privacybijsluiter Leeskist",
        "Bijlage 1 – Privacybijsluiter Rekentoren",
        "Bijlage 2 – Beveiligingsbijlage Leeskist",
        "Bijlage 2 – Beveiligingsbijlage Rekentoren",
        "Bijlage 3 – Afwijkingen",
    ],
}
DEVIATIONS = [
    {
        "nr": 1,
        "onderwerp": "Datalekken",
        "afwijking": "melding binnen 36 uur in plaats van 24 uur",
        "reden": "de helpdesk is in het weekend niet bezet",
        "risico": "midden",
        "besluit": "aanvaard op 2 maart 2026",
    },
    {
        "nr": 2,
        "onderwerp": "Subverwerkers",
        "afwijking": "melding twintig dagen van tevoren",
        "reden": "de termijn bij de hostingpartij",
        "risico": "laag",
        "besluit": "aanvaard op 2 maart 2026",
    },
]
