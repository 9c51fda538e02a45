"""Every form of the register as it stands on its page, and what comes of other text in it."""

from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import quote_plus, urljoin, urlsplit

from lxml import html
from werkzeug.exceptions import HTTPException

from tests.surface.routes import slow
from tests.visitor import _as_browser

TEXTS = "self::textarea or @type='text' or @type='email' or @type='tel' or @type='url' or @type='search'"
MOST_ROUNDS = 4
CHOSEN = (
    "/leveranciers/1/overeenkomsten/nieuw?soort=own_text",
    "/gebruik/nieuw?school_id=1&product_id=8",
    "/gebruik/nieuw?school_id=2&product_id=1",
    "/sjablonen/versie/2",
    "/jaar/datalekken/nieuw?supplier_id=1",
    "/jaar/subverwerkers/nieuw?supplier_id=1",
    "/jaar/subverwerkers/3",
    "/samen/convenant-nagaan?nummer=1",
    "/samen/gebruik-beeindigen?nummer=1",
)


@dataclass(frozen=True)
class Form:
    """Where a form is sent, what it holds, and which of its fields take any text."""

    address: str
    pairs: tuple
    texts: tuple

    def sent(self, client, typed):
        """The answer to this form with other values for these fields; bytes go as they are."""
        pairs = [(name, typed.get(name, value)) for name, value in self.pairs]
        body = "&".join(f"{quote_plus(name)}={quote_plus(_bytes(value))}" for name, value in pairs)
        return client.post(self.address, data=body, content_type="application/x-www-form-urlencoded", buffered=True)


def forms_on(address, text):
    """The forms of a page that are sent to change something."""
    for form in html.fromstring(text).xpath("//form[@method='post']"):
        texts = tuple(dict.fromkeys(form.xpath(f".//*[@name][{TEXTS}]/@name")))
        pairs = tuple((name, _as_browser(value)) for name, value in form.form_values())
        target = urlsplit(urljoin(f"http://localhost{address}", form.get("action") or address))
        yield Form(target.path + (f"?{target.query}" if target.query else ""), pairs, texts)


def all_forms(client, all_routes):
    """Every form on the pages of these routes, each once; CHOSEN for those that ask a choice first."""
    found, links = {}, list(CHOSEN)
    for route in all_routes:
        if "GET" in route.methods and route.status == 200 and not slow(route):
            links += _gather(client, route.address, found)
    adapter = client.application.url_map.bind("localhost")
    for link in dict.fromkeys(links):
        if link in CHOSEN or (link.partition("?")[0] not in found and _takes_a_form(adapter, link)):
            _gather(client, link, found)
    return list(found.values())


def _gather(client, address, found):
    answer = client.get(address, buffered=True)
    if answer.mimetype != "text/html" or not answer.text:
        return []
    for form in forms_on(address, answer.text):
        found.setdefault(form.address.partition("?")[0], form)
    links = html.fromstring(answer.text).xpath("//a/@href")
    return [link for link in (urljoin(address, one) for one in links) if link.startswith("/")]


def _takes_a_form(adapter, link):
    try:
        return bool(adapter.match(link.partition("?")[0].partition("#")[0], "POST"))
    except HTTPException:
        return False


def wrong_fields(answer):
    """The fields of the page at which a sentence stands."""
    return set(html.fromstring(answer.text).xpath("//*[@aria-invalid='true']/@name"))


def sentences(answer):
    """What the page says is wrong."""
    said = html.fromstring(answer.text).xpath("//section[contains(@class, 'errors')]//li")
    return [" ".join(one.text_content().split()) for one in said]


def kept_text(text):
    """The text as the register keeps it."""
    return normalize("NFC", text.replace("\r\n", "\n")).strip()


def saved(client, form, text):
    """What came of this text in every field: the fields that took it, those that did not, and the last answer."""
    typed = dict.fromkeys(form.texts, text)
    taken, answer = _sent_until_taken(client, form, typed)
    return taken, set(typed) - set(taken), answer


def saved_mixed(client, form, typed):
    """The fields that took these texts, once the form was saved; none when it was not."""
    taken, answer = _sent_until_taken(client, form, typed)
    return taken if answer.status_code == 302 else {}


def _sent_until_taken(client, form, typed):
    """Who gets a sentence at a field puts back what was there and sends the form again."""
    first = dict(form.pairs)
    for _ in range(MOST_ROUNDS):
        answer = form.sent(client, typed)
        if answer.status_code != 422 or not (wrong := wrong_fields(answer) & set(typed)):
            break
        typed = {name: value for name, value in typed.items() if name not in wrong}
        # A screen may keep what was well: the form that came back knows how the records stand now.
        back = next((one for one in forms_on(form.address, answer.text) if one.address == form.address), form)
        pairs = tuple((name, first.get(name, value) if name in wrong else value) for name, value in back.pairs)
        form = Form(form.address, pairs, form.texts)
    return typed, answer


def _bytes(value):
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
