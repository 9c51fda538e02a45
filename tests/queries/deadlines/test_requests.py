"""What was asked of a supplier, by a stage of its agreement or by letter, and is not answered in four weeks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from registry.calendar import TIME_TO_ANSWER, day_at_work
from registry.dutch import long_date
from registry.model import GeneratedDocument, StoredFile
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.model.deadline_kind import DeadlineKind
from registry.model.stored_file import FileContent
from registry.queries.deadlines.due import due
from registry.queries.deadlines.letters import ASKING
from registry.services.agreements.agreements import edit_agreement
from registry.services.paper import KINDS
from registry.services.uses.uses import end_use
from registry.database import change

KIND, TODAY = DeadlineKind.REQUEST, date.today()  # the history is written with the clock
ANSWER = day_at_work(TODAY + TIME_TO_ANSWER)
LONG_AFTER = TODAY + timedelta(days=90)
