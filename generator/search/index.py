"""The index as files: words in shards by the alphabet, results in chunks by their number, and one small file that says where.

A browser fetches the small file, the shards of the words that are sought, and the chunks of the results that are shown.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, islice, pairwise
from typing import Any

from generator import urls
from generator.model.grouped import grouped
from generator.model.language import Language
from generator.search.documents import Document, Documents
from generator.search.words import ALIKE, ASKING, DOUBLED, ENDINGS, FAMILIES, MEANS, SAINT, STOP, SYNONYMS, parts_of
from generator.text.compact import compact_json

CHUNK = 40
"""Documents in a file of results."""
SHARD = 40_000
"""Bytes in a file of words, before compression."""
MOST = 4000
"""Of a word that stands in more texts than this, the index has the latest."""

Hits = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""The numbers of the documents that have a word in their title, in their facts, and elsewhere; each in one list only."""


def files(documents: Documents, languages: Iterable[Language] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its path. All but `soeg/indeks.json` lie in a folder that is named by what is in them.

    Who writes in one of the `languages` is understood by the words of its table.
    """
    shards, first, spelt = _words(_every(documents))
    parts = {f"ord-{number}.json": content for number, content in enumerate(shards)}
    chunks = enumerate(_chunks(_every(documents)))
    parts |= {f"fund-{number}.json": compact_json([_shown(each) for each in chunk]).encode() for number, chunk in chunks}
    parts["stavning.json"] = compact_json(spelt).encode()
    version = sha256(b"".join(parts.values())).hexdigest()[:8]
    for name, content in parts.items():
        yield f"{urls.SEARCH}{version}/{name}", content
    yield (
        urls.SEARCH_INDEX,
        compact_json(
            {
                "version": version,
                "kinds": [len(documents.events), len(documents.areas), len(documents.pages)],
                "chunk": CHUNK,
                "ends": [chunk[0].dates[-1][0] for chunk in _chunks(documents.events)],
                "shards": first,
                "stop": sorted(STOP),
                "endings": ENDINGS,
                "doubled": DOUBLED,
                "saint": SAINT,
                "families": FAMILIES,
                "alike": ALIKE,
                "means": MEANS,
                "asking": ASKING,
                "synonyms": SYNONYMS,
                "translated": [pair for language in languages for pair in language.sought()],
            }
        ).encode(),
    )


def _every(documents: Documents) -> Iterator[Document]:
    return chain(documents.events, documents.areas, documents.pages)


def _words(documents: Iterable[Document]) -> tuple[list[bytes], list[str], list[str]]:
    """Return the words in files of about the same size, the first word of each, and what misspelt words are compared with."""
    index = _index(documents)
    return *_shards(index), sorted((word for word, hits in index.items() if hits[0] or hits[1]), key=_order)


def _index(documents: Iterable[Document]) -> dict[str, Hits]:
    written: dict[str, tuple[array[int], array[int], array[int]]] = {}
    for number, document in enumerate(documents):
        for level, found in enumerate(document.stems):
            for word in found:
                hits = written.get(word)
                if hits is None:
                    hits = written[word] = (array("I"), array("I"), array("I"))
                hits[level].append(number)
    index: dict[str, Hits] = {**written}
    _add_parts(index)
    return index


def _add_parts(index: dict[str, Hits]) -> None:
    """Add to `spisning` the documents of `fællesspisning`, one level further down than where it stands."""
    added = grouped((part, index[word]) for word, part in parts_of(index))
    merged = {part: _merged(index.get(part, ([], [], [])), whole) for part, whole in added.items()}
    index.update(merged)


def _merged(own: Hits, whole: Sequence[Hits]) -> Hits:
    title = set(own[0])
    facts = {*own[1], *chain.from_iterable(hits[0] for hits in whole)} - title
    text = {*own[2], *chain.from_iterable(chain(hits[1], hits[2]) for hits in whole)} - title - facts
    return sorted(title), sorted(facts), sorted(text)


def _shards(index: dict[str, Hits]) -> tuple[list[bytes], list[str]]:
    """Return the words in files of about the same size, and the first word of each."""
    shards: list[list[str]] = []
    first: list[str] = []
    size = SHARD
    for word in sorted(index, key=_order):
        entry = compact_json([word, *_short(index[word])])
        if size >= SHARD:
            shards.append([])
            first.append(word)
            size = 0
        shards[-1].append(entry)
        size += len(entry)
    return [f"[{','.join(entries)}]".encode() for entries in shards], first


def _short(hits: Hits) -> list[list[int]]:
    """Return each number as its distance from the one before; what is empty at the end is left out."""
    steps = [[*numbers[:1], *(later - number for number, later in pairwise(numbers))] for numbers in (*hits[:2], hits[2][-MOST:])]
    while steps and not steps[-1]:
        steps.pop()
    return steps


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    rest = iter(documents)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _shown(document: Document) -> list[Any]:
    """Return what the browser shows of a document: title, address, note, 1 for an example, and an event's dates."""
    shown = [document.title, document.url, document.note, int(document.example)]
    return [*shown, [[part for part in date if part is not None] for date in document.dates]] if document.dates else shown


def _order(word: str) -> bytes:
    """Return the order in which JavaScript compares texts."""
    return word.encode("utf-16-be")
