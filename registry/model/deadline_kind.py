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

    @property
    def is_planned(self) -> bool:
        """Whether people set the day themselves: at a weekend it moves to Monday. All other days stay as they are.

        Those follow from an agreement, a law or what happened, such as the last day of notice.
        """
        return self in _PLANNED

    @property
    def is_waiting(self) -> bool:
        """Whether its day is the one since which something waits, not one on which it had to be done."""
        return self in _WAITING


_PLANNED = {
    *(DeadlineKind.AGREEMENT_REVIEW, DeadlineKind.DPIA_REVIEW, DeadlineKind.STATEMENT_REVIEW),
    *(DeadlineKind.COVENANT_CHECK, DeadlineKind.REQUEST, DeadlineKind.ACTION, DeadlineKind.ROUND),
}
_WAITING = {DeadlineKind.COUNCIL_CONSENT, DeadlineKind.APP_REQUEST}
