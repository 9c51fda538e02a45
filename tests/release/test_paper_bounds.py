"""What is too slow for every day: each bad template within two seconds, every byte of a file flipped, memory."""

import subprocess
import sys
import time
from contextlib import suppress

import pytest

from registry.documents import TemplateRefused, fill
from registry.documents.compiling import compiled
from tests.checkout import ROOT
from tests.documents.building import zipped
from tests.documents.specimens import parts, word_file
from tests.documents.test_catalogue import KEPT, REFUSED, VALUES

LARGE = """
from pathlib import Path
from benchmarks.documents import dialects, templates, values
from registry.documents import fill
template, small = templates.supplier_list(dialects.JINJA), values.supplier_list(100)
rows = [small["rijen"][number % 100] | {"product": f"Product {number}"} for number in range(30_000)]
fill(template, small | {"rijen": rows})
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.parametrize("name", [*REFUSED, *KEPT])
def test_a_template_of_the_catalogue_takes_two_seconds_at_most(name):
    template = (REFUSED | KEPT)[name]()
    start = time.process_time()
    with suppress(TemplateRefused):
        fill(template, VALUES)
    assert time.process_time() - start < 2


def test_a_file_with_any_byte_flipped_is_filled_or_refused():
    kept = {name: part for name, part in parts(word_file("{{ naam }}")).items() if len(part) < 5_000}
    template = zipped(kept)
    outcomes = {"filled": 0, "refused": 0}
    for place in range(len(template)):
        flipped = template[:place] + bytes([template[place] ^ 0x41]) + template[place + 1 :]
        try:
            compiled.__wrapped__(flipped).fill(VALUES)
            outcomes["filled"] += 1
        except TemplateRefused:
            outcomes["refused"] += 1
    print(outcomes)
    assert outcomes["refused"] > outcomes["filled"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from /proc")
def test_thirty_thousand_rows_fit_in_sixty_megabytes():
    done = subprocess.run([sys.executable, "-c", LARGE], cwd=ROOT, capture_output=True, text=True, check=True)
    print(done.stdout)
    assert int(done.stdout) / 1024 <= 60
