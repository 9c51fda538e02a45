"""Files that leave the register: under a name that leads nobody astray, and never shown by the browser."""

import pytest
from werkzeug.http import parse_options_header

from registry.access import PUBLIC
from registry.database import session_for
from registry.web.downloads import attachment

STRANGE = {
    "W06 a path": ("../../etc/passwd", "passwd"),
    "W06 a path of Windows": ("..\\..\\boot.ini", "boot.ini"),
    "W06 a line end": ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"),
    "W06 a NUL": ("a.pdf\x00.exe", "a.pdf.exe"),
    "V05 the other way round": ("factuur\u202efdp.exe", "factuurfdp.exe"),
    "V05 isolated": ("\u2066a\u2069.pdf", "a.pdf"),
    "V05 zero width": ("a\u200b.pdf", "a.pdf"),
    "W06 quotes": ('a";filename="b.exe', None),
    "W06 a semicolon": ("a;b.pdf", "a;b.pdf"),
    "W06 nothing": ("", None),
    "W06 two dots": ("..", None),
    "W06 a hidden file": (".htaccess", None),
    "W06 a device": ("CON.pdf", "CON.pdf"),
    "W06 half a pair": ("a\ud800.pdf", "a.pdf"),
    "W06 very long": ("x" * 5000 + ".pdf", None),
    "V12 markup": ("<img src=x onerror=alert(1)>.pdf", None),
}


@pytest.mark.parametrize(("name", "full"), [pytest.param(*case, id=number) for number, case in STRANGE.items()])
def test_a_name_is_made_anew(app, name, full):
    with app.test_request_context():
        header = attachment(b"x", name, "application/pdf").headers["Content-Disposition"]
    assert header.isascii()
    assert header.isprintable()
    kind, options = parse_options_header(header)
    assert kind == "attachment"
    plain = header.partition("filename=")[2].partition(";")[0].strip('"')
    assert plain[0].isalnum()
    assert not set(plain) & set('/\\:*?"<>|%')
    assert len(plain) <= 160
    if full:
        assert options["filename"] == full


@pytest.mark.parametrize(
    "media_type",
    [
        pytest.param("text/html", id="W06 a page"),
        pytest.param("image/svg+xml", id="W06 a drawing"),
        pytest.param("application/pdf", id="W06 a pdf"),
        pytest.param("text/xml", id="W06 xml"),
    ],
)
def test_whatever_it_is_a_browser_runs_nothing_of_it(app, media_type):
    with app.test_request_context():
        session_for(PUBLIC)
        answer = app.process_response(attachment(b"<script>alert(1)</script>", "a.html", media_type))
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Cache-Control"] == "no-store"
