"""PostgreSQL databases for tests: copies of one migrated template, emptied and handed out again.

Making and dropping a database copies and removes some 350 files, which took most of the time of a test.
"""

from contextlib import contextmanager, suppress
from uuid import uuid4

import sqlalchemy as sa

from registry.database import migrating

OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
SCHEMA = """WITH own AS (
    SELECT oid, relname, relkind, relhastriggers FROM pg_class WHERE relnamespace = 'public'::regnamespace)
SELECT concat_ws(' ',
    (SELECT sum(hashtext(concat_ws(' ', oid, relname, relkind, relhastriggers))) FROM own),
    (SELECT sum(hashtext(concat_ws(' ', attrelid, attname, a.xmin))) FROM pg_attribute a JOIN own ON oid = attrelid),
    (SELECT sum(hashtext(concat_ws(' ', t.oid, t.xmin))) FROM pg_trigger t JOIN own ON own.oid = tgrelid),
    (SELECT sum(hashtext(concat_ws(' ', oid, xmin))) FROM pg_constraint WHERE connamespace = 'public'::regnamespace),
    (SELECT sum(hashtext(concat_ws(' ', oid, xmin))) FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
    (SELECT string_agg(nspname, ' ' ORDER BY oid) FROM pg_namespace WHERE nspname !~ '^pg_'),
    (SELECT count(*) FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase
        WHERE datname = current_database()))"""
COUNTERS = """SELECT setval(quote_ident(sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL"""
TO_REFILL = "INSERT INTO {0} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::{0}, %s)"


class PostgresCopies:
    """Databases made from one migrated template, on the server that TEST_DATABASE_URL names."""

    def __init__(self, url):
        self.url = sa.make_url(url)
        self.server = sa.create_engine(self.url, isolation_level="AUTOCOMMIT", pool_size=1)
        self.template = f"register_template_{uuid4().hex[:12]}"
        self.made, self.free = set(), []
        self._say(f"CREATE DATABASE {self.template}")
        migrating.upgrade(sa.create_engine(self._at(self.template), poolclass=sa.NullPool))
        with self._connected(self.template) as connection:
            self.schema = connection.exec_driver_sql(SCHEMA).scalar_one()
            self.tables = connection.exec_driver_sql(TABLES).scalars().all()
            self.rows = {name: _rows(connection, name) for name in self._filled(connection)}

    def make(self, folder):
        """Return the address of a database on its first day, which may have been that of a test before."""
        name = self.free.pop() if self.free else self._copy(self.template)
        self.made.add(name)
        return self._at(name).render_as_string(hide_password=False)

    def copy_of(self, url):
        """Return a database that is equal to this one, with which nobody may be connected."""
        return self._at(self._copy(sa.make_url(url).database)).render_as_string(hide_password=False)

    def drop(self, url):
        """Let go of a database: empty it for the next, or remove it when the template was not what it was made of."""
        name = sa.make_url(url).database
        if name in self.made and self._is_emptied(name):
            self.free.append(name)
        else:
            self._remove(name)

    def close(self):
        """Remove all that was not removed yet."""
        for name in (*self.free, self.template):
            self._remove(name)
        self.server.dispose()

    def _is_emptied(self, name):
        self.made.remove(name)
        with suppress(sa.exc.DBAPIError), self._connected(name) as connection:
            connection.exec_driver_sql(OTHERS)
            if connection.exec_driver_sql(SCHEMA).scalar_one() != self.schema:
                return False
            self._empty(connection)
            return True
        return False

    def _empty(self, connection):
        filled = [_quoted(table) for table in self._filled(connection)]
        emptying = "; ".join(f"DELETE FROM {table}" for table in filled)
        connection.exec_driver_sql(f"SET session_replication_role = replica; {emptying}")  # no trigger, no foreign key
        connection.exec_driver_sql(f"VACUUM {', '.join(filled)}")  # rows lie in their order again
        for table, rows in self.rows.items():
            connection.exec_driver_sql(TO_REFILL.format(_quoted(table)), (rows,))
        connection.exec_driver_sql(COUNTERS)

    def _filled(self, connection):
        asked = " UNION ALL ".join(
            f"SELECT '{name}' WHERE EXISTS (SELECT FROM {_quoted(name)})" for name in self.tables
        )
        return connection.exec_driver_sql(asked).scalars().all()

    def _at(self, name):
        return self.url.set(database=name)

    @contextmanager
    def _connected(self, name):
        engine = sa.create_engine(self._at(name), poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            yield connection

    def _copy(self, template):
        name = f"register_{uuid4().hex[:12]}"
        # Copying files takes half the time of copying through the log, on a server that waits for no disk.
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def _remove(self, name):
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _say(self, statement):
        with self.server.connect() as connection:
            connection.exec_driver_sql(statement)


def _rows(connection, table):
    return connection.exec_driver_sql(f"SELECT json_agg(each)::text FROM {_quoted(table)} each").scalar_one()


def _quoted(name):
    return f'"{name}"'
