"""Compounds, such as fællesspisning and sommerkoncert: where the end of a word is a word too, it is found by that."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.search.words import FAMILIES, TOKENS, stems

_COMMON = stems(
    """kor sang koncert spisning vandring marked fest værksted forestilling foredrag fortælling udstilling rundvisning aften
    smagning gudstjeneste løb stævne festival træf teater musik dans café kaffe suppe brød have strand havn skole kirke
    museum bibliotek forening gruppe klub kursus orkester børn bog"""
)
_HEADS = _COMMON.union(*(family for family in FAMILIES if not _COMMON.isdisjoint(family)))
"""Ends that are common in a calendar, however they are bent; a short one must stand here."""
_BEGINS, _ENDS = 3, 4


def parts_of(stems: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each stem with each of its ends that is a stem or a common end by itself."""
    for whole in stems:
        if whole[0] in TOKENS:
            continue
        for place in range(_BEGINS, len(whole) - 2):
            part = whole[place:]
            if (len(part) >= _ENDS and part in stems) or part in _HEADS:
                yield whole, part
