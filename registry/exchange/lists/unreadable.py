"""What a cell is called that cannot be read: the sentence goes into the problems of its row."""


class Unreadable(Exception):
    """A cell in which the field cannot find its value; `sentence` says why, for a person.

    `word` is what stood there, where it may well mean something that the field can hold.
    """

    def __init__(self, sentence: str, word: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.word = sentence, word
