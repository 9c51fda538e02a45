"""The words in which the templates are written down: headings, articles, tables, and when they are there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from docx.table import Table
from docx.text.paragraph import Paragraph

from agreement_templates.source import package, style, tables
from agreement_templates.source.tables import Column
from agreement_templates.source.writing import write
from registry.documents.word import LANGUAGE

ENGLISH = "en-GB"
_FOOTER = {LANGUAGE: ("Concept", "Pagina", "van"), ENGLISH: ("Draft", "Page", "of")}


class Paper:
    """A template while it is being written."""

    def __init__(self, *, landscape: bool = False, language: str = LANGUAGE) -> None:
        self.document, self.language = style.blank(landscape=landscape, language=language), language
        self._write_footer()
        with self.when("document.concept"):
            self._dutch(
                "Concept, gemaakt op {{ document.gemaakt_op }}. Wat nog ontbreekt, is geel gemarkeerd.", "Concept"
            )

    def finish(self) -> None:
        """Close with what only a draft says: what to heed, and the facts that nobody has checked yet."""
        with self.when("document.concept"):
            self._listed("let_op", "Let op", "Kijk dit na voordat het stuk definitief wordt:")
            facts = "Dit stuk gebruikt feiten die nog niet met de bron zijn vergeleken:"
            self._listed("onzeker", "Nog niet nagekeken", facts)

    def _listed(self, name: str, heading: str, opening: str) -> None:
        with self.when(f"document.{name}"):
            self._dutch(heading, "Heading 2")
            self._dutch(opening, "Normal")
            with self.each("regel", f"document.{name}"):
                self._dutch("{{ regel }}", "List Bullet")

    def _dutch(self, text: str, look: str) -> None:
        """What only a draft says is for its maker, who reads Dutch, whatever the language of the paper."""
        paragraph = self.text(text, look)
        if self.language != LANGUAGE:
            package.speak(paragraph, LANGUAGE)

    def text(self, text: str, look: str = "Normal") -> Paragraph:
        """A paragraph in the style `look`; what ends in a colon stays on the page of what it announces."""
        paragraph = self.document.add_paragraph(style=look)
        write(paragraph, text)
        if text.rstrip("*").endswith(":"):
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def lead(self, text: str, look: str = "Normal") -> None:
        """A sentence about the table below it, on the same page as the head of that table."""
        self.text(text, look).paragraph_format.keep_with_next = True

    def heading(self, text: str, level: int) -> None:
        """A real heading."""
        self.text(text, f"Heading {level}")

    def bullets(self, *texts: str) -> None:
        """A list with bullets."""
        for text in texts:
            self.text(text, "List Bullet")

    def considerations(self, *texts: str) -> None:
        """A list with letters."""
        for text in texts:
            self._item(text, "Overweging", package.LETTERS, 0)

    def article(self, title: str) -> None:
        """The heading of an article; it gets the next number."""
        self._item(title, "Heading 2", package.ARTICLES, 0)

    def member(self, text: str) -> None:
        """A numbered member (lid) of an article."""
        self._item(text, "Lid", package.ARTICLES, 1)

    def part(self, text: str) -> None:
        """A part of a member, with a letter."""
        self._item(text, "Sublid", package.ARTICLES, 2)

    def _item(self, text: str, look: str, list_number: int, level: int) -> None:
        package.number(self.text(text, look)._p.get_or_add_pPr(), list_number, level)

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """What is written inside is there only if `condition` holds."""
        self.text(f"{{%p if {condition} %}}")
        yield
        self.text("{%p endif %}")

    def otherwise(self) -> None:
        """From here to the end of a `when`: what is there if it does not hold."""
        self.text("{%p else %}")

    @contextmanager
    def each(self, item: str, items: str) -> Iterator[None]:
        """What is written inside is there once for every one of `items`."""
        self.text(f"{{%p for {item} in {items} %}}")
        yield
        self.text("{%p endfor %}")

    def rows(self, title: str, item: str, items: str, *columns: Column) -> None:
        """A table with a row for every one of `items`."""
        table = tables.table(self.document, title, columns)
        tables.add_row(table, [f"{{%tr for {item} in {items} %}}"])
        tables.add_row(table, [column.cell for column in columns])
        tables.add_row(table, ["{%tr endfor %}"])

    def fixed(self, title: str, columns: Sequence[Column], *rows: Sequence[str]) -> Table:
        """A table with these rows."""
        table = tables.table(self.document, title, columns)
        for row in rows:
            tables.add_row(table, row)
        return table

    def _write_footer(self) -> None:
        draft, page, of = _FOOTER[self.language]
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.style = "Footer"
        write(paragraph, f"{{% if document.concept %}}{draft} – {{% endif %}}{{{{ document.titel }}}}\t{page} ")
        package.field(paragraph, "PAGE")
        write(paragraph, f" {of} ")
        package.field(paragraph, "NUMPAGES")
