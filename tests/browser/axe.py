"""What axe finds on a page, and what its own window shows: faults by the name of the rule, with where they stand."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

MEASURES = (Path(__file__).parents[1] / "lookbook" / "measures.js").read_text(encoding="utf-8")
# WCAG 2.2 AA; each level of axe holds only what it adds.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (levels) => {
  const found = await axe.run({ runOnly: levels, resultTypes: ["violations"] });
  return found.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]);
}"""
FONT_SIZE = "size => { document.documentElement.style.fontSize = size }"
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


def axe(page):
    """The rules of WCAG 2.2 AA that this page breaks by axe, each with its elements; empty is good."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    return dict(page.evaluate(RUN, LEVELS))


def look(page, scheme, width, text="100%"):
    """Set this page in a scheme, a width in pixels and a size of text; at once, as without motion no colour glides."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(FONT_SIZE, text)


def faults(page):
    """All that is wrong with a page as it stands now: by axe, by our own measures, and whether it is too wide."""
    found = {f"axe {rule}": where for rule, where in axe(page).items()}
    found |= page.evaluate(MEASURES) | {"wider than the window": page.evaluate(TOO_WIDE)}
    return {name: fault for name, fault in found.items() if fault}
