"""Somebody at the screen of a browser, in the verbs of a person; pages opened, fields and clicks are counted."""

from playwright.sync_api import expect

from tests.browser.mouse import Mouse
from tests.people import PASSWORD, email_of


class Person:
    """A visitor with a window of their own. Each verb finds what it needs by the words that stand on the screen."""

    def __init__(self, page, place, hand=Mouse):
        self.page, self.place, self.hand = page, place, hand(page)
        self.pages = self.acts = 0
        page.on("framenavigated", self._count)

    def _count(self, frame):
        self.pages += frame == self.page.main_frame and frame.url != "about:blank"

    def visit(self, path="/"):
        """Type an address, or open it from a letter."""
        answer = self.page.goto(self.place + path)
        assert answer.ok, (answer.status, path)

    def follow(self, name, within="body"):
        """Click the first link with this name."""
        self.acts += 1
        self.hand.click(self.page.locator(within).get_by_role("link", name=name).first)

    def go_on(self):
        """Click the one prominent button of a page: what it says is to be done next."""
        self.acts += 1
        self.hand.click(self.page.locator(".next .button"))

    def write(self, label, text):
        """Fill in a field."""
        self.acts += 1
        self.hand.fill(self.page.locator("main").get_by_label(label).first, text)

    def choose(self, label, option):
        """Choose from a list."""
        self.acts += 1
        self.hand.select(self.page.locator("main").get_by_label(label).first, option)

    def tick(self, label, kind="checkbox"):
        """Tick a box; kind="radio": a choice of several."""
        self.acts += 1
        self.hand.check(self.page.locator("main").get_by_role(kind, name=label).first)

    def unfold(self, words):
        """Open what lies folded behind these words."""
        self.acts += 1
        self.hand.unfold(self.page.locator("summary", has_text=words).first)

    def hand_over(self, label, name, content):
        """Choose a file."""
        self.acts += 1
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        self.hand.hand_over(self.page.get_by_label(label).first, file)

    def press(self, name="Bewaren"):
        """Press the button with this name; of several the last, which stands under the form."""
        self.acts += 1
        self.hand.click(self.page.locator("main").get_by_role("button", name=name, exact=True).last)

    def receive(self, act):
        """Return the name and the content of the file that comes of an act, such as pressing a button."""
        with self.page.expect_download() as waiting:
            act()
        return waiting.value.suggested_filename, waiting.value.path().read_bytes()

    def sign_in(self, role):
        """Sign in as the person with this role, from wherever asks for it."""
        self.write("E-mailadres", email_of(role))
        self.write("Wachtwoord", PASSWORD)
        self.press("Aanmelden")

    def sees(self, words, within="main"):
        """Hold that these words stand on the page."""
        expect(self.page.locator(within).first).to_contain_text(words)

    def lacks(self, words):
        """Hold that these words stand nowhere in the page."""
        expect(self.page.locator("main").first).not_to_contain_text(words)

    def fits(self):
        """Hold that nothing goes out of sight at the side."""
        assert self.page.locator("html").evaluate("root => root.scrollWidth <= root.clientWidth"), self.page.url

    def is_refused(self, path):
        """Hold that what stands at this address is not for this person."""
        answer = self.page.context.request.get(self.place + path)
        assert answer.status in (403, 404), (answer.status, path)

    def ways_to_change(self):
        """The links and buttons of the page that lead to a form which changes something, by their words."""
        way = "a[href*=wijzigen], a[href*=nieuw], a[href*=beeindigen], a[href*=vervangen], form[method=post] button"
        return self.page.locator("main").locator(way).all_inner_texts()

    def answer(self, question, reply):
        """Choose one of the answers under a question."""
        self.acts += 1
        group = self.page.locator("main").get_by_role("group", name=question).last
        self.hand.check(group.get_by_role("radio", name=reply, exact=True).first)

    @property
    def path(self):
        """Where this person is, without the place of the server."""
        return self.page.url.removeprefix(self.place)

    def stands_on(self, heading):
        """Hold that this is the heading of the page."""
        expect(self.page.locator("h1")).to_have_text(heading)
