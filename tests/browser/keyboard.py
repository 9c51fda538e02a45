"""The hand of somebody without a mouse: Tab, Shift+Tab, Enter, Space, the arrows and typing, and nothing else."""

from pathlib import Path

from tests.browser.mouse import Mouse

MOST_STOPS = 200
LONGEST = 10_000  # milliseconds until a page stands there
# In a group of radio buttons Tab finds one, and the arrows the others.
ARRIVED = """target => {
  const here = document.activeElement;
  return here === target || (target.type === "radio" && here.name === target.name && here.form === target.form);
}"""
LIES_BEFORE = "target => !!(document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)"
WRONG_HERE = (Path(__file__).parent / "stop.js").read_text(encoding="utf-8")
NAME_HERE = "(document.activeElement.outerHTML || '').slice(0, 160)"
CHOSEN = "list => list.selectedOptions[0].label"
STEPS = "(list, label) => [...list.options].findIndex((one) => one.label === label) - list.selectedIndex"


class Keyboard(Mouse):
    """A hand that goes by the stops of a page, at each of which one must see where one is."""

    def __init__(self, page):
        super().__init__(page)
        self.came = []
        for event in ("load", "download"):
            page.on(event, lambda thing: self.came.append(thing))

    def reach(self, wanted):
        """Tab to what is wanted and return it; fail when it takes too many stops or a stop cannot be seen."""
        wanted.wait_for(state="attached")
        target = wanted.element_handle()
        for _ in range(MOST_STOPS):
            if target.evaluate(ARRIVED):
                return target
            self.page.keyboard.press("Shift+Tab" if target.evaluate(LIES_BEFORE) else "Tab")
            self.sees_where_it_is()
        raise AssertionError(f"not reached in {MOST_STOPS} stops: {target.evaluate('one => one.outerHTML')}")

    def sees_where_it_is(self):
        """Hold that what has the focus is in view, has a ring around it and is large enough."""
        wrong = self.page.evaluate(WRONG_HERE)
        assert not wrong, (wrong, self.page.url, self.page.evaluate(NAME_HERE))

    def click(self, wanted):
        """Enter on a link or a button; what comes of it is a page or a file."""
        self.reach(wanted)
        self.came.clear()
        self.page.keyboard.press("Enter")
        for _ in range(LONGEST // 20):
            if self.came:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("nothing comes of it")

    def fill(self, wanted, text):
        """Type over what stands in a field; a day or a moment in the order in which this browser asks for it."""
        field = self.reach(wanted)
        if field.get_attribute("type") not in ("date", "datetime-local"):
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(text)
            return
        for keys in orders(text):
            for key in keys:
                self.page.keyboard.press(key)
            if field.input_value() == text:
                return
        raise AssertionError(f"not to be typed: {text}, but {field.input_value()}")

    def select(self, wanted, option):
        """Go up or down a list to an option."""
        chosen = self.reach(wanted)
        steps = chosen.evaluate(STEPS, option)
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert chosen.evaluate(CHOSEN) == option

    def check(self, wanted):
        """Space on a box; in a group of radio buttons the arrows until the right one is chosen."""
        box = self.reach(wanted)
        if box.is_checked():
            return
        self.page.keyboard.press("Space")
        for _ in range(MOST_STOPS):
            if box.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("the arrows do not choose it")

    def unfold(self, wanted):
        """Enter on words behind which something lies folded."""
        self.reach(wanted)
        self.page.keyboard.press("Enter")

    def hand_over(self, wanted, file):
        """Space on a field for a file; in a form Enter does nothing there. The window is the system's own."""
        self.reach(wanted)
        with self.page.expect_file_chooser() as waiting:
            self.page.keyboard.press("Space")
        waiting.value.set_files(file)


def orders(moment):
    """The keys that type a day, and perhaps a clock, into a field: first as Americans read it, then as we do."""
    day, _, clock = moment.partition("T")
    year, month, number = day.split("-")
    hour, _, minute = clock.partition(":")
    noon = [f"{int(hour) % 12 or 12:02}{minute}", "PM" if int(hour) > 11 else "AM"] if clock else []
    for typed in ([month, number, year, "ArrowRight", *noon], [number, month, year, "ArrowRight", hour + minute]):
        yield ["ArrowLeft"] * 6 + [key for part in typed for key in ([part] if part == "ArrowRight" else part)]
