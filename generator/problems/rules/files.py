"""What is wrong with pictures, documents, names and what lies in a folder."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

_PICTURE = "billede:\n  fil: {}\n  beskrivelse: Havnen i aftensol.\n  foto: Lokalarkivet"

FOLDER_NAME = Rule(
    "mappenavn",
    "Mappens navn kan ikke bruges",
    "Mappens navn bliver til områdets adresse på nettet. Det har kun små bogstaver fra a til z, tal og bindestreg.",
    "Skriv æ, ø og å som ae, oe og aa, og brug bindestreg i stedet for mellemrum.",
    "areas/Øster Hurup/",
    "areas/oester-hurup/",
    Home.NAME,
)
FILE_NAME = Rule(
    "filnavn",
    "Filens navn kan ikke bruges",
    "Filens navn bliver til arrangementets adresse på nettet. Det har kun små bogstaver fra a til z, tal og bindestreg.",
    "Skriv æ, ø og å som ae, oe og aa, og brug bindestreg i stedet for mellemrum.",
    "Fællessang i laden.md",
    "faellessang-i-laden.md",
    Home.NAME,
)
FILE_MISSING = Rule(
    "fil-mangler",
    "En fil mangler",
    "Filen skal være der, for at siden kan laves. Hver mappe i `areas` skal have en `area.yml`.",
    "Lav filen, eller hent den tilbage. Er mappen tom, så slet den.",
)
NOT_A_FILE = Rule(
    "ikke-en-fil",
    "Her skal ligge en fil",
    "Der ligger en mappe eller en genvej, hvor der skal ligge en fil.",
    "Slet den, og læg selve filen i mappen.",
)
MISPLACED = Rule(
    "hoerer-ikke-til",
    "Filen hører ikke til her",
    "I et områdes mappe ligger kun `area.yml`, `index.md` og mapperne `events`, `images` og `documents`.",
    "Flyt filen, giv den det rigtige navn, eller slet den.",
    "areas/nordmors/om-os.md",
    "areas/nordmors/index.md",
    Home.NAME,
)
ENDING = Rule(
    "endelse",
    "Filens navn ender forkert",
    "Arrangementer ender på `.md`. Billeder ender på `.jpg`, `.jpeg`, `.png` eller `.webp`. Dokumenter ender på `.pdf`.",
    "Gem filen på den rigtige måde, eller læg den i den rigtige mappe.",
    "events/fest.docx",
    "events/fest.md",
    Home.NAME,
)
RUNNABLE = Rule(
    "program",
    "Filen er markeret som et program",
    "Filen kan køres som et program. Det har ingen tekst eller billede brug for.",
    "Slet filen, og læg den op igen på GitHub.",
)
SETTING = Rule(
    "indstilling",
    "Sidens indstillinger kan ikke bruges",
    "I `mkdocs.yml` står sidens menu og adresse, og om eksemplerne skal ses. Med en slåfejl dér bliver siden en anden.",
    "Gå til den linje og kolonne, der står i beskeden, og ret den. Er du i tvivl, så hent den forrige udgave frem på GitHub.",
)
PICTURE_PATH = Rule(
    "billedets-navn",
    "Billedets navn kan ikke bruges",
    "Et billede ligger i mappen `images`. Navnet har kun små bogstaver fra a til z, tal og bindestreg, og det ender på "
    "`.jpg`, `.jpeg`, `.png` eller `.webp`.",
    "Giv filen et nyt navn, og skriv det samme her.",
    _PICTURE.format("Billeder/Havnen.JPG"),
    _PICTURE.format("images/havnen.jpg"),
)
PICTURE_MISSING = Rule(
    "billedet-findes-ikke",
    "Billedet findes ikke",
    "Der ligger ikke et billede med det navn i mappen `images`.",
    "Læg billedet i mappen, eller ret navnet. Store og små bogstaver skal være ens.",
    _PICTURE.format("images/hanven.jpg"),
    _PICTURE.format("images/havnen.jpg"),
)
PICTURE_TEXT = Rule(
    "beskrivelse",
    "Billedet mangler en beskrivelse",
    "De, der ikke kan se billedet, får beskrivelsen læst op.",
    "Skriv ved `beskrivelse`, hvad man ser. Er billedet kun pynt, så skriv `dekorativ: ja`.",
    "billede:\n  fil: images/havnen.jpg\n  foto: Lokalarkivet",
    _PICTURE.format("images/havnen.jpg"),
)
CONSENT = Rule(
    "samtykke",
    "De, man kan genkende, har ikke sagt ja",
    "Et billede af mennesker, man kan genkende, kommer kun på siden, når de har sagt ja. For børn er det forældrene, der siger ja.",
    "Spørg dem, og skriv `samtykke: ja`, eller vælg et andet billede. Kan man ikke genkende nogen, så udelad feltet.",
    _PICTURE.format("images/havnen.jpg") + "\n  samtykke: nej",
    _PICTURE.format("images/havnen.jpg") + "\n  samtykke: ja",
)
PICTURE_UNREADABLE = Rule(
    "billedet-kan-ikke-laeses",
    "Billedet kan ikke læses",
    "Filen er ikke et billede, er gået i stykker eller er af en slags, vi ikke kan vise, for eksempel HEIC fra en iPhone.",
    "Åbn billedet, gem det som JPEG, og læg det op igen.",
)
PICTURE_SIZE = Rule(
    "billedet-er-for-stort",
    "Billedet er for stort",
    "Billedet fylder for meget, eller det har for mange punkter.",
    "Gør billedet mindre. 2500 punkter på den længste led er rigeligt.",
)
PICTURE_UNFETCHED = Rule(
    "billedet-kan-ikke-hentes",
    "Billedet kan ikke hentes fra sagen",
    "Billedet er ikke trukket ind i sagen på GitHub, eller GitHub svarede ikke. Fra andre steder på nettet hentes intet.",
    "Træk billedet ind i feltet Billede, eller send det i en mail.",
)
PICTURE_ENDING = Rule(
    "billedets-endelse",
    "Navnet passer ikke til billedet",
    "Filen er for eksempel et PNG-billede, men navnet ender på `.jpg`.",
    "Giv filen det navn, der står i beskeden. Husk også at rette det i feltet `fil`.",
)
DOCUMENT_PATH = Rule(
    "dokumentets-navn",
    "Dokumentets navn kan ikke bruges",
    "Et dokument er en pdf i mappen `documents`. Navnet har kun små bogstaver fra a til z, tal og bindestreg.",
    "Giv filen et nyt navn, og skriv det samme her.",
    "dokumenter:\n  - titel: Programmet\n    fil: Program.docx",
    "dokumenter:\n  - titel: Programmet\n    fil: documents/program.pdf",
)
DOCUMENT_MISSING = Rule(
    "dokumentet-findes-ikke",
    "Dokumentet findes ikke",
    "Der ligger ikke en pdf med det navn i mappen `documents`.",
    "Læg filen i mappen, eller ret navnet.",
    "dokumenter:\n  - titel: Programmet\n    fil: documents/pogram.pdf",
    "dokumenter:\n  - titel: Programmet\n    fil: documents/program.pdf",
)
DOCUMENT_UNREADABLE = Rule(
    "dokumentet-er-ikke-en-pdf",
    "Dokumentet er ikke en pdf",
    "Navnet ender på `.pdf`, men filen er noget andet.",
    "Gem dokumentet som pdf, og læg det op igen.",
)
DOCUMENT_SIZE = Rule(
    "dokumentet-er-for-stort",
    "Dokumentet er for stort",
    "En pdf må højst fylde 10 MB. Ellers er den for tung at hente på en telefon.",
    "Gem den igen med mindre billeder i.",
)
AREA_SIZE = Rule(
    "omraadet-er-for-stort",
    "Områdets mappe er for stor",
    "Et områdes mappe kan højst have 3.000 filer, og de kan højst fylde 400 MB i alt, teksterne højst 10 MB. "
    "Ellers bliver det hele for tungt at hente og at bygge.",
    "Slet de billeder og dokumenter, der ikke bruges, og gør store billeder mindre. 2500 punkter på den længste led er rigeligt.",
)
LEFTOVER = Rule(
    "efterladt-fil",
    "Filen er lavet af et program",
    "Nogle programmer lægger selv filer i mapperne, for eksempel `.DS_Store` eller `fest.md~`. De kommer ikke med på siden.",
    "Slet filen. Den standser ikke noget, men den følger med til alle andre.",
    "areas/nordmors/.DS_Store",
    "areas/nordmors/area.yml",
    Home.NAME,
    warning=True,
)
ADDRESS_GONE = Rule(
    "adressen-forsvinder",
    "En side forsvinder",
    "Et område, et arrangement, en historie, en side eller et dokument var offentligt og er nu slettet, omdøbt eller kladde. Så "
    "dør adressen, og kalendere, der følger den, får ikke noget at vide.",
    "Er det aflyst, så læg filen tilbage, og skriv `status: aflyst`. Er det holdt, så lad det ligge: det flytter selv til arkivet. "
    "Er det ment sådan, skal I ikke gøre noget.",
    warning=True,
)
ADDRESS_TAKEN = Rule(
    "adressen-er-optaget",
    "Adressen er optaget",
    "En side i content/ har det navn, som en af de sider har, der bliver lavet af sig selv. Så ville ingen se den.",
    "Giv filen et andet navn.",
    "content/uge.md",
    "content/uge-for-uge.md",
    Home.NAME,
)
UNFIT = Rule(
    "uegnet-fil",
    "Filen kan ikke ligge blandt områderne",
    "Blandt områderne ligger kun almindelige filer, hvis navne har bogstaver fra a til z, tal og bindestreg.",
    "Giv filen et nyt navn, eller slet den og læg den op igen på GitHub.",
)
NOT_YOURS = Rule(
    "en-andens-fil",
    "Filen er en andens",
    "Et områdes folk kan kun ændre områdets egen mappe. Resten passer andre.",
    "Tag filen ud af rettelsen, og send den til dem, beskeden nævner.",
)
