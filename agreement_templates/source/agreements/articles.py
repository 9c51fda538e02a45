"""The articles of an agreement, out of a file in which each carries the code of its topic."""

from collections.abc import Collection
from pathlib import Path

from agreement_templates.source.paper import Paper

DUTCH = Path(__file__).parents[1] / "articles.md"
COVENANT = "covenant"  # the topic that only participants' own model has


def write_articles(paper: Paper, file: Path, without: Collection[str] = ()) -> None:
    """Write the articles of `file` but for these topics; the codes are those of article_topics in the reference."""
    kinds = {"##": paper.article, "1.": paper.member, "-": paper.part}
    left_out = False
    for line in filter(None, file.read_text(encoding="utf-8").splitlines()):
        mark, text = line.split(maxsplit=1)
        if mark == "##":
            topic, _, text = text.partition(": ")
            left_out = topic in without
        if not left_out:
            kinds[mark](text)
