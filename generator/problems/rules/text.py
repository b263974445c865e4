"""What is wrong in a text that an area writes in Markdown."""

from __future__ import annotations

from generator.problems.rules.rule import Home, Rule

DEAD_LINK = Rule(
    "doedt-link",
    "Linket fører ikke nogen steder hen",
    "Linket peger på en side, der ikke er her. Tit er der en slåfejl, eller siden har fået et nyt navn.",
    "Åbn siden, og kopiér den sidste del af adressen. Den begynder og slutter med en skråstreg.",
    "Se [alle arrangementer](/det-skr/).",
    "Se [alle arrangementer](/det-sker/).",
    Home.TEXT,
)
BAD_LINK = Rule(
    "link-fjernes",
    "Linket bliver fjernet",
    "Af hensyn til sikkerheden kan et link kun begynde med `https://`, `mailto:` eller `tel:`, eller med / til vores egne sider.",
    "Skriv hele adressen på den side, linket skal føre til.",
    "Se [vores side](www.example.org).",
    "Se [vores side](https://www.example.org).",
    Home.TEXT,
)
WRITTEN_OTHERWISE = Rule(
    "forkert-skrevet-link",
    "Linket er ikke skrevet, som det skal",
    "Adressen mangler, eller kun noget af den er der. Tit er der et anførselstegn eller et mellemrum for meget.",
    "Skriv teksten i kantede parenteser og lige efter dem hele adressen i runde.",
    'Se [vores side]("www.example.org").',
    "Se [vores side](https://www.example.org).",
    Home.TEXT,
)
EMPTY_LINK = Rule(
    "link-uden-tekst",
    "Linket har ingen tekst",
    "Der står ikke noget at trykke på. En skærmlæser kan heller ikke sige, hvor linket fører hen.",
    "Skriv i de kantede parenteser, hvad man finder.",
    "[](https://www.example.org)",
    "[Vores egen side](https://www.example.org)",
    Home.TEXT,
)
PICTURE_IN_TEXT = Rule(
    "billede-i-teksten",
    "Billedet vises ikke i teksten",
    "Et billede skal have beskrivelse og fotograf. Derfor skrives det i felterne og ikke i teksten.",
    "Slet billedet i teksten, og skriv det ved `billede`. Et område kan have flere billeder ved `billeder`.",
    "![Havnen](images/havnen.jpg)",
    "Se billedet af havnen øverst på siden.",
    Home.TEXT,
)
HTML = Rule(
    "html",
    "HTML bliver fjernet",
    "Koder mellem < og >, der kan gøre noget på siden, bliver fjernet. Fed, kursiv, linjer og lister fra en mail bliver stående.",
    "Slet koden. Skal man se noget, der ligger et andet sted, så skriv et link til det.",
    "<iframe src=https://www.example.org/film></iframe>",
    "[Se filmen](https://www.example.org/film)",
    Home.TEXT,
)
EMPTY_HEADING = Rule(
    "tom-overskrift",
    "Overskriften er tom",
    "Der står havelåger (#) uden tekst. Så læser en skærmlæser en overskrift op uden ord.",
    "Skriv overskriften efter havelågerne, eller slet linjen.",
    "##",
    "## Aftenens program",
    Home.TEXT,
)
TOO_LONG = Rule(
    "for-lang-tekst",
    "Teksten er alt for lang",
    "Så lang en tekst kan ingen læse på en telefon.",
    "Gør teksten kortere, eller del den i flere arrangementer.",
    home=Home.TEXT,
)
TOO_MANY_MARKS = Rule(
    "for-mange-tegn",
    "Det samme tegn står for mange gange",
    "Et tegn som [ eller * står så mange gange, at teksten ikke kan læses som Markdown.",
    "Slet de tegn, der er for mange.",
    home=Home.TEXT,
)
TOO_MANY_CELLS = Rule(
    "for-stor-tabel",
    "Tabellen er for stor",
    "Så mange felter kan ingen overskue, slet ikke på en telefon. Hver række tæller lige så mange felter, som der er kolonner.",
    "Slet rækker eller kolonner, eller læg tabellen i et dokument.",
    home=Home.TEXT,
)
TOO_LONG_LINK = Rule(
    "for-langt-link",
    "Et link er for langt",
    "Et link nederst i teksten er så langt, og bliver brugt så mange gange, at siden bliver alt for stor.",
    "Skriv et kortere link, eller brug det færre gange.",
    home=Home.TEXT,
)
STATE_IN_WORDS = Rule(
    "aflyst-i-titlen",
    "Ordene siger, at det er aflyst",
    "Titlen eller teksten siger, hvordan det står til, men status gør ikke. Så står det som planlagt på siden og i kalendere.",
    "Skriv det ved `status`. Er det ment på en anden måde, så skriv `status: planlagt`.",
    "titel: Sangaften er aflyst",
    "titel: Sangaften\nstatus: aflyst",
    warning=True,
)
FIELD_IN_TEXT = Rule(
    "felt-i-teksten",
    "Et felt står i teksten",
    "Flere linjer i teksten ligner felter, for eksempel dato og sted. Står de kun der, kommer de ikke med i kalenderen.",
    "Skriv dem i felterne, og slet linjerne i teksten.",
    "Dato: 3. maj 2026\nTid: kl. 19\nSted: havnen",
    "Vi ses på havnen den 3. maj.",
    Home.TEXT,
)
