"""What is left of a link that its reader may not follow."""

import pytest

from registry.web.reachable import LINK, _kept

CLOSED = "/dicht"
BUTTON = f'<a class="button quiet" href="{CLOSED}">Wijzig</a>'


def page(html):
    return LINK.sub(lambda found: _kept(found, lambda address: address != CLOSED), html)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        pytest.param('<a href="/open">Lijst</a>', '<a href="/open">Lijst</a>', id="open"),
        pytest.param(f'<p>{BUTTON}<a href="/open">x</a></p>', '<p><a href="/open">x</a></p>', id="button"),
        pytest.param(f'<p>van <a href="{CLOSED}">Klok</a>.</p>', "<p>van Klok.</p>", id="words remain"),
        pytest.param(f'<dd>bij <a href="{CLOSED}">Klok</a></dd>', "<dd>bij Klok</dd>", id="the cell stays whole"),
        pytest.param(
            f'<dd>a</dd><dd class="change"><a href="{CLOSED}">wijzig</a></dd>', "<dd>a</dd>", id="its own cell"
        ),
        pytest.param(
            '<dd class="change"><a href="/open">x</a></dd>', '<dd class="change"><a href="/open">x</a></dd>', id="kept"
        ),
    ],
)
def test_a_button_goes_and_words_remain(html, left):
    assert page(html) == left
