"""What a screen ticks beforehand is what the reader calls sure: queries may not know the exchange, so a test does."""

from registry.exchange.annexes import annex_reading
from registry.queries.reading import findings


def test_the_screens_and_the_reader_call_the_same_things_sure():
    assert findings.SURE == annex_reading.SURE
