"""What the sources' tests share: a register in which the module's SOURCE has been entered, and the papers of it."""

from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from registry import access, create_app
from registry.cli import main
from registry.database import change, db, session_for
from registry.errors import BrokenRule, RegisterError
from registry.model import (
    Breach,
    PracticeCheck,
    PrivacyAnnex,
    Product,
    School,
    SchoolBoard,
    SecurityAnnex,
    SubprocessorNotice,
    Supplier,
)
from registry.paths import Instance
from registry.queries.signals.told import all_signals
from registry.services.paper import KINDS, Order, Templates, compose, draft, make_final
from tests.seeds.desk import Desk
from tests.seeds.reading import ReadPaper

ON = date(2025, 9, 1)
RECORDS = {
    "school": School,
    "school_board": SchoolBoard,
    "supplier": Supplier,
    "product": Product,
    "privacy_annex": PrivacyAnnex,
    "security_annex": SecurityAnnex,
    "breach": Breach,
    "subprocessor_notice": SubprocessorNotice,
    "practice_check": PracticeCheck,
}
SUBJECTS = {code: RECORDS[kind.subject] for code, kind in KINDS.items()}


def order(code, subject):
    """The order of this kind of paper about this record."""
    return Order(KINDS[code], subject.id, ON, ON)


class TriedOut(Exception):
    """What a test tried out is to be undone."""


@pytest.fixture(scope="module")
def source_database(databases, tmp_path_factory):
    """A database for all tests of one module."""
    url = databases.make(tmp_path_factory.mktemp("source"))
    yield url
    databases.drop(url)


@pytest.fixture(scope="module")
def desk(request, source_database, tmp_path_factory):
    """The desk at which the module's SOURCE was entered, once for all its tests."""
    app = create_app(
        Instance(tmp_path_factory.mktemp("instance")), DATABASE_URL=source_database, TESTING=True, SIGN_IN=False
    )
    with app.app_context():
        desk = Desk(session_for(access.BUILT_IN))
        request.module.SOURCE.enter(desk)
        yield desk
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def trying_out(desk):
    """Let a test change the register; afterwards it is as the source left it."""
    with suppress(TriedOut), change(desk.session, "uitgeprobeerd"):
        yield
        raise TriedOut


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    return Templates(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def paper(desk, templates):
    """Make a draft of a kind of paper about whatever has this name, and read it back."""

    def make(code, name):
        return ReadPaper.of(draft(compose(desk.session, order(code, desk.find(SUBJECTS[code], name))), templates))

    kept = cache(make)
    return lambda code, name: (make if "change" in desk.session.info else kept)(code, name)  # anew while trying out


@pytest.fixture(scope="module")
def every_text(desk, templates):
    """The text of the lists, agreements and leaflets that can be made of all that was entered, in lower case."""
    texts = []
    for code in ("schoolgids", "schoolgids-leermiddelen", "agreement", "annex-1"):
        for subject in desk.session.scalars(select(SUBJECTS[code])).all():
            with suppress(BrokenRule):  # no annex yet, or a recipient with whom no agreement is made
                made = draft(compose(desk.session, order(code, subject)), templates)
                texts.append(ReadPaper.of(made).text.lower())
    return "\n".join(texts)


@pytest.fixture
def refused_as_final(desk, templates):
    """Ask for a final paper that may not be, and tell why it may not."""

    def refused_as_final(code, name):
        paper = compose(desk.session, order(code, desk.find(SUBJECTS[code], name)))
        with pytest.raises(RegisterError) as caught:
            make_final(desk.session, paper, templates, datetime.now(UTC))
        return caught.value.sentence

    return refused_as_final


@pytest.fixture
def promises(desk):
    """What the register says of texts that promise more than it carries: the sentence by the code of the signal."""
    return lambda: {one.signal.code: one.signal.sentence for one in all_signals(desk.session, ON) if not one.supplier}


@pytest.fixture
def command(desk, source_database, tmp_path, monkeypatch):
    """Run the program on the register with these words; files go into the test's own folder."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", source_database)
    monkeypatch.chdir(tmp_path)

    def command(*words):
        desk.session.rollback()  # an open look at the database would keep the command from writing
        return CliRunner().invoke(main, ["--instance", "instance", *words])

    return command
