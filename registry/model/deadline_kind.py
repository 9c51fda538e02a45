"""What can be due: the kinds of deadline that people see, and that each may ask to be reminded of."""

from registry.model.columns import Listed


class DeadlineKind(Listed):
    """A kind of thing to do by a day."""

    AGREEMENT_END = "agreement_end", "einde van een overeenkomst"
    OUTSIDE_TERM = "outside_term", "gebruik zonder overeenkomst die geldt"
    NOTICE = "notice", "laatste dag om op te zeggen"
    AGREEMENT_REVIEW = "agreement_review", "overeenkomst opnieuw bekijken"
    CERTIFICATE_END = "certificate_end", "einde van een certificaat"
    OBJECTION = "objection", "bezwaar tegen een nieuwe subverwerker"
    DPIA_REVIEW = "dpia_review", "DPIA opnieuw bekijken"
    DELETION_STATEMENT = "deletion_statement", "verklaring van vernietiging"
    REQUEST = "request", "verzoek aan een leverancier zonder antwoord"
    COVENANT_CHECK = "covenant_check", "stand in het convenant nagaan"
    STATEMENT_REVIEW = "statement_review", "verklaring of schoolgids opnieuw bekijken"
    COUNCIL_CONSENT = "council_consent", "instemming van de raad"
    ACTION = "action", "actie"
    ROUND = "round", "antwoord in de jaarronde"
    APP_REQUEST = "app_request", "aanvraag van een leraar"
    BREACH = "breach", "datalek"
