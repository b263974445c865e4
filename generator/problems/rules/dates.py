"""What is wrong with days, hours and repetition."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

DAY = Rule(
    "dato",
    "Datoen kan ikke læses",
    "Det, der står, er ikke en dato, vi kan læse.",
    "Skriv dag, måned og år. Skal der være et klokkeslæt, så skriv det efter.",
    "start: på fredag kl. 10",
    "start: 1. maj 2026 kl. 10.00",
)
YEAR = Rule(
    "aar-mangler",
    "Året mangler",
    "Der står en dag og en måned, men ikke hele året.",
    "Skriv året med fire cifre.",
    "start: 1/5 kl. 10",
    "start: 1/5 2026 kl. 10",
)
TWO_MOMENTS = Rule(
    "to-tidspunkter",
    "Der står mere end ét tidspunkt",
    "Her kan kun stå ét tidspunkt. Ved `start` må slut gerne stå med, men så skal der ikke stå noget andet ved `slut`.",
    "Skriv kun, hvornår det begynder.",
    "start: 1. maj 2026 kl. 14-16\nslut: 17.00",
    "start: 1. maj 2026 kl. 14-16",
)
NO_SUCH_DAY = Rule(
    "dato-findes-ikke",
    "Datoen findes ikke",
    "Den dag er ikke i kalenderen. Måneden har ikke så mange dage, eller måneden er ikke et navn på en måned.",
    "Se efter i en kalender, og ret dagen.",
    "start: 31. februar 2026",
    "start: 28. februar 2026",
)
FAR_AWAY = Rule(
    "aarstal",
    "Årstallet er forkert",
    "Året ligger langt fra i dag. Tit er det en slåfejl.",
    "Ret årstallet.",
    "start: 1. maj 0226",
    "start: 1. maj 2026",
)
WEEKDAY = Rule(
    "ugedag",
    "Ugedag og dato passer ikke sammen",
    "Den dato er en anden dag i ugen.",
    "Ret ugedagen eller datoen. Ugedagen kan også udelades.",
    "start: lørdag den 1. maj 2026",
    "start: fredag den 1. maj 2026",
)
CLOCK = Rule(
    "klokkeslaet",
    "Klokkeslættet kan ikke læses",
    "Et klokkeslæt har timer og minutter med punktum eller kolon imellem. Det går fra 0.00 til 24.00.",
    "Skriv for eksempel 14.30.",
    "start: 1. maj 2026 kl. 25.00",
    "start: 1. maj 2026 kl. 22.00",
)
SKIPPED_HOUR = Rule(
    "sommertid",
    "Klokkeslættet findes ikke den nat",
    "Når sommertiden begynder, springer uret fra kl. 2.00 til 3.00. Timen imellem er der ikke.",
    "Vælg et andet klokkeslæt.",
    "start: 29. marts 2026 kl. 2.30",
    "start: 29. marts 2026 kl. 3.30",
)
PERIOD = Rule(
    "periode",
    "Perioden kan ikke læses",
    "En periode er en dag, en måned eller to af dem med to punktummer imellem.",
    "Skriv for eksempel 2025-05 eller 2025-08..2025-11.",
    "trin:\n  - trin: dialog\n    dato: sidste forår",
    "trin:\n  - trin: dialog\n    dato: 2025-04",
    Home.AREA,
)
END_FIRST = Rule(
    "slut-foer-start",
    "Det slutter, før det begynder",
    "Slut ligger før start, eller de er ens.",
    "Ret den af dem, der er forkert. Slutter det efter midnat, så skriv også dagen ved `slut`.",
    "start: 1. maj 2026 kl. 19.00\nslut: 30. april 2026 kl. 21.00",
    "start: 1. maj 2026 kl. 19.00\nslut: 21.00",
)
HALF_CLOCK = Rule(
    "kun-et-klokkeslaet",
    "Der er kun klokkeslæt på det ene",
    "Slut har et klokkeslæt, og det har start ikke, eller omvendt.",
    "Skriv klokkeslæt på begge, eller lad det være på begge.",
    "start: 1. maj 2026\nslut: 21.00",
    "start: 1. maj 2026 kl. 19.00\nslut: 21.00",
)
REPETITION = Rule(
    "gentagelse",
    "Gentagelsen kan ikke læses",
    "Gentagelsen skal skrives på en af nogle bestemte måder.",
    "Skriv for eksempel hver uge, hver 14. dag, hver tirsdag og torsdag eller 2. tirsdag i måneden.",
    "gentag: af og til\ngentag til: 15. december 2026",
    "gentag: hver uge\ngentag til: 18. december 2026",
)
TWO_MEANINGS = Rule(
    "to-betydninger",
    "Gentagelsen kan betyde to ting",
    "«hver anden fredag» kan være hver 14. dag eller den anden fredag i måneden.",
    "Skriv det, du mener, på en af de to måder, der står i beskeden.",
    "gentag: hver anden fredag\ngentag til: 15. december 2026",
    "gentag: hver 14. dag\ngentag til: 15. december 2026",
)
NO_REPETITION = Rule(
    "hvor-tit",
    "Der står ikke, hvor tit det gentages",
    "Feltet `gentag til` er der, men feltet `gentag` mangler.",
    "Skriv også `gentag`.",
    "gentag til: 15. december 2026",
    "gentag: hver uge\ngentag til: 15. december 2026",
)
NO_UNTIL = Rule(
    "hvor-laenge",
    "Der står ikke, hvor længe det gentages",
    "Feltet `gentag` er der, men feltet `gentag til` mangler.",
    "Skriv også `gentag til` med den sidste dag.",
    "gentag: hver uge",
    "gentag: hver uge\ngentag til: 15. december 2026",
)
UNTIL_FIRST = Rule(
    "gentag-til-foer-start",
    "Gentagelsen slutter, før den begynder",
    "Dagen ved `gentag til` ligger før dagen ved `start`.",
    "Ret den af dem, der er forkert.",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. april 2026",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026",
)
START_OFF_BEAT = Rule(
    "start-passer-ikke",
    "Start passer ikke med gentagelsen",
    "Dagen ved `start` skal selv være en af de dage, det gentages.",
    "Ret start til den første rigtige dag, eller ret `gentag`.",
    "start: 1. maj 2026\ngentag: hver tirsdag\ngentag til: 1. juni 2026",
    "start: 5. maj 2026\ngentag: hver tirsdag\ngentag til: 1. juni 2026",
)
TOO_MANY = Rule(
    "for-mange-datoer",
    "Der er for mange datoer",
    "Et arrangement kan højst have 400 datoer. Tit er årstallet ved `gentag til` forkert.",
    "Skriv en tidligere dag ved `gentag til`.",
    "start: 1. maj 2026\ngentag: hver dag\ngentag til: 1. maj 2036",
    "start: 1. maj 2026\ngentag: hver dag\ngentag til: 1. juni 2026",
)
TOO_MANY_IN_AREA = Rule(
    "omraadets-datoer",
    "Området har for mange datoer",
    "Et områdes arrangementer kan højst have 5.000 datoer i alt og 500 i samme måned. "
    "Tit er årstallet ved `gentag til` forkert i flere filer.",
    "Skriv en tidligere dag ved `gentag til`, eller slet gamle arrangementer.",
)
NOT_A_DATE_OF_IT = Rule(
    "ikke-en-af-datoerne",
    "Arrangementet er ikke den dag",
    "Dagen er ikke en af arrangementets egne. Det gælder `undtagen`, `ændringer` og dagene i et stort program.",
    "Skriv en af de dage, der står i beskeden.",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nundtagen: 9. maj 2026",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nundtagen: 8. maj 2026",
)
LEAVES_OUT = Rule(
    "springer-maaneder-over",
    "Gentagelsen springer måneder over",
    "Ikke alle måneder har den dag: en 31., en 29. eller 30. (februar) eller en femte fredag.",
    "Skriv for eksempel `gentag: sidste dag i måneden`, eller skriv datoerne ved `flere datoer` i stedet for `gentag`.",
    "start: 31. maj 2026\ngentag: hver måned\ngentag til: 31. august 2026",
    "start: 31. maj 2026\ngentag: sidste dag i måneden\ngentag til: 31. august 2026",
)
LEFT_OUT_AND_CHANGED = Rule(
    "undtaget-og-aendret",
    "Dagen er både sprunget over og ændret",
    "Den samme dag står ved `undtagen` og under `ændringer`. Det, der er sprunget over, vises ikke, heller ikke som aflyst.",
    "Slet dagen ved `undtagen`, hvis gæsterne skal se ændringen. Slet ellers ændringen.",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nundtagen: 8. maj 2026\n"
    "ændringer:\n  - dato: 8. maj 2026\n    status: aflyst",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nændringer:\n  - dato: 8. maj 2026\n    status: aflyst",
)
ALL_LEFT_OUT = Rule(
    "alle-undtaget",
    "Alle datoer er undtaget",
    "Der er ingen dage tilbage.",
    "Er det hele aflyst, så skriv `status: aflyst` og slet `undtagen`.",
    "start: 1. maj 2026\nundtagen: 1. maj 2026",
    "start: 1. maj 2026\nstatus: aflyst",
)
CHANGED_TWICE = Rule(
    "aendret-to-gange",
    "Den samme dato er ændret to gange",
    "Under `ændringer` står den samme dato to gange.",
    "Skriv det hele under én dato.",
    "ændringer:\n  - dato: 1. maj 2026\n    status: aflyst\n  - dato: 1. maj 2026\n    tekst: Korlederen er syg.",
    "ændringer:\n  - dato: 1. maj 2026\n    status: aflyst\n    tekst: Korlederen er syg.",
)
MOVED_ONTO_ANOTHER = Rule(
    "flyttet-til-en-anden-dato",
    "Den nye dato er der allerede",
    "En dato er flyttet til en dag og et klokkeslæt, hvor arrangementet er i forvejen.",
    "Vælg en anden dag. Falder gangen væk, så skriv `status: aflyst`.",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nændringer:\n  - dato: 8. maj 2026\n    ny start: 15. maj 2026",
    "start: 1. maj 2026\ngentag: hver uge\ngentag til: 1. juni 2026\nændringer:\n  - dato: 8. maj 2026\n    ny start: 9. maj 2026",
)
MOVED_FROM_WHERE = Rule(
    "flyttet-fra",
    "Der står ikke, hvad det er flyttet fra",
    "Er noget flyttet, skal gæsterne kunne se, hvad der er ændret.",
    "Skriv også den gamle dag ved `før` eller det gamle sted ved `før sted`.",
    "start: 8. maj 2026 kl. 19.00\nstatus: flyttet",
    "start: 8. maj 2026 kl. 19.00\nstatus: flyttet\nfør: 1. maj 2026 kl. 19.00",
)
MOVE_IN_A_SERIES = Rule(
    "flyttet-i-en-raekke",
    "Hvilken dato er flyttet?",
    "Feltet `før` kan kun bruges, når arrangementet har én dato.",
    "Slet `før`, og skriv den dato, der er flyttet, under `ændringer`.",
    "start: 1. maj 2026\nflere datoer: 8. maj 2026\nfør: 30. april 2026",
    "start: 30. april 2026\nflere datoer: 8. maj 2026\nændringer:\n  - dato: 30. april 2026\n    ny start: 1. maj 2026",
)
MOVED_TO_WHERE = Rule(
    "flyttet-hvorhen",
    "Der står ikke, hvor det er flyttet hen",
    "Er noget flyttet, skal gæsterne kunne se, hvornår og hvor det så er.",
    "Skriv den nye dag eller det nye sted, eller linket ved `online`. Er det ikke flyttet, så slet `status`.",
    "start: 8. maj 2026 kl. 19.00\nstatus: flyttet online",
    "start: 8. maj 2026 kl. 19.00\nstatus: flyttet online\nonline: https://example.org/live",
)
DEADLINE_LATE = Rule(
    "frist",
    "Fristen ligger efter arrangementet",
    "Den sidste dag for tilmelding kan ikke ligge efter arrangementet.",
    "Ret fristen eller arrangementets dag.",
    "start: 1. maj 2026\ntilmelding:\n  mail: kontakt@example.org\n  frist: 2. maj 2026",
    "start: 1. maj 2026\ntilmelding:\n  mail: kontakt@example.org\n  frist: 24. april 2026",
)
WRITTEN_TWICE = Rule(
    "staar-to-gange",
    "Arrangementet står måske to gange",
    "To af områdets arrangementer har samme titel, dag, klokkeslæt og sted. Tit er det sendt to gange.",
    "Slet den ene fil. Er det to forskellige, så skriv i titlen, hvad der skiller dem ad.",
    warning=True,
)
AFTER_THE_END = Rule(
    "efter-afslutningen",
    "Et arrangement eller en runde ligger efter områdets afslutning",
    "Området siger, hvornår det slutter. Dets side viser ikke det, der kommer bagefter, men kalenderen gør.",
    "Ret `afsluttet` eller områdets periode under `runder`, hvis I er med endnu. Ellers flyt det til dem, der holder det.",
    warning=True,
)
FAR_FROM_ROUND = Rule(
    "trin-langt-fra-runden",
    "Et trin ligger langt fra sin runde",
    "Der er mere end et år mellem trinet og rundens periode. Tit er årstallet fra en anden runde.",
    "Ret årstallet i rundens `timeline.yml`. Er det rigtigt, så lad det stå.",
    warning=True,
)
ALREADY_PAST = Rule(
    "allerede-forbi",
    "Et nyt arrangement er allerede forbi",
    "Alle datoer ligger før i dag. Tit er årstallet fra sidste år.",
    "Ret årstallet. Er arrangementet holdt, og skal det i arkivet, så lad det stå.",
    warning=True,
)
