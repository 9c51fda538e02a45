"""Made-up requests to the API over a real line: schemathesis asks, and the server counts what it answered."""

import re
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from waitress import create_server

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.model.api_key import KeyScope
from registry.services.keys.keys import add_key

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,ignored_auth,unsupported_method"
)


class Counting:
    """The app, with a count of its answers by status."""

    def __init__(self, app):
        self.app, self.answers, self.lock = app, Counter(), threading.Lock()

    def __call__(self, environ, start):
        def count(status, headers, *more):
            with self.lock:
                self.answers[int(status[:3])] += 1
            return start(status, headers, *more)

        return self.app(environ, count)


@dataclass
class Outcome:
    """What came of a run: the answers by status, the seed, what schemathesis said and how it ended."""

    answers: Counter
    seed: str
    told: str
    code: int

    @property
    def broken(self):
        return {status: times for status, times in self.answers.items() if status >= 500}

    def __str__(self):
        by_status = ", ".join(f"{times} × {status}" for status, times in sorted(self.answers.items()))
        return f"seed {self.seed}: {self.answers.total()} requests: {by_status}"


def key_for(app):
    """A key that may read and write everything."""
    today = date.today()
    days = {"begins_on": today, "ends_on": today + timedelta(days=30)}
    with app.app_context():
        made = add_key(session_for(BUILT_IN), {"purpose": "toets", "scope": KeyScope.IMPORT, **days})
        db.session.remove()
    return made.written


def fuzz(app, folder, examples, seed, *options):
    """Serve the app, ask it this many made-up things per operation, and tell what came of it."""
    app.testing = False  # a fault of ours is an answer here, not an exception
    counting, written = Counting(app), key_for(app)
    server = create_server(counting, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}/api/v1/openapi.json"
    told = ["--max-examples", str(examples), "--seed", str(seed), "--checks", CHECKS, "--continue-on-failure"]
    quiet = ["--no-color", "--warnings", "off", "--no-shrink", "--generation-database", "none"]
    key = ["--header", f"Authorization: Bearer {written}"]
    command = [sys.executable, "-m", "schemathesis.cli", "run", address, *told, *quiet, *key, *options]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    finally:
        server.close()
    found = re.search(r"[Ss]eed: (\d+)", done.stdout)
    return Outcome(counting.answers, found[1] if found else str(seed), done.stdout + done.stderr, done.returncode)
