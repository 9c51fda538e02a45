"""The planted register with everybody signed in; it can be looked at as a whole, and set back to how it was."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

import sqlalchemy as sa

from registry.access import BUILT_IN
from registry.database import db, engine, session_for
from registry.model import Base
from registry.model.account import Role
from registry.model.signing_in import Passing
from registry.paths import Instance
from registry.services.accounts.accounts import invite
from registry.services.accounts.joining import choose_password
from registry.services.accounts.sessions import begin_session, session_with, viewer_for
from registry.web.accounts.signed_in import TOKEN
from tests.matrix.planted import planted
from tests.matrix.typed import PASSWORD
from tests.visitor import Visitor

PASSING = {mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, Passing)}
PASSING.add("audit_chain")  # its end moves with each note
A, B = 0, 1  # the two schools
# Who there are: a role, and the schools it is limited to.
PEOPLE = {
    "beheerder": (Role.ADMINISTRATOR, ()),
    "privacy officer": (Role.PRIVACY_OFFICER, ()),
    "coördinator van A": (Role.SCHOOL_COORDINATOR, (A,)),
    "coördinator van B": (Role.SCHOOL_COORDINATOR, (B,)),
    "ondertekenaar": (Role.SIGNATORY, ()),
    "FG": (Role.DPO, ()),
    "lezer van A": (Role.DPO, (A,)),
}
STRANGER = "niet aangemeld"


class World:
    """The register, its visitors by who they are, and the numbers of what was planted."""

    def __init__(self, app, databases, folder):
        self.app, self.databases, self.folder = app, databases, folder
        self.url = databases.make(folder)
        self._connect()
        with app.app_context():
            session = session_for(BUILT_IN)
            moment = (datetime(2026, 8, 1, 12, tzinfo=UTC), folder / "none")
            self.numbers = planted(session, moment)
            tokens = {who: self._sign_in(session, who) for who in PEOPLE}
            self.viewers = {who: viewer_for(session_with(session, token).account) for who, token in tokens.items()}
            self.sessions = {who: session_with(session, token).id for who, token in tokens.items()}
            db.session.remove()
        self.visitors = {who: self._visitor(token) for who, token in tokens.items()} | {STRANGER: self._visitor(None)}
        self.tokens = {who: self._csrf(visitor) for who, visitor in self.visitors.items()}
        self.cookies = {who: self._cookie(visitor) for who, visitor in self.visitors.items()}
        self._keep()

    def snapshot(self):
        """Return all rows of all tables, but for those that come and go with signing in, and notes in the history."""
        tables = [table for table in Base.metadata.sorted_tables if table.name not in PASSING]
        if not self._is_new(tables):
            return self.seen
        with closing(self.engine.raw_connection()) as connection:
            rows = {table.name: _read(connection, _rows(table, self.engine.dialect)) for table in tables}
        self.seen = rows
        return rows

    def _is_new(self, tables):
        """Whether anything was written since the last look, which the file or the server tells far quicker."""
        before, self.digest = getattr(self, "digest", ""), self._digest(tables)
        return self.digest != before

    def _digest(self, tables):
        if self.url.startswith("sqlite"):
            return sha256((self.folder / "register.sqlite").read_bytes()).hexdigest()
        rows = ", ".join(f"(SELECT string_agg(each::text, ' ') FROM {table.name} each)" for table in tables)
        with self.engine.connect() as connection:
            return connection.exec_driver_sql(f"SELECT md5(concat_ws('|', {rows}))").scalar_one()

    def set_back(self, has_changed=True):
        """Make everybody's cookie, and the database where that has changed, what they were after planting."""
        for who, visitor in self.visitors.items():
            with visitor.client.session_transaction() as cookie:
                cookie.clear()
                cookie.update(self.cookies[who])
        if not has_changed:
            return
        self.engine.dispose()
        if self.url.startswith("sqlite"):
            shutil.copyfile(self.kept, self.folder / "register.sqlite")
        else:
            self.databases.drop(self.url)
            self.url = self.databases.copy_of(self.kept)
            self._connect()

    def close(self):
        """Let go of the databases."""
        self.engine.dispose()
        for url in {self.url, self.kept} if not self.url.startswith("sqlite") else ():
            self.databases.drop(url)

    def _connect(self):
        self.engine = sa.create_engine(self.url)
        engine.prepare(self.engine)
        db._app_engines[self.app][None] = self.engine

    def _keep(self):
        self.engine.dispose()
        if self.url.startswith("sqlite"):
            self.kept = self.folder / "kept.sqlite"
            shutil.copyfile(self.folder / "register.sqlite", self.kept)
        else:
            self.kept, self.url = self.url, self.databases.copy_of(self.url)
            self._connect()

    def _sign_in(self, session, who):
        role, schools = PEOPLE[who]
        chosen = [self.numbers["", "school_id"][place] for place in schools]
        fields = {"name": who, "email": f"{list(PEOPLE).index(who)}@getijden.example", "role": role}
        account, token = invite(session, fields, chosen)
        account = choose_password(session, token, PASSWORD)
        session = session_for(BUILT_IN)
        return begin_session(session, account, "matrix")

    def _visitor(self, token):
        client = self.app.test_client()
        if token is not None:
            with client.session_transaction() as cookie:
                cookie[TOKEN] = token
        return Visitor(client)

    def _cookie(self, visitor):
        with visitor.client.session_transaction() as cookie:
            return dict(cookie)

    def _csrf(self, visitor):
        tree = visitor.open("/mijn-account/").tree  # who is not signed in gets the sign-in page
        return tree.xpath("//input[@name='csrf_token']/@value")[0]


def own_instance(app, folder):
    """Give the app a folder and settings of its own in which people sign in."""
    instance = Instance(folder / "instance")
    instance.prepare()
    app.config.update(INSTANCE=instance, SIGN_IN=True)


def _read(connection, question):
    cursor = connection.cursor()
    cursor.execute(question)
    return cursor.fetchall()


@cache
def _rows(table, dialect):
    """The question in plain SQL, for the bare driver: thousands of looks need no types."""
    asked = sa.select(table).order_by(table.c.id)
    asked = asked.where(table.c.action != "noted") if table.name == "audit_event" else asked
    return str(asked.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
