"""What is wrong with an address, a number, a place or another value of its own kind."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

WEB = Rule(
    "webadresse",
    "Webadressen kan ikke bruges",
    "Det, der står, er ikke adressen på en side. Der kan kun stå én adresse, og ingen ord foran den.",
    "Åbn siden, og kopiér hele adressen fra linjen øverst.",
    "online: se vores side",
    "online: https://www.example.org",
)
MAIL = Rule(
    "mailadresse",
    "Mailadressen kan ikke bruges",
    "En mailadresse har ét @ og et punktum efter det.",
    "Skriv adressen igen uden mellemrum.",
    "tilmelding:\n  mail: kontakt@example",
    "tilmelding:\n  mail: kontakt@example.org",
)
PHONE = Rule(
    "telefon",
    "Telefonnummeret kan ikke bruges",
    "Et dansk telefonnummer har otte cifre. Et udenlandsk begynder med + og landets nummer.",
    "Skriv kun ét nummer og ikke andet.",
    "tilmelding:\n  telefon: 12 34 56",
    "tilmelding:\n  telefon: 12 34 56 78",
)
POSTCODE = Rule(
    "postnummer",
    "Postnummeret kan ikke bruges",
    "Et postnummer har fire cifre. Byens navn står i feltet `by`.",
    "Skriv kun de fire cifre.",
    "sted:\n  navn: Havnen\n  postnummer: 7900 Nykøbing Mors",
    "sted:\n  navn: Havnen\n  postnummer: 7900\n  by: Nykøbing Mors",
)
AGES = Rule(
    "alder-fra-til",
    "Alderen går fra den ældste til den yngste",
    "Den laveste alder skal stå først. Ellers kan ingen finde det, der passer til deres alder.",
    "Byt de to tal om.",
    "alder: 12-8 år",
    "alder: 8-12 år",
)
COORDINATES = Rule(
    "koordinater",
    "Koordinaterne kan ikke læses",
    "Koordinater er to tal med punktum i og komma imellem: først bredden, så længden.",
    "Find stedet på et kort på nettet, hold fingeren på det, og kopiér de to tal.",
    "sted:\n  navn: Havnen\n  koordinater: 56 grader nord",
    "sted:\n  navn: Havnen\n  koordinater: 56.92, 8.92",
)
ELSEWHERE = Rule(
    "uden-for-nordjylland",
    "Koordinaterne ligger ikke i Nordjylland",
    "De to tal peger på et sted uden for Nordjylland. Tit er de byttet om.",
    "Skriv bredden først (56 eller 57) og så længden (8 til 11).",
    "sted:\n  navn: Havnen\n  koordinater: 8.92, 56.92",
    "sted:\n  navn: Havnen\n  koordinater: 56.92, 8.92",
)
WAY_AMONG_WORDS = Rule(
    "nummer-i-teksten",
    "Et nummer eller en adresse står blandt ordene",
    "Arrangør, partnere og det, man hjælper med, kan alle læse. Et telefonnummer vises kun, når den, det tilhører, har sagt ja.",
    "Flyt det til `kontakt`. Har personen sagt ja, så skriv også `vis: ja`.",
    "hjælpere:\n  - rolle: kage\n    hvornår: ring 12 34 56 78",
    "hjælpere:\n  - rolle: kage\n    hvornår: om formiddagen\n    kontakt:\n      telefon: 12 34 56 78\n      vis: ja",
)
CONTACT_UNSEEN = Rule(
    "kontakt-vises-ikke",
    "Kontakten vises ikke",
    "En persons navn og nummer vises kun, når personen har sagt ja. Her står ingen mailadresse, så gæsterne ser ingen at spørge.",
    "Har personen sagt ja, så skriv `vis: ja` under `kontakt`. Ellers skriv en fælles mailadresse.",
    "kontakt:\n  navn: Navn Navnesen\n  telefon: 12 34 56 78",
    "kontakt:\n  navn: Navn Navnesen\n  telefon: 12 34 56 78\n  vis: ja",
    warning=True,
)
SEVERAL_CONTACTS = Rule(
    "flere-kontakter",
    "Der står mere end én kontakt",
    "Ved `kontakt` kan kun stå én, som gæsterne spørger. Ellers ved ingen, hvis nummer der er hvis.",
    "Skriv den ene ved `kontakt` og den anden i teksten.",
    "kontakt: formanden 12 34 56 78 eller kassereren 34 56 78 12",
    "kontakt: formanden, tlf. 12 34 56 78, kontakt@example.org",
)
BOOKING = Rule(
    "tilmelding",
    "Tilmeldingen kan ikke læses",
    "Står der kun én ting ved `tilmelding`, skal det være ingen, et link, en mailadresse eller et telefonnummer.",
    "Skriv en af de fire. Skal der stå mere, så brug felterne link, mail, telefon, frist og tekst.",
    "tilmelding: senest på fredag",
    "tilmelding:\n  mail: kontakt@example.org\n  frist: 24. april 2026",
)
NO_WAY_TO_BOOK = Rule(
    "tilmelding-hvor",
    "Der står ikke, hvordan man tilmelder sig",
    "Der er en tilmelding, men hverken link, mail, telefon eller en tekst.",
    "Skriv en af dem. Er der ingen tilmelding, så skriv `tilmelding: ingen`.",
    "start: 1. maj 2026\ntilmelding:\n  frist: 24. april 2026",
    "start: 1. maj 2026\ntilmelding:\n  mail: kontakt@example.org\n  frist: 24. april 2026",
)
PLACE = Rule(
    "ukendt-sted",
    "Stedet kendes ikke",
    "Et ord alene ved `sted` er en nøgle. Den skal stå under `steder` i områdets `area.yml`.",
    "Skriv en af nøglerne. Er stedet nyt, så skriv det ud med `sted:` og `navn:` under.",
    "sted: lade",
    "sted:\n  navn: Den gamle lade\n  adresse: Eksempelvej 1",
)
PLACE_NAME = Rule(
    "sted-uden-adresse",
    "Der står kun stedets navn",
    "Ikke alle ved, hvor stedet er. Uden en adresse kan kortet heller ikke vise vejen.",
    "Skriv adressen efter navnet med et komma. Bruger I stedet tit, så skriv det under `steder` i `area.yml`.",
    "sted: Den gamle lade",
    "sted: Den gamle lade, Eksempelvej 1, 7900 Nykøbing Mors",
    warning=True,
)
AREA_TWICE = Rule(
    "samme-navn",
    "To områder har samme navn",
    "Et andet lokalområde hedder det samme. Så kan gæsterne ikke kende forskel.",
    "Ret det ene navn.",
    home=Home.AREA,
)
TOO_MANY_AREAS = Rule(
    "for-mange-omraader",
    "Der er for mange områder",
    "Der er flere mapper i `areas`, end runden har lokalområder.",
    "Slet den mappe, der er for meget, eller spørg programmet. Er det en ny runde, så skriv den ved `runder`.",
    home=Home.AREA,
)
ROUND = Rule(
    "runde",
    "Runden passer ikke",
    "Ved `runder` står den samme runde to gange, eller en periode, der ligger uden for runden.",
    "Skriv hver runde én gang, og kun den del af runden, som området er med i.",
    home=Home.AREA,
)
SAME_DOT = Rule(
    "samme-punkt",
    "To områder har samme punkt",
    "Et andet lokalområdes cirkel ligner denne. Så kan gæsterne ikke kende dem fra hinanden på kortet og på plakaterne.",
    "Er plakaten ikke trykt endnu, så vælg et andet `punkt` i det område, der kom sidst. Vi ændrer det aldrig af os selv.",
    home=Home.AREA,
    warning=True,
)
SECRET_ADDRESS = Rule(
    "hemmelig-adresse",
    "Kalenderens adresse er hemmelig",
    "Den, der har kalenderens hemmelige adresse, kan læse alt i den, og alle kan læse filen her.",
    "Gør kalenderen offentlig, og skriv dens offentlige adresse. Lav en ny hemmelig adresse i kalenderens indstillinger.",
    "kilder:\n  koret:\n    adresse: https://calendar.google.com/calendar/ical/kor/private-1a2b3c4d5e6f/basic.ics",
    "kilder:\n  koret:\n    adresse: https://calendar.google.com/calendar/ical/kor/public/basic.ics",
    Home.AREA,
)
FORMER = Rule(
    "tidligere-adresse",
    "Sådan kan en side ikke have heddet",
    "En adresse på siden har kun små bogstaver fra a til z, tal, bindestreger og skråstreger. Websidens navn er ikke med.",
    "Skriv det, der stod efter sidens navn, fra den første skråstreg.",
    "tidligere adresser:\n  - ../Gammelby/Fest",
    "tidligere adresser:\n  - /det-sker/gammelby/fest/",
)
FORMER_TAKEN = Rule(
    "optaget-adresse",
    "Den tidligere adresse er optaget",
    "På en tidligere adresse står der kun, hvor siden er flyttet hen. Derfor kan der ikke ligge noget andet, og kun én side kan "
    "have haft den.",
    "Slet linjen, eller giv den anden side et andet navn.",
)
ACCOUNT = Rule(
    "konto",
    "Kontoen kan ikke bruges",
    "Det, der står, er ikke navnet på en konto eller et hold på GitHub.",
    "Skriv kontoens navn, som det står på GitHub. Et hold skrives med en skråstreg: foreningen/skribenter.",
    "programmet: Anna Hansen",
    "programmet: anna-hansen",
    Home.OWNERS,
)
LANGUAGE_PATTERN = Rule(
    "sprogets-moenster",
    "Sådan kan sproget ikke skrives",
    "Et mønster for dage, klokkeslæt eller beløb mangler noget, eller der er ikke et navn til hver dag eller måned.",
    "Skriv det, beskeden nævner. De danske mønstre står i skemaet, og `content/en/words.yml` er et helt eksempel.",
)
LANGUAGE_WORD = Rule(
    "sprogets-ord",
    "Et ord mangler på et sprog",
    "Siderne på sproget viser ordet, så det skal stå under `ord` i sprogets `words.yml`. Det samme gælder det, der står i {}.",
    "Skriv det danske ord, kolon og ordet på sproget. Lad en, der taler det, læse det.",
)
LANGUAGE_PAGE = Rule(
    "sprogets-side",
    "En side på et andet sprog mangler noget",
    "En mappe med et sprogs kode er et sprog. Den har `words.yml` og forsiden `index.md`, og `dansk` er filen med den danske side.",
    "Skriv det, beskeden nævner, eller giv mappen et andet navn.",
)
UNKNOWN_AREA = Rule(
    "ukendt-omraade",
    "Området kendes ikke",
    "Ved `også i` og `deler med` står navnet på et andet lokalområde eller på dets mappe i `areas`.",
    "Skriv et af dem, beskeden nævner. Er området ikke med mere, så slet det.",
    "også i: Atlantis",
    "arrangør: Atlantis",
    warning=True,
)
NOT_AGREED = Rule(
    "ikke-aftalt",
    "Det andet område har ikke sagt ja",
    "Et arrangement kan stå på to områders sider. Det andet område siger ja én gang, og indtil da står det kun hos jer.",
    "Det andet område skriver `deler med` og navnet på jeres mappe i sin `area.yml`.",
    warning=True,
)
