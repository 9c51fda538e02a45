"""Chapters of the two years in which the board does something with others: rounds, a breach, stopping, a notice.

Each is its steps, each on its day, and what is due from one month's end through another: written by hand from the
rules. Schools, suppliers and products are those of `test_two_years`, and some of their own.
"""

from registry.model.app_request import Decision
from registry.model.breach import ReportDecision, TellDecision
from registry.model.deadline_kind import DeadlineKind as Kind
from registry.model.subprocessor_notice import NoticeDecision, TermSource, TermUnit
from tests.queries.deadlines.happening import (
    answer_request,
    ask,
    begin_stopping,
    breach,
    decide_on,
    dossier,
    finish,
    last_day_at,
    notice,
    plan,
    term,
)
from tests.queries.deadlines.life import BEGIN, D, accept_certificate, also_at, supply
from tests.queries.deadlines.rounds import answer, close, judge, open_year, resume, stop

ZANDLOPER, ZONNEWIJZER = "De Zandloper", "De Zonnewijzer"

# The first round: its last day is a Saturday, so who is late is late on Monday 1 March. Who judged 14 June 2027 looks
# again on 13 May 2028, a Saturday: Monday the 15th. Toetsduin is gone by then. Rijmelaar ends by the closing of the
# round, so its certificate, which ends in September, is nobody's business any more.
# The second round lies still over the end of April; De Zandloper is not asked about Toetsen, which it stopped by then.
TWO_ROUNDS = (
    [
        (BEGIN, also_at(ZONNEWIJZER, "Sommen", BEGIN)),
        (BEGIN, supply("Versvoet", "Rijmelaar", school=2)),
        (BEGIN, accept_certificate("Rijmelaar", "2026-08-01", "2027-09-30")),
        (D("2027-01-11"), open_year(2027, "2027-01-11", "2027-02-27")),
        (D("2027-02-22"), answer(2027, ZANDLOPER, "2027-02-22")),
        (D("2027-04-12"), answer(2027, ZONNEWIJZER, "2027-04-12", gone={"Rijmelaar": "2027-07-31"})),
        (D("2027-05-24"), judge(2027, "2027-05-24")),
        (D("2027-06-14"), close(2027, "2028-05-13", "2027-06-14")),
        (D("2028-02-07"), open_year(2028, "2028-02-07", "2028-03-31")),
        (D("2028-03-13"), answer(2028, ZANDLOPER, "2028-03-13")),
        (D("2028-04-17"), stop(2028, "2028-04-17")),
        (D("2028-05-08"), resume(2028)),
        (D("2028-06-05"), answer(2028, ZONNEWIJZER, "2028-06-05")),
        (D("2028-06-12"), judge(2028, "2028-06-12")),
        (D("2028-06-19"), close(2028, "2029-06-19", "2028-06-19")),
    ],
    [
        (Kind.ROUND, "2027-03-01", ZONNEWIJZER, "2027-03-31", "2027-03-31"),
        (Kind.ROUND, "2027-03-01", "het bestuur", "2027-03-31", "2027-04-30"),
        (Kind.ROUND, "2028-03-31", ZONNEWIJZER, "2028-03-31", "2028-03-31"),
        (Kind.ROUND, "2028-03-31", "het bestuur", "2028-03-31", "2028-03-31"),
        (Kind.ROUND, "2028-03-31", ZONNEWIJZER, "2028-05-31", "2028-05-31"),
        (Kind.ROUND, "2028-03-31", "het bestuur", "2028-05-31", "2028-05-31"),
        (Kind.AGREEMENT_REVIEW, "2028-05-15", "Lettervlieg B.V.", "2028-05-31", "2028-05-31"),
        (Kind.AGREEMENT_REVIEW, "2028-05-15", "Rekenwolk", "2028-05-31", "2028-05-31"),
    ],
)
# Known on Friday at half past midnight. The clock goes back that Sunday, so 72 hours later it is still Sunday, 23:30.
A_BREACH = (
    [
        (
            D("2027-10-29"),
            breach("Rekenwolk", "2027-10-29 09:00", what="Lijsten stonden open.", known_at="2027-10-29 00:30"),
        ),
        (
            D("2027-10-30"),
            breach("Rekenwolk", "2027-10-30 11:00", decision=ReportDecision.REPORT, decided_by="Bestuurder"),
        ),
        (
            D("2027-11-01"),
            breach(
                "Rekenwolk", "2027-11-01 12:00", reported_at="2027-11-01 11:00", late_reason="Het portaal lag stil."
            ),
        ),
        (D("2027-11-15"), breach("Rekenwolk", "2027-11-15 09:00", telling=TellDecision.NOT, closed_on="2027-11-15")),
    ],
    [(Kind.BREACH, "2027-10-31", "Rekenwolk", "2027-10-31", "2027-10-31")],
)
# The last school stops on Saturday 5 February 2028; until it said so, no statement is due. Asked on 1 March, so four
# weeks: the 29th. Then promised for Sunday 28 May, and not moved. What came said that all was gone on 4 February, while
# De Zandloper still used it: a new one is asked for.
THE_DOSSIER_OF_TOETSEN = (
    [
        (BEGIN, also_at(ZONNEWIJZER, "Toetsen", BEGIN)),
        (D("2027-11-08"), begin_stopping("Toetsen", "2027-11-08", owner="ICT-coördinator")),
        (D("2027-12-20"), last_day_at(ZONNEWIJZER, "Toetsen", "2027-12-24", "2027-12-20")),
        (D("2028-02-08"), last_day_at(ZANDLOPER, "Toetsen", "2028-02-05", "2028-02-08")),  # a month after the agreement
        (D("2028-03-01"), dossier("Toetsen", "2028-03-01", requested_on="2028-03-01")),
        (D("2028-04-10"), dossier("Toetsen", "2028-04-10", due_on="2028-05-28")),
        (D("2028-06-12"), dossier("Toetsen", "2028-06-12", received_on="2028-06-12", deleted_on="2028-02-04")),
        (D("2028-07-10"), dossier("Toetsen", "2028-07-10", received_on="2028-07-07", deleted_on="2028-07-05")),
        (D("2028-07-10"), dossier("Toetsen", "2028-07-10", done_on="2028-07-10")),
    ],
    [
        (Kind.DELETION_STATEMENT, "2028-02-05", "Toetsen", "2028-02-29", "2028-02-29"),
        (Kind.DELETION_STATEMENT, "2028-03-29", "Toetsen", "2028-03-31", "2028-03-31"),
        (Kind.DELETION_STATEMENT, "2028-05-28", "Toetsen", "2028-05-31", "2028-05-31"),
        (Kind.DELETION_STATEMENT, "2028-02-05", "Toetsen", "2028-06-30", "2028-06-30"),
    ],
)
# Where nobody knows the term, it waits since the message came. Six weeks after that Sunday is a Sunday as well.
A_NOTICE = (
    [
        (D("2027-02-14"), notice("Sommen", received_on="2027-02-14", name="Wolkenrek")),
        (D("2027-03-01"), term("Wolkenrek", term=6, term_unit=TermUnit.WEEKS, term_source=TermSource.CONTRACT)),
        (
            D("2027-04-05"),
            decide_on("Wolkenrek", "2027-04-05", decision=NoticeDecision.OBJECTION, decided_on="2027-03-25"),
        ),
        (D("2027-05-03"), decide_on("Wolkenrek", "2027-05-03", answered_on="2027-05-03")),
    ],
    [
        (Kind.OBJECTION, "2027-02-14", "Rekenwolk", "2027-02-28", "2027-02-28"),
        (Kind.OBJECTION, "2027-03-28", "Rekenwolk", "2027-03-31", "2027-04-30"),
    ],
)
AN_APP = (
    [
        (D("2028-01-15"), ask("Woordenwolf", ZANDLOPER, "2028-01-15")),  # two weeks later is a Saturday
        (D("2028-02-14"), answer_request("Woordenwolf", Decision.NO, "2028-02-14", reason="Letters kan dit al.")),
    ],
    [(Kind.APP_REQUEST, "2028-01-31", ZANDLOPER, "2028-01-31", "2028-01-31")],
)
AN_ACTION = (
    [
        (D("2026-09-07"), plan("Vraag de handleiding op", "Sommen", "2026-10-31")),  # a Saturday: not late that month
        (D("2026-12-14"), finish("Vraag de handleiding op", "2026-12-14")),
    ],
    [(Kind.ACTION, "2026-11-02", "Sommen", "2026-11-30", "2026-11-30")],
)
WITH_OTHERS = (TWO_ROUNDS, A_BREACH, THE_DOSSIER_OF_TOETSEN, A_NOTICE, AN_APP, AN_ACTION)
