"""Why a file cannot be read."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

LINK = Rule(
    "genvej",
    "Filen er en genvej",
    "Der ligger en genvej (et symbolsk link) i mappen. Den peger på en fil et andet sted.",
    "Slet genvejen, og læg selve filen i mappen.",
)
TOO_BIG = Rule(
    "for-stor-fil",
    "Filen er for stor",
    "En fil med tekst må højst fylde 200 kB. Det er omkring 100 sider.",
    "Gør teksten kortere. Billeder og pdf-filer lægges i mapperne `images` og `documents`.",
)
UNREADABLE = Rule(
    "kan-ikke-aabnes",
    "Filen eller mappen kan ikke åbnes",
    "Systemet giver ikke lov til at læse filen eller mappen, eller den er gået i stykker.",
    "Slet den, og læg den op igen på GitHub. Arbejder du på din egen maskine, så giv den læserettigheder.",
)
UNFORESEEN = Rule(
    "fejl-i-programmet",
    "En fejl i vores program",
    "Noget i filen får vores program til at gå i stå. Det er programmets fejl, ikke din.",
    "Skriv til programmet, og nævn koden i beskeden. Har du lige rettet noget, så prøv at skrive det på en anden måde.",
)
ENCODING = Rule(
    "tegnsaet",
    "Æ, ø og å er gemt på en gammel måde",
    "Filen er gemt med et andet tegnsæt end UTF-8. Så kan æ, ø og å ikke læses.",
    "Gem filen igen, og vælg tegnsættet UTF-8. Skriver du på GitHub, sker det af sig selv.",
)
HIDDEN_LETTER = Rule(
    "usynligt-tegn",
    "Et tegn, der kan narre",
    "Der står et tegn, som vender skriften om, skjuler ord eller ikke kan vises. Andre usynlige tegn fjerner vi selv.",
    "Gå til den linje og kolonne, der står i beskeden. Slet tegnet, og skriv stedet igen med tastaturet.",
)
PERSON_NUMBER = Rule(
    "cpr-nummer",
    "Der står et cpr-nummer",
    "Et cpr-nummer må aldrig stå i en fil på GitHub eller på siden, heller ikke med lov.",
    "Slet nummeret, og skriv til programmet, så det også bliver fjernet fra filens historie.",
)
FENCES = Rule(
    "streger",
    "De to linjer med tre streger mangler",
    "Felterne øverst i filen skal stå mellem to linjer med «---». Her begynder filen med noget, der ikke er et felt.",
    "Skriv «---» i den første linje, så felterne, og «---» igen lige under dem. Skriv teksten under den sidste.",
    "Kom og syng med.\n\ntitel: Fællessang\nstart: 1. maj 2026 kl. 19.00",
    "---\ntitel: Fællessang\nstart: 1. maj 2026 kl. 19.00\n---\nKom og syng med.",
    Home.FILE,
)
NO_FIELDS = Rule(
    "felter-i-fortaellingen",
    "Der står felter i områdets fortælling",
    "I `index.md` er der kun tekst. Felter mellem to linjer med «---» ville stå på siden som en overskrift.",
    "Slet de to linjer med «---» og felterne imellem dem. Områdets felter står i `area.yml`.",
    "---\ntitel: Vores fortælling\n---\nVi bor ved fjorden.",
    "Vi bor ved fjorden.",
    Home.STORY,
)
FIELDS_BELOW = Rule(
    "felter-i-teksten",
    "Der står felter under stregerne",
    "Det, der står under den anden linje med «---», er arrangementets tekst. Et felt dér virker ikke: "
    "Det aflyste ser ud til at blive til noget, og et navn kan komme til at stå på siden.",
    "Flyt felterne op over den anden linje med «---», eller slet den linje, der kom til at dele dem.",
    "---\ntitel: Fællessang\nstart: 1. maj 2026 kl. 19.00\n---\nstatus: aflyst\n---\nKom og syng med.",
    "---\ntitel: Fællessang\nstart: 1. maj 2026 kl. 19.00\nstatus: aflyst\n---\nKom og syng med.",
    Home.FILE,
)
COLON = Rule(
    "kolon",
    "Der er kolon i teksten",
    "Et kolon skiller feltets navn fra det, der står i feltet. Er der et kolon til, ved vi ikke, hvor teksten begynder.",
    "Sæt lige anførselstegn om teksten.",
    "titel: Foredrag: Havet og os",
    'titel: "Foredrag: Havet og os"',
)
NO_COLON = Rule(
    "manglende-kolon",
    "Der mangler et kolon",
    "Efter et felts navn skal der stå et kolon og et mellemrum.",
    "Skriv kolon og mellemrum efter feltets navn. Hører linjen til feltet ovenover, så ryk den ind med to mellemrum.",
    "pris 50 kr.\nkategori: musik",
    "pris: 50 kr.\nkategori: musik",
)
NO_SPACE = Rule(
    "mellemrum-efter-kolon",
    "Der mangler et mellemrum efter kolon",
    "Efter et felts navn skal der stå et kolon og et mellemrum. Uden mellemrummet er det ikke et felt.",
    "Skriv et mellemrum efter kolonet.",
    "titel:Fest\nkategori: musik",
    "titel: Fest\nkategori: musik",
)
HASH = Rule(
    "nummertegn",
    "Det, der står efter #, kommer ikke med",
    "Et # efter et mellemrum begynder en note til os selv. Den og resten af linjen vises ikke på siden.",
    "Sæt lige anførselstegn om hele teksten.",
    "titel: Fest #2",
    'titel: "Fest #2"',
)
BEHIND_HASH = Rule(
    "tekst-efter-nummertegn",
    "Der står ord efter #",
    "Et # efter et mellemrum begynder en note til os selv. Den og resten af linjen vises ikke på siden.",
    "Hører ordene til teksten, så sæt lige anførselstegn om det hele. Er de en note, så sæt to mellemrum foran #.",
    "resumé: Vi ses på havnen # og ved kirken",
    'resumé: "Vi ses på havnen # og ved kirken"',
    warning=True,
)
TAB = Rule(
    "tabulator",
    "Linjen er rykket ind med tabulator",
    "Linjerne under et felt skal være rykket lige langt ind. Her er brugt både tabulator og mellemrum.",
    "Slet det tomme først på linjen, og tryk på mellemrum to gange.",
    "sted:\n\tnavn: Havnen\n   by: Nykøbing Mors",
    "sted:\n  navn: Havnen\n  by: Nykøbing Mors",
)
INDENT = Rule(
    "indrykning",
    "Linjen kan ikke læses",
    "Linjen passer ikke med linjerne omkring den. Tit er den rykket for langt ind eller ud, eller en parentes er ikke lukket.",
    "Se efter, at felter, der hører sammen, begynder lige langt inde. Se også på linjen før.",
    "titel: Fest\n  pris: gratis\nkategori: musik",
    "titel: Fest\npris: gratis\nkategori: musik",
)
SPECIAL_START = Rule(
    "saerligt-tegn",
    "Teksten begynder med et særligt tegn",
    "Begynder en tekst med et tegn som @ eller %, kan den ikke læses som almindelig tekst.",
    "Sæt lige anførselstegn om teksten.",
    "titel: @havnen",
    'titel: "@havnen"',
)
EXCLAMATION = Rule(
    "udraabstegn",
    "Teksten begynder med et udråbstegn",
    "Begynder en tekst med «!», kan den ikke læses som almindelig tekst.",
    "Sæt lige anførselstegn om teksten.",
    "titel: !Husk håndklæde",
    'titel: "!Husk håndklæde"',
)
OPEN_QUOTE = Rule(
    "aabent-anfoerselstegn",
    "Et anførselstegn er ikke lukket",
    "Teksten begynder med et anførselstegn, men det sidste mangler.",
    "Skriv det sidste anførselstegn, eller slet det første.",
    'titel: "Fest på havnen',
    'titel: "Fest på havnen"',
)
ANCHOR = Rule(
    "henvisning",
    "Teksten ligner en henvisning",
    "Begynder en tekst med & eller *, læses den som en henvisning til et andet sted i filen. Det kan ikke bruges her.",
    "Sæt lige anførselstegn om teksten.",
    "titel: *Fest*",
    'titel: "*Fest*"',
)
TOO_DEEP = Rule(
    "for-dybt",
    "Felterne ligger for dybt",
    "Der er rykket ind så mange gange, at det må være en fejl.",
    "Ryk linjerne tilbage, så de begynder lige under det felt, de hører til.",
)
FIELD_NAME = Rule(
    "feltnavn",
    "Et felt mangler et navn",
    "Før kolon skal der stå et ord. Her står der noget andet, for eksempel en parentes eller en liste.",
    "Skriv feltets navn, et kolon, et mellemrum og så teksten.",
    "{titel: Fest}: ja",
    "titel: Fest",
)
TWICE = Rule(
    "to-gange",
    "Feltet står to gange",
    "Det samme felt står to steder. Så ved vi ikke, hvilket der gælder.",
    "Behold det ene, og slet det andet.",
    "pris: 50 kr.\nkategori: musik\npris: gratis",
    "pris: gratis\nkategori: musik",
)
