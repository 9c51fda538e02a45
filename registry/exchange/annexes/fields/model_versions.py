"""Which model the agreement stands on: by its name and number, and by what only one version has (dossier, 1.5)."""

import re

from registry.exchange.annexes.annex_reading import CERTAIN, LIKELY, SURE, UNSURE, Findings, found
from registry.exchange.annexes.paper.block import Block
from registry.exchange.annexes.words.loading import phrases
from registry.exchange.annexes.words.matching import plain

_NUMBER = re.compile(r"(?<![\d.,])([1234])[.,]0(?!\d|\.\d)")
_BEFORE, _BEHIND = 90, 30
_MODEL = phrases("model_versions.model")
_OLD = phrases("model_versions.old")
_ISO = phrases("model_versions.iso")
# What the opening of one version has and that of the other has not.
_FINGERPRINTS = {
    "3.0": ("product- en dienstenovereenkomst", "product en dienstenovereenkomst"),
    "4.0": ("onderliggende overeenkomst", "attributenset", "administratienummer"),
}
_GENERAL = phrases("model_versions.general")
_MBO = phrases("model_versions.mbo")


def read_model_version(blocks: tuple[Block, ...], findings: Findings) -> None:
    """Find `model_version`: "1.0" to "4.0", "general_model" or "mbo_generic"."""
    named = [one for block in blocks for one in _named(block)]
    prints = [
        (version, block, sign)
        for block in blocks
        for version, signs in _FINGERPRINTS.items()
        for sign in signs
        if sign in block.text.lower()
    ]
    signs_told = {sign for _version, _block, sign in prints}
    if signs_told & set(_FINGERPRINTS["3.0"]) and _FINGERPRINTS["4.0"][0] not in signs_told:
        prints = [one for one in prints if one[0] == "3.0"]  # the number of a board is a kind of data too
    marked = {version for version, _block, _sign in prints}
    for code, signs in (("general_model", _GENERAL), ("mbo_generic", _MBO)):
        for block in blocks[:40]:
            if not named and any(sign in block.text.lower() for sign in signs):
                findings.one("model_version", found(code, block.page, block.text, SURE))
    for version, block in named:
        others = {one for one, _block in named} - {version}
        agrees = version in marked or not marked or version in ("1.0", "2.0")
        certainty = (
            CERTAIN if agrees and not others else SURE if version in marked else LIKELY if not others else UNSURE
        )
        findings.one("model_version", found(version, block.page, block.text, certainty))
    if not named and len(marked) == 1:
        version, block, _sign = prints[0]
        findings.one("model_version", found(version, block.page, block.text, SURE if len(prints) > 1 else LIKELY))
    elif not named and not marked:
        _old_words(blocks, findings)


def _named(block: Block) -> list[tuple[str, Block]]:
    text = block.text
    told = []
    for match in _NUMBER.finditer(text):
        before, behind = plain(text[: match.start()][-_BEFORE:]), plain(text[match.end() :].partition("|")[0][:_BEHIND])
        last = max((before.rfind(word) for word in _MODEL), default=-1)
        about = last >= 0 or any(
            word in behind
            for word in (" model", " van het convenant", " verwerkersovereenkomst", " bewerkersovereenkomst")
        )
        other = any(before.rfind(word) > last for word in _ISO) or any(word in before for word in _OLD)
        if about and not other:
            told.append((f"{match[1]}.0", block))
    return told


def _old_words(blocks: tuple[Block, ...], findings: Findings) -> None:
    """Only the oldest two models speak of a bewerker; which of the two, the words alone do not tell."""
    old = [
        block for block in blocks if "bewerkersovereenkomst" in block.text.lower().replace("verwerkersovereenkomst", "")
    ]
    breach = [block for block in blocks if "datalek" in block.text.lower()]
    if old:
        findings.one("model_version", found("2.0" if breach else "1.0", old[0].page, old[0].text, UNSURE + 0.1))
