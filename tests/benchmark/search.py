"""Measures the search on synthetic events: `python -m tests.benchmark.search 300 3000`. What is moved, how fast, what is found."""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Page

from generator.rendering.render import CONTENT_SECURITY_POLICY
from generator.search import Document, Documents, files
from tests import browsers, sites

_FIRST, _LAST, _DOES, _SYLLABLES = map(
    str.split,
    (
        """fælles sommer vinter forårs efterårs lys havne fjord strand skov jule påske kor sang musik kunst film teater
        bog børne unge ældre mad suppe kaffe brød æble have strik natur fugle cykel vandre løbe bade fiske båd sejl
        smede træ broderi maler keramik lyd rock jazz folke danse gymnastik idræts fodbold marked loppe lands by egns
        fortælle digte krimi fastelavns nytårs høst midsommer åbnings borger lokal forenings kultur kirke skole
        forsamlings biblioteks museums bunke fyrtårns mølle gårds heste bi honning urte svampe""",
        """koncert spisning sang aften dag fest marked vandring tur rundvisning værksted workshop forestilling foredrag
        fortælling udstilling møde café dans bal leg løb stævne festival messe banko quiz øvelse prøve optog parade
        sejlads træf indsamling auktion konkurrence frokost kor orkester gruppe klub forening hus hal plads park have
        skole kirke havn gård smedje lade telt scene sti strand eng bakke klit vig sø ø landsby kommune""",
        """synger spiser danser går cykler bygger maler strikker lærer prøver møder hører ser fortæller laver smager
        samler øver""",
        """ba ko lun ster mar vej hol bro ki nør sø lind gran tve fal dam ris ul ves tor""",
    ),
)
_WANTED = {
    "Fællesspisning i sognegården": "fællesspisning faellesspisning fælesspisning fællesspisninger sognegård spisning+sognegaarden",
    "Åben korprøve hos Bølgen": "korprøve KORPROEVE korprøver korpøve bølgen+prøve",
    "Æblemost og gamle sorter": "æblemost aeblemosten æbelmost gamle+sorter sort+æblemost",
    "Sankthans på Nørrestrand": "sankthans sankthansen sankhans nørrestrand norrestrand noerrestrand",
    "Kulturvandring langs fjorden": "kulturvandring kulturvandringerne kulturvandrig kulturvandring+fjord",
    "Byg en fuglekasse": "fuglekasse fuglekasser fugelkasse fuglekas",
    "Rock'n'roll i forsamlingshuset": "rock'n'roll rocknroll forsamlingshus+rocknroll",
    "Ølsmagning hos Gårdbryggeriet": "ølsmagning oelsmagninger gårdbryggeri gaardbryggeriet smagning+gårdbryggeri",
}
"""Titles that each size has once, and what people type to find them (+ for a space)."""
_PAGE = f"""<!doctype html><html lang="da"><meta charset="utf-8"><title>Søg</title>
<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">"""
_SEEK = """async (query) => {
  window.opened ??= import(new URL("/js/index.js", location)).then(({ open }) => open(new URL("/soeg/indeks.json", location)));
  const { seek, document } = await window.opened;
  const { groups } = await seek(query);
  const rows = await Promise.all(groups.flatMap(({ numbers }) => numbers.slice(0, 8)).map(document));
  return rows.map(([title]) => title);
}"""


def corpus(size: int) -> Documents:
    """Events with short Danish texts, rich in compounds, and an area for every 27 of them; the same for a size each time."""
    chance = random.Random(size)  # noqa: S311  nothing secret

    def noun() -> str:
        return chance.choice(_FIRST) + chance.choice(_LAST) + chance.choice(("", "en", "er", "erne", "s"))

    def sentence() -> str:
        rare = "".join(chance.choices(_SYLLABLES, k=3))
        return f"Vi {chance.choice(_DOES)} {noun()} ved {noun()} sammen med {noun()} {rare if chance.random() < 0.25 else ''}."

    titles = {(place + 1) * size // (len(_WANTED) + 1): title for place, title in enumerate(_WANTED)}
    events = []
    for number in range(size):
        ends = f"{date(2025, 6, 1) + timedelta(days=number * 1500 // size)}T21:00"
        facts = f"{noun()} {noun()} område{number % (size // 27)}"
        text = " ".join(sentence() for _ in range(chance.randint(4, 10)))
        title = titles.get(number, f"{noun().capitalize()} ved {noun()}")
        events.append(Document.of(title, f"det-sker/omraade/{number}/", facts, facts, text, dates=((ends, ends[:10], None),)))
    areas = (Document.of(f"Område{number}", f"omraader/{number}/", "Thisted Kommune") for number in range(size // 27))
    return Documents(tuple(events), tuple(areas), ())


class _Handler(BaseHTTPRequestHandler):
    """Serves files as a public host does: compressed, each counted."""

    def __init__(self, *arguments: object, files: Mapping[str, bytes], moved: list[int]) -> None:
        self.files, self.moved = files, moved
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        kind = {"js": "text/javascript", "json": "application/json"}.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        content = gzip.compress(self.files.get(path, _PAGE.encode()))
        self.moved.append(len(content))
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@contextmanager
def _served(content: Mapping[str, bytes], moved: list[int]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files=content, moved=moved))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _asked(page: Page, query: str, moved: list[int]) -> tuple[list[str], float, float]:
    """The titles found, and the kB and milliseconds that it took."""
    before, began = len(moved), time.perf_counter()
    found = page.evaluate(_SEEK, query)
    return found, sum(moved[before:]) / 1000, (time.perf_counter() - began) * 1000


def measure(page: Page, size: int) -> str:
    """One row of the table."""
    documents = corpus(size)
    began = time.process_time()
    index = dict(files(documents))
    spent = time.process_time() - began
    modules = {f"js/{file.name}": file.read_bytes() for file in (sites.PROJECT / "theme/js/modules/search").glob("*.js")}
    moved: list[int] = []
    with _served({**index, **modules}, moved) as address:
        page.goto(address)
        _, first, wait = _asked(page, "fællesspisning", moved)
        requests = len(moved) - 1
        asked = [(title, query.replace("+", " ")) for title, queries in _WANTED.items() for query in queries.split()]
        answers = [(title, *_asked(page, query, moved)) for title, query in asked]
    hits = sum(title in found for title, found, _, _ in answers)
    later = [kilobytes for _, _, kilobytes, _ in answers[1:]]
    took = [milliseconds for _, _, _, milliseconds in answers[1:]]
    total = sum(map(len, index.values())) / 1000
    return (
        f"| {size} | {first:.0f} | {requests} | {wait:.0f} | {statistics.median(later):.0f} | {max(later):.0f} | "
        f"{statistics.median(took):.0f} | {spent:.2f} | {total:.0f} | {len(index)} | {hits} of {len(answers)} |"
    )


def main(sizes: Sequence[int]) -> None:
    """Prints a table, with the browser slowed down four times."""
    print("| events | first query kB | requests | ms | later kB | most kB | ms | build CPU s | index kB | files | found |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    with browsers.started() as chromium:
        for size in sizes:
            page = chromium.new_page()
            page.clock.set_fixed_time("2027-01-01T12:00:00+01:00")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
            print(measure(page, size), flush=True)
            page.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [300, 3000, 30000])
