"""A visitor who fills in forms as a browser without JavaScript does: with the token and the values of the page."""

from lxml import html


class Page:
    """An answer of the register, read as HTML."""

    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        self.tree = html.fromstring(response.text) if response.mimetype == "text/html" and response.text else None

    @property
    def text(self):
        return " ".join(self.tree.text_content().split())

    def all(self, selector):
        return self.tree.cssselect(selector) if hasattr(self.tree, "cssselect") else []

    def texts(self, path):
        return [" ".join(found.text_content().split()) for found in self.tree.xpath(path)]

    @property
    def heading(self):
        return self.texts("//h1")[0]

    @property
    def errors(self):
        return self.texts("//section[contains(@class, 'errors')]//li")

    @property
    def form(self):
        return self.tree.xpath("//form[@method='post']")[0]

    def values(self):
        """What the browser would send for the page's first POST form, as a list of pairs."""
        return [(name, _as_browser(value)) for name, value in self.form.form_values()]


def _as_browser(value):
    # A browser drops the line end right behind <textarea>; lxml keeps it.
    return value.removeprefix("\r\n").removeprefix("\n")


class Visitor:
    """Somebody at the screen."""

    def __init__(self, client):
        self.client = client

    def open(self, address, **options):
        return Page(self.client.get(address, follow_redirects=True, **options))

    def submit(self, address, *, follow=True, **typed):
        """Open the page, change what is typed in its form, and send it; a list value ticks several boxes."""
        return self.send(address, self.open(address), follow=follow, **typed)

    def send(self, address, page, *, follow=True, **typed):
        """Send the form of a page that was opened before."""
        data = {}
        for name, value in page.values():
            data.setdefault(name, []).append(value)
        data.update(typed)
        sent = {name: value for name, value in data.items() if value is not None}
        return Page(self.client.post(address, data=sent, follow_redirects=follow))
