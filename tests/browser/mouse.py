"""The hand of most people: a mouse that goes to anything at once."""


class Mouse:
    """What a hand does with what is found on a page; `Keyboard` does the same without a mouse."""

    def __init__(self, page):
        self.page = page

    def click(self, wanted):
        """Press a link or a button."""
        wanted.click()

    def fill(self, wanted, text):
        """Type over what stands in a field."""
        wanted.fill(text)

    def select(self, wanted, option):
        """Choose from a list."""
        wanted.select_option(label=option)

    def check(self, wanted):
        """Tick a box, or choose one of several."""
        wanted.check()

    def unfold(self, wanted):
        """Open what lies folded behind words."""
        wanted.click()

    def hand_over(self, wanted, file):
        """Choose a file."""
        wanted.set_input_files(file)
