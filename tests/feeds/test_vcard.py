"""The programme's people as files that a phone's address book reads."""

from __future__ import annotations

from pathlib import Path

import vobject

from generator.content.load import load
from generator.feeds.vcard import vcards
from tests.trees import programme

PERSON = 'personer:\n  - {navn: "Anne, Marie; Hviid", telefon: 25 45 80 90}\nmail: kulturpunkt@example.org\n'
ADDRESS = "adresse: {navn: Region, afdeling: Udvikling, gade: Vej 30, postnummer: 9220, by: Aalborg Øst}\n"


def test_a_reader_of_others_reads_the_card(tmp_path: Path) -> None:
    programme(tmp_path, {"content/contacts.yml": PERSON + ADDRESS})
    site, problems = load(tmp_path)
    assert site, problems
    [(path, content)] = vcards(site)
    assert path == "kontakt/anne-marie-hviid.vcf"
    card = vobject.readOne(content.decode())
    assert card.fn.value == "Anne, Marie; Hviid"
    assert card.tel.value == "+4525458090"
    assert card.email.value == "kulturpunkt@example.org"
    assert (card.adr.value.street, card.adr.value.code, card.adr.value.city) == ("Vej 30", "9220", "Aalborg Øst")
    assert content.endswith(b"END:VCARD\r\n")
