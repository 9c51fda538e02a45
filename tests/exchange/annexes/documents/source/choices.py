"""The long lists of annex 1, purposes and categories, in every way in which suppliers mark what they chose."""

import tomllib
from pathlib import Path

WORDING = tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))
TABLES = ("column", "first", "wide")


def written_choice(what, given):
    """Whether the list is a table, and its rows or lines, as the settings of a source say."""
    options = WORDING[what][given["list"]]
    chosen = set(filter(None, given.get("chosen", "").split(",")))
    unknown = chosen - {option["mark"] for option in options}
    if unknown:
        raise ValueError(f"{given['list']} has no {', '.join(sorted(unknown))}")
    hidden = set(filter(None, given.get("without", "").split(",")))
    shown = [option for option in options if option["mark"] not in hidden]
    style = given["style"]
    if style == "only":
        shown = [option for option in shown if option["mark"] in chosen]
    rows = [written_option(option, option["mark"] in chosen, given) for option in shown]
    head = [given["head"].split("|")] if "head" in given else []
    return style in TABLES, head + rows if style in TABLES else rows


def written_option(option, chosen, given):
    """One option as a line or a row of cells."""
    label = option["label"]
    if option["mark"] == "12" and given.get("other"):
        label = f"{label} {given['other']}"
    mark = f"{option['mark']}{given.get('dot', '.')} " if given.get("marks", "yes") == "yes" else ""
    if option.get("sub") and given.get("submarks"):
        mark = ""
    tick = given.get("on", "X") if chosen else given.get("off", "")
    text = f"{mark}{label}".strip()
    more = option.get("more", "") if given.get("more") else ""
    match given["style"]:
        case "before":
            return f"{tick} {text}".strip()
        case "after":
            return f"{text} {tick}".strip()
        case "bold":
            return f"**{text}**" if chosen else text
        case "strike":
            return text if chosen else f"~~{text}~~"
        case "only":
            return f"- {text}"
        case "first":
            return [tick, text, more] if more else [tick, text]
        case "column":
            return [text, more, tick] if given.get("more") else [text, tick]
        case "wide":
            return [mark.strip(" ."), label, more, tick]
    raise ValueError(given["style"])
