"""Other words that people write for a field's key, by mapping: read where the key itself is not there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.text.letters import folded

Synonyms = Mapping[str, str]
"""The key of each word, which is as words are compared (`folded`)."""


def synonyms(words: Mapping[str, str]) -> Synonyms:
    """Return the table of a mapping from its keys to their other words, separated by commas."""
    return {folded(word): key for key, others in words.items() for word in others.split(",")}


def comparable(written: str) -> str:
    """Return a key as it is compared: `Kl.:`, `kl` and `KL` are one."""
    return folded(written).rstrip(".:?!")


CLOCK, END_CLOCK, LENGTH, DEADLINE, TICKET = "\x00kl", "\x00slut kl", "\x00varighed", "\x00frist", "\x00billet"
STREET, POSTCODE, TOWN = "\x00adresse", "\x00postnummer", "\x00by"
"""Words that no field has alone: an hour belongs to a day, a deadline to `tilmelding`; a ticket is a price or a way to get it; a
street, a postcode and a town belong to `sted`."""

MAIL = "email,e-mailadresse,mailadresse,epost,e-post"
PHONE = "tlf,tlfnr,tlf nr,tlf. nr,telefonnr,telefonnummer,mobil,mobilnr,mobilnummer,nummer,mobiltelefon"
_FORMER = "tidligere adresse,gammel adresse,gamle adresser,før adresse,flyttet fra"
_WEB = "hjemmeside,web,webside,website,webadresse,url,internetadresse"

EVENT = synonyms(
    {
        "titel": "overskrift,title,name,navn,hvad,arrangement,arrangementets navn,navn på arrangement,begivenhed",
        "resumé": "beskrivelse,description,summary,kort beskrivelse,kort tekst,intro,introduktion,manchet,undertitel",
        "english": "engelsk,på engelsk,in english,engelsk resumé,resumé på engelsk,engelsk tekst",
        "start": "dato,date,when,dag,hvornår,periode,fra"
        ",startdato,startdag,begynder,starter,dato og tid,dato/tid,dag og tid,tid og dato",
        CLOCK: "tid,tidspunkt,kl,klokken,klokkeslæt,starttid,starttidspunkt,start kl,begynder kl,starter kl,time"
        ",åbningstid,åbningstider,åbent",
        "slut": "slutter,end,til,slutdato,slutdag,ender,til og med",
        END_CLOCK: "sluttid,end time,sluttidspunkt,slut kl,slutter kl",
        LENGTH: "varighed,varer,længde,tidsforbrug,duration",
        "før": "oprindelig dato,oprindelig dag,oprindeligt,gammel dato,den gamle dato,tidligere dato",
        "sprog": "language,languages",
        "gentag": "gentages,gentagelse,gentagelser",
        "gentag til": "gentages til,gentages til og med",
        "undtagen": "undtaget,springes over",
        "flere datoer": "datoer,andre datoer,øvrige datoer,flere dage",
        "sted": "hvor,stedet,lokation,lokalitet,spillested,mødested,place,where,location,venue",
        "online": "livestream,onlinelink",
        "pris": "entré,priser,billetpris,billetpriser,koster,entrépris,deltagerpris,deltagergebyr,pris pr. person"
        ",price,cost,admission",
        TICKET: "billet,billetter,tickets,billetsalg,køb billet,køb billetter",
        "tilmelding": "tilmeld,registration,booking,tilmelding til,sådan tilmelder du dig",
        DEADLINE: "frist,deadline,tilmeldingsfrist,frist for tilmelding,sidste frist,tilmelding senest,sidste tilmelding",
        "arrangør": "arrangører,organiser,organizer,arrangeret af,arrangeres af,vært,værter",
        "partnere": "partner,samarbejdspartner,samarbejdspartnere,i samarbejde med,medarrangør,medarrangører",
        "kontakt": "kontaktperson,contact,kontaktpersoner,kontaktinfo,kontaktoplysninger,spørgsmål til",
        "hjælpere": "hjælper,hjælp,frivillige,frivillig,vi søger,vi mangler,søger hjælpere,brug for hjælp",
        "også i": "også på,sammen med området,andre områder,delt med,fælles med",
        "målgruppe": "målgrupper,audience,for hvem,hvem,hvem er det for",
        "alder": "aldersgrænse,aldersgruppe",
        "kategori": "kategorier,category,type,genre,slags",
        "pladser": "antal pladser,maks. antal,max antal,deltagerantal,max deltagere,maks. deltagere",
        "billede": "billeder,foto",
        "links": f"link,læs mere,mere info,facebook,{_WEB}",
        "dokumenter": "dokument,pdf",
        "ændringer": "ændring",
        "adgang": "tilgængelighed",
        "efter": "sådan gik det,hvordan gik det,bagefter,efter arrangementet,evaluering,resultat,det gik sådan",
        "tidligere adresser": _FORMER,
        STREET: "adresse,gade,vejnavn,address",
        POSTCODE: "postnummer,postnr,post nr",
        TOWN: "by,bynavn",
    }
)
CATEGORY = synonyms(
    {
        "musik": "koncert,koncerter,sang,fællessang,kor,korsang",
        "scene": "teater,revy,dans,film,forestilling,standup",
        "kunst": "udstilling,kunstudstilling,fernisering",
        "natur": "vandretur,gåtur,naturtur",
        "værksted": "workshop,kursus,håndværk,håndarbejde,strik,kreativt værksted,krea,kreativ",
        "mad": "fællesspisning,spisning,madlavning",
        "fællesskab": "fest,samvær,byfest,havnefest,sommerfest,banko,bankospil",
        "fortælling": "fortællinger,foredrag,oplæsning,lokalhistorie",
        "marked": "loppemarked,julemarked,kræmmermarked",
        "sport": "idræt,motion,løb,yoga,gymnastik,fitness",
        "møde": "borgermøde,generalforsamling,informationsmøde",
    }
)
AUDIENCE = synonyms(
    {
        "alle": "alle aldre,for alle,alle er velkomne,alle interesserede",
        "børn": "barn,skolebørn,små børn,børnene",
        "familier": "familie,børnefamilier,familier med børn,hele familien,børn og deres voksne,for hele familien",
        "unge": "ung,teenagere,unge mennesker",
        "voksne": "voksen",
        "seniorer": "senior,pensionister,ældre",
        "tilflyttere": "nytilflyttere,nye borgere",
    }
)
AFTER = synonyms(
    {
        "dato": "dag,hvornår",
        "antal": "deltagere,antal deltagere,gæster,antal gæster,fremmøde,publikum,hvor mange,hvor mange kom,besøgende,kom",
        "optælling": "optalt,talt,hvordan talt,måde,kilde",
        "hjælpere": "frivillige,antal frivillige,antal hjælpere",
        "timer": "frivilligtimer,timer i alt,frivillige timer,arbejdstimer",
        "kunstnere": "medvirkende,musikere,optrædende,kunstnernes navne",
        "tekst": "sådan gik det,hvordan gik det,det gik sådan,beskrivelse,fortælling",
        "billeder": "billede,foto,fotos",
        "citater": "citat,udtalelse,udtalelser",
        "læring": "lært,det lærte vi,erfaringer,erfaring,næste gang,vi lærte",
    }
)
QUOTE = synonyms({"tekst": "citat,ord", "navn": "hvem,sagt af,person", "rolle": "titel,funktion"})
GOAL = synonyms({"mål": "titel,navn,hvad", "status": "tilstand,nået", "tekst": "bemærkning,note,hvordan,kommentar"})
COOPERATION = synonyms({"partnere": "hvem,partner,mellem", "tekst": "hvad,beskrivelse,titel"})
IN_PRACTICE = synonyms({"kerneelement": "element,nøgle", "tekst": "eksempel,hvad,beskrivelse"})
PARTNER = synonyms({"navn": "titel,partner", "sektor": "type,slags,kategori,branche", "link": _WEB})
MEMBER = synonyms({"rolle": "stilling,funktion,titel,post", "navn": "person"})
SECTOR = synonyms(
    {
        "forening": "frivillig forening,foreninger,idrætsforening,borgerforening,frivillige,klub,laug,idræt,foreningsliv",
        "kommune": "kommunen,kommunal",
        "skole": "folkeskole,folkeskolen,skolen,skoler,friskole,privatskole",
        "daginstitution": "børnehave,vuggestue,dagpleje,dagtilbud,daginstitutioner",
        "uddannelse": "gymnasium,erhvervsskole,universitet,uddannelsesinstitution",
        "erhverv": "erhvervsliv,erhvervslivet,virksomhed,firma,butik,forretning,privat virksomhed,erhvervsdrivende",
        "kirke": "kirken,menighedsråd,menighedsrådet,folkekirken,sogn",
        "kultur": "museum,bibliotek,biblioteket,kulturinstitution,kulturhus,teater,musikskole,kulturskole",
        "sundhed": "plejehjem,plejecenter,ældrecenter,sundhedscenter",
        "andet": "andre,øvrige",
    }
)
LIVES_ON = synonyms({"hvad": "titel,tekst", "hvem": "ansvarlig,bæres af,ejer"})
STORY = synonyms(
    {
        "titel": "overskrift,navn",
        "resumé": "beskrivelse,manchet,intro,kort tekst,underrubrik,undertitel,indledning",
        "dato": "dag",
        "skrevet af": "forfatter,af,byline,skribent,tekst af,artikel af,skrevet",
        "billede": "foto,billeder",
        "kerneelementer": "kerneelement",
        "tidligere adresser": _FORMER,
    }
)
AREA = synonyms(
    {
        "navn": "titel",
        "resumé": "beskrivelse,kort beskrivelse",
        "udfordring": "udfordringer,vores udfordring,problem",
        "vision": "visionen,vores vision,drøm",
        "idé": "idéen,idéer,vores idé",
        "landsbyer": "byer,landsby,vores byer",
        "kerneelementer": "kerneelement",
        "mål": "målsætning,målsætninger,vores mål",
        "partnere": "partner,samarbejdspartner,samarbejdspartnere",
        "styregruppe": "styregruppen",
        "kontakt": "kontaktperson,kontaktpersoner,kontaktinfo,kontaktoplysninger",
        "koordinater": "position,gps,placering",
        "resultater": "resultat,vores resultater",
        "links": f"link,facebook,{_WEB}",
        "samarbejder": "nye samarbejder,samarbejde",
        "praksis": "i praksis,kerneelementer i praksis,eksempler på kerneelementer",
        "bekræftet": "set efter,sidst set efter,bekræftet den,sidst bekræftet,gennemgået",
        "deler med": "vi deler med,deles med,viser også",
        "lever videre": "det lever videre,videre,forankring",
        "pengene": "penge,pengene gik til,økonomi,budget,regnskab",
        "tidligere adresser": _FORMER,
    }
)
CHANGE = synonyms(
    {
        "dato": "dag",
        "ny start": "ny dato,ny dag,nyt tidspunkt,ny tid,start,flyttet til",
        "ny slut": "slut",
        "tekst": "statustekst,bemærkning,note,besked",
    }
)
CONTACT = synonyms(
    {
        "rolle": "stilling,funktion,titel",
        "navn": "kontaktperson,person,kontakt",
        "mail": MAIL,
        "telefon": PHONE,
        "vis": "må vises,vises,vis på siden,må stå på siden",
    }
)
BOOKING = synonyms(
    {
        "link": f"side,adresse,{_WEB}",
        "mail": MAIL,
        "telefon": PHONE,
        "frist": "tilmeldingsfrist,deadline,senest,sidste frist",
        "tekst": "bemærkning,note,besked",
    }
)
HELPER = synonyms(
    {
        "rolle": "opgave,hvad,titel",
        "antal": "hvor mange",
        "hvornår": "tid,tidspunkt,dag,dato",
        "kontakt": "svar,tilmelding,kontaktperson,skriv til",
        "link": f"side,{_WEB}",
    }
)
PLACE = synonyms(
    {
        "navn": "sted,stedets navn,titel",
        "adresse": "gade,vejnavn",
        "postnummer": "postnr,post nr",
        "by": "bynavn",
        "koordinater": "position,gps",
        "adgang": "tilgængelighed",
    }
)
LINK = synonyms({"titel": "navn,tekst", "adresse": f"link,{_WEB}"})
PICTURE = synonyms(
    {
        "fil": "billede,sti,filnavn",
        "beskrivelse": "alt,alttekst,alternativ tekst",
        "foto": "fotograf,foto af,kilde,tegning",
        "tekst": "billedtekst",
    }
)
OF_PLACE = {STREET: "adresse", POSTCODE: "postnummer", TOWN: "by"}
JOINED = {
    CLOCK: "start",
    END_CLOCK: "slut",
    LENGTH: "slut",
    DEADLINE: "tilmelding",
    TICKET: "tilmelding",
    **dict.fromkeys(OF_PLACE, "sted"),
}
"""The field that holds what each of these words says."""

SPOKEN = {CLOCK: "tid", END_CLOCK: "sluttid", LENGTH: "varighed", DEADLINE: "frist", TICKET: "billetter", **OF_PLACE}
"""What each of these is called where it could not be joined."""


@cache
def may_mean(written: str, key: str) -> bool:
    """Return whether a word in a file can be what was read as `key`."""
    word = comparable(written)
    meant = {
        table[word]
        for table in (
            *(EVENT, AREA, CONTACT, BOOKING, HELPER, PLACE, LINK, PICTURE, CHANGE, AFTER, QUOTE, LIVES_ON, STORY),
            *(GOAL, COOPERATION, IN_PRACTICE, PARTNER, MEMBER),
        )
        if word in table
    }
    return key in {name for each in meant for name in (each, JOINED.get(each), SPOKEN.get(each))}
