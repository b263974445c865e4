"""What the pages of another language say, by its Danish words: the site itself says each of them in Danish somewhere."""

from __future__ import annotations

from generator.model.place import Access

LAYOUT = (
    *("Gå til indholdet", "Menu", "Hovedmenu", "Forside", "Brødkrumme", "Sprog", "Søg", "Kontakt", "Søg og oversigt"),
    *("Tilgængelighedserklæring", "Privatliv"),
    "Indhold mærket Eksempel er opdigtet og viser, hvordan siden kan se ud.",
)
STATES = (
    *("Aflyst", "Udsat, ny dato følger", "Flyttet", "Flyttet online", "Udsolgt", "Få pladser", "Afholdt", "I gang nu", "I dag"),
    "Før",
)
CARD = ("Eksempel", "Gratis", "hele dagen", "tilmelding", "ingen tilmelding", "online")
PRICE = ("fra {beløb}",)
SPOKEN = ("dansk", "engelsk", "tysk", "ukrainsk", "arabisk")
"""The languages of events that are named in other languages; any other stays as it was written."""

CALENDAR = (
    *("Gå til måned", "1 dato", "{antal} datoer", "Se alle datoer i {måned}", "Det næste, der sker", "Det sker"),
    *("Følg kalenderen", "Der er ingen kommende arrangementer i kalenderen."),
)
EVENT = (
    *("Hvornår", "Hvor", "Pris", "Arrangør", "For hvem", "Alder", "Sprog", "Slags", "Adgang"),
    *("Sådan kommer du dertil", "Gem i min kalender"),
)
KEY = ("Ord på siderne", "Arrangementets side", "Status", "Ugedage", "Måneder", "Ring eller skriv")
"""The headings of a front page's key to the words, beside those above."""

ANSWERS = ("ja", "nej")
ACCESS = (*ANSWERS, *(field.title or name for name, field in Access.model_fields.items()))

PHRASES = (*LAYOUT, *STATES, *CARD, *PRICE, *SPOKEN, *CALENDAR, *EVENT, *KEY)
