"""What is wrong with a field, whatever it holds."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

MISSING = Rule(
    "mangler",
    "Et felt mangler",
    "Feltet skal være der, men det mangler eller er tomt.",
    "Skriv feltet. Beskeden viser et eksempel.",
    "titel: Fest\nstart:",
    "titel: Fest\nstart: 1. maj 2026 kl. 10.00",
)
COMMENTED = Rule(
    "bag-havelaage",
    "Det står efter #",
    "Det, der står efter et mellemrum og #, er en note til jer selv. Feltet er tomt, så siden siger ikke, at det er aflyst.",
    "Slet tegnet #, så ordet står lige efter kolon.",
    "status:  # aflyst",
    "status: aflyst",
)
UNKNOWN = Rule(
    "ukendt-felt",
    "Feltet kendes ikke",
    "Ordet før kolon er ikke et af felterne. Tit er det en slåfejl, eller feltet står for langt inde eller ude.",
    "Ret ordet. Svarer det ikke til et felt, så skriv det i teksten i stedet.",
    "arangør: Havnens Venner",
    "arrangør: Havnens Venner",
)
TOO_LONG = Rule(
    "for-lang",
    "Teksten er for lang",
    "Teksten skal kunne stå på et kort og på en telefon. Derfor er der en grænse.",
    "Skriv det kortere her, og tag resten med i teksten under felterne.",
    "titel: En lang og dejlig aften med sang, musik, mad, leg og fortællinger for alle i området",
    "titel: En aften med sang, mad og fortællinger",
)
NUMBER = Rule(
    "tal",
    "Her skal stå et tal",
    "Feltet er et antal. Det skal skrives med tal og være større end nul.",
    "Skriv kun tallet.",
    "pladser: omkring firs",
    "pladser: 80",
)
EMPTY_LIST = Rule("tom-liste", "Listen er tom", "Der skal være mindst én ting på listen.", "Skriv den første linje i listen.")
LONG_LIST = Rule(
    "lang-liste",
    "Listen er for lang",
    "Der står flere ting på listen, end der er plads til på siden.",
    "Tag det vigtigste med, og skriv resten i teksten.",
)
FIELDS_WANTED = Rule(
    "felter",
    "Her skal stå felter",
    "Her står en tekst eller en liste, men der skal stå felter under hinanden.",
    "Skriv felterne på linjerne under, rykket ind med to mellemrum.",
    "billede: images/havnen.jpg",
    "billede:\n  fil: images/havnen.jpg\n  beskrivelse: Havnen i aftensol.\n  foto: Lokalarkivet",
)
TEXT_WANTED = Rule(
    "tekst",
    "Her skal stå en tekst",
    "Her står en liste eller flere felter, men der skal kun stå én tekst. Begynder teksten med en parentes, ligner den en liste.",
    "Skriv teksten på den samme linje som feltet. Sæt anførselstegn om, hvis den begynder med en parentes.",
    "titel: [Fest]",
    'titel: "[Fest]"',
)
CHOICE = Rule(
    "valg",
    "Ordet er ikke et af dem, man kan vælge",
    "Feltet kan kun være et af nogle bestemte ord.",
    "Skriv et af de ord, der står i beskeden.",
    "kategori: hyggelig",
    "kategori: musik",
)
YES_OR_NO = Rule(
    "ja-nej",
    "Her skal stå ja eller nej",
    "Feltet er et spørgsmål, der kan svares ja eller nej til.",
    "Skriv ja eller nej.",
    "eksempel: måske",
    "eksempel: ja",
)
KEY = Rule(
    "noegle",
    "Nøglen kan ikke bruges",
    "En nøgle er et kort navn, som andre filer henviser med. Den har kun små bogstaver, tal og bindestreg.",
    "Skriv nøglen uden mellemrum og store bogstaver.",
    "steder:\n  Den gamle havn:\n    navn: Den gamle havn",
    "steder:\n  den-gamle-havn:\n    navn: Den gamle havn",
    Home.AREA,
)
PLACEHOLDER = Rule(
    "skriv-her",
    "Noget mangler at blive skrevet",
    "Der står stadig «(skriv her)», «[indsæt tekst]» eller lorem ipsum, hvor I selv skal skrive, og det bliver vist.",
    "Skriv jeres egen tekst. Et område kan også have status: kladde, til det er klar.",
    "status: offentlig\nresumé: (skriv her)",
    "status: offentlig\nresumé: Fra Sundby til Feggeklit.",
    Home.AREA,
)
OTHER = Rule(
    "andet",
    "Feltet kan ikke læses",
    "Det, der står i feltet, passer ikke til det.",
    "Se feltet i vejledningen, og skriv det som eksemplet.",
)
NAMED_VALUE = Rule(
    "navngivet-vaerdi",
    "En navngivet værdi kendes ikke",
    "I programmets egne tekster står {{ antal_trin }} for et tal, som siden selv tæller. Navnet mellem tegnene findes ikke.",
    "Ret navnet. Navnene står på siden `En ny runde`. Skal tegnene stå i teksten, så skriv dem som kode.",
)
NAMED_VALUE_ELSEWHERE = Rule(
    "navngivet-vaerdi-her",
    "Navngivne værdier virker ikke her",
    "{{ antal_trin }} og de andre navne bliver kun til tal i programmets egne tekster. I områdernes tekster og i arrangementer "
    "bliver de stående, som de er skrevet.",
    "Skriv det tal eller det ord, der skal stå.",
    warning=True,
)
NUMBER_IN_TEXT = Rule(
    "tal-i-teksten",
    "Et tal i teksten passer ikke",
    "I en af programmets tekster står et antal eller et beløb, som er et andet end det, der står i oplysningerne.",
    "Skriv en navngivet værdi i stedet, for eksempel {{ antal_trin }}. Taler teksten om noget andet, så lad den stå.",
    warning=True,
)
