"""What is wrong with what an area says of how it went."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

ESTIMATE = Rule(
    "antal",
    "Antallet kan ikke læses",
    "Feltet er et antal, som det blev talt eller skønnet. Det skal være ét tal, og det skal være for alle tilsammen.",
    "Skriv et tal. Er det et skøn, så skriv ca. foran, eller skriv fra-til.",
    "efter:\n  antal: rigtig mange",
    "efter:\n  antal: ca. 40",
)
AGREEMENT = Rule(
    "samtykke-efter",
    "Der står ikke, om de har sagt ja",
    "Et billede, hvor man kan genkende nogen, og et citat med navn må kun stå på siden, når de har sagt ja. "
    "De har selv ret til at bestemme, om hele verden skal kunne se dem. For et barn er det forældrene, der siger ja.",
    "Spørg dem. Har de sagt ja, så skriv `samtykke: ja`, og for et barn `samtykke: forældrene`. Har de ikke, så slet navnet eller "
    "billedet. Siger de fra senere, så skriv `samtykke: nej`, så er det væk fra siden.",
    "efter:\n  citater:\n    tekst: Vi kommer igen.\n    navn: Navn Navnesen",
    "efter:\n  citater:\n    tekst: Vi kommer igen.\n    navn: Navn Navnesen\n    samtykke: ja",
)
OF_A_DATE_IT_HAS_NOT = Rule(
    "efter-dato",
    "Datoen er ikke en af arrangementets",
    "Under `efter` står en dato, som arrangementet ikke har.",
    "Skriv en af arrangementets egne datoer. Har det kun én, så slet datoen.",
    "start: 1. maj 2026\nefter:\n  dato: 2. maj 2026\n  antal: 42",
    "start: 1. maj 2026\nefter:\n  antal: 42",
)
COUNTED_TWICE = Rule(
    "efter-to-gange",
    "Det samme er talt to gange",
    "Der står to gange, hvordan det gik på den samme dato, eller det samme tal står både for hver dato og for dem alle. "
    "Så ville de blive talt med to gange.",
    "Behold det ene.",
    "start: 1. maj 2026\nefter:\n  - dato: 1. maj 2026\n    antal: 42\n  - dato: 1. maj 2026\n    antal: 50",
    "start: 1. maj 2026\nefter:\n  - dato: 1. maj 2026\n    antal: 42",
)
NOT_HELD = Rule(
    "efter-aflyst",
    "Det er aflyst",
    "Der står, hvor mange der kom, men arrangementet eller den dato er aflyst eller udsat.",
    "Blev det holdt alligevel, så ret status. Ellers slet det under `efter`.",
    "start: 1. maj 2026\nstatus: aflyst\nefter:\n  antal: 42",
    "start: 1. maj 2026\nefter:\n  antal: 42",
)
NOT_YET_HELD = Rule(
    "efter-foer",
    "Det har ikke været der endnu",
    "Der står, hvordan det gik, men datoen ligger fremme i tiden. Det vises først, når datoen er forbi.",
    "Er datoen forkert, så ret den. Ellers vent med at skrive, hvordan det gik.",
    warning=True,
)
PARTNER = Rule(
    "ukendt-partner",
    "Partneren kendes ikke",
    "Et samarbejde er mellem dem, der står ved `partnere`.",
    "Skriv navnet, som det står ved `partnere`, eller skriv partneren på dér.",
    "samarbejder:\n  - partnere: Skolen\n    tekst: De synger sammen.",
    "partnere:\n  - navn: Skolen\n    sektor: skole\nsamarbejder:\n  - partnere: Skolen\n    tekst: De synger sammen.",
    Home.AREA,
)
ELEMENT_TWICE = Rule(
    "praksis-to-gange",
    "Kerneelementet har to eksempler",
    "Hvert kerneelement har ét eksempel, så listen er lige lang for alle.",
    "Skriv de to sammen, eller slet det ene.",
    "praksis:\n  - kerneelement: udvikling\n    tekst: Koret.\n  - kerneelement: udvikling\n    tekst: Festen.",
    "praksis:\n  - kerneelement: udvikling\n    tekst: Koret og festen.",
    Home.AREA,
)
BELONGS_TO = Rule(
    "historie-om",
    "Det, historien handler om, findes ikke",
    "Historien henviser til et arrangement eller et mål, som området ikke har.",
    "Skriv navnet på arrangementets fil eller målet, som det står i `area.yml`.",
    home=Home.FILE,
)
TOO_FEW_ANSWERS = Rule(
    "faa-svar",
    "Der er for få svar",
    "Svar vises kun, når der er mindst fem på én gang. Ellers kan man regne ud, hvem der har svaret hvad.",
    "Vent, til der er mindst fem svar. Lad feltet stå tomt så længe.",
    home=Home.FILE,
)
TALLY = Rule(
    "svar-passer-ikke",
    "Svarene passer ikke til spørgsmålet",
    "Der skal stå et tal for hver svarmulighed: hvor mange der har valgt den.",
    "Skriv tallene i samme rækkefølge som svarmulighederne.",
    home=Home.FILE,
)
