"""What is killed: a process that writes suppliers with an agreement and a file until it is."""

import os
import random
import time
from contextlib import contextmanager

import sqlalchemy as sa

from registry.access import BUILT_IN
from registry.database import change, db, engine, session_for
from registry.model.agreement_lists import FileKind
from registry.services.agreements.agreements import add_agreement
from registry.services.agreements.files import attach_file
from registry.services.suppliers.suppliers import add_supplier

LONGEST_PAUSE = 0.02  # seconds between two writes, at most
BEGUN, DONE = b"b", b"d"
WARM = {}


def content_of(number):
    """The bytes of the file of one write, as long as chance of its own makes it: up to 60,000."""
    chance = random.Random(number)
    return f"bestand {number}: ".encode() + chance.randbytes(chance.randrange(60_000)).hex().encode()[:60_000]


def write(session, number):
    """Write one: supplier, agreement and file, in one transaction."""
    with change(session, "toegevoegd"):
        supplier = add_supplier(session, {"name": f"Leverancier {number}"})
        agreement = add_agreement(session, supplier.id, {"arrangement": "own_text"})
        attach_file(session, agreement.id, FileKind.SIGNED, f"{number}.txt", content_of(number))


def write_on(app, url, first, pipe):
    """Write until killed: one supplier with agreement and file in each transaction."""
    with connected(app, url):
        number = first
        while True:
            session = session_for(BUILT_IN)
            os.write(pipe, BEGUN)
            write(session, number)
            os.write(pipe, DONE)
            db.session.remove()
            number += 1
            time.sleep(random.uniform(0, LONGEST_PAUSE))


@contextmanager
def connected(app, url):
    """Yield the engine that the app has meanwhile: a connection of this process to the database at this address."""
    own = sa.create_engine(url)
    engine.prepare(own)
    # Compiled statements are kept by dialect: with those of the first, a child writes at once instead of compiling.
    own.dialect, own._compiled_cache = WARM.setdefault(own.dialect.name, (own.dialect, own._compiled_cache))
    db._app_engines[app][None] = own
    with app.app_context():
        try:
            yield own
        finally:
            db.session.remove()
            own.dispose()
