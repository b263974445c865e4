"""Words at the top of a file that are no field there, and where what they say belongs, by the words as they are compared."""

from __future__ import annotations

from generator.model.synonyms import MAIL, PHONE
from generator.text.letters import folded

_ASKED = "Skriv det ved kontakt, hvis gæsterne skal spørge der, eller ved tilmelding, hvis de skal tilmelde sig der."
_IN_TEXT = "Skriv det i teksten under felterne, og slet linjen."
_ACCESS = "Skriv det under adgang, for eksempel trinfri: ja."
_OF_CONTACT = "Skriv det under kontakt, for eksempel kontakt: formanden, kontakt@example.org."
_IN_STORY = "Skriv det i områdets fortælling, index.md, og slet linjen."
_AT_PLACE = "Skriv det i områdets fortælling, index.md, eller ved stedet under steder, og slet linjen."


def _told(words: str, cure: str) -> dict[str, str]:
    return {folded(word): cure for word in words.split(",")}


_WAYS = f"telefon,mail,{PHONE},{MAIL}"
OF_PLACE_ELSEWHERE = _told("handicapvenligt,handicapadgang,kørestol,trinfri,handicaptoilet,teleslynge", _ACCESS)
OF_EVENT_ELSEWHERE = {
    **_told(_WAYS, _ASKED),
    **_told("medbring,husk,dørene åbner,døre,bemærk,note,lukket,lukkedage,dagsorden,afgang,ankomst,transport", _IN_TEXT),
    **_told("forplejning,spisning,underviser,instruktør,kunstnere,medvirkende,optrædende,program for aftenen", _IN_TEXT),
    **OF_PLACE_ELSEWHERE,
}
OF_AREA_ELSEWHERE = {
    **_told(_WAYS, _OF_CONTACT),
    **_told("adgang,tilgængelighed,åbningstider,åbningstid,åbent,parkering,transport,bus,sådan finder du os", _AT_PLACE),
    **_told("tekst,beskrivelse,fortælling,historie,om os,baggrund,medlemskab,kontingent,aktiviteter,nyheder", _IN_STORY),
}
