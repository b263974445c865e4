"""Calendars in the shapes in which programs export them. The words in them are ours."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.danish.dates import ZONE
from generator.importing.imported import Window

NOW = datetime(2026, 2, 1, 12, tzinfo=ZONE)
YEAR = Window(NOW.date().replace(month=1), NOW.date().replace(month=12, day=31))
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def calendar(*events: str, head: str = "", end: str = "END:VCALENDAR\n") -> str:
    """A calendar of some events, each the lines between its BEGIN and its END."""
    whole = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//DA\n{head}{whole}{end}"


CHOIR = """\
UID:kor@google.com
DTSTART;TZID=Europe/Copenhagen:20250107T190000
DTEND;TZID=Europe/Copenhagen:20250107T210000
RRULE:FREQ=WEEKLY;BYDAY=TU
EXDATE;TZID=Europe/Copenhagen:20260210T190000
SUMMARY:Kor\\, øver
LOCATION:Forsamlingshuset\\, Byvej 1\\, 7900 Nykøbing\\, Danmark
DESCRIPTION:<p>Kom og <b>syng </b>med. <a href="https://example.org/kor">Læs mere</a></p><ul><li>Kaffe</li></ul><script>x()</script>
"""
CHOIR_MOVED = """\
UID:kor@google.com
RECURRENCE-ID;TZID=Europe/Copenhagen:20260217T190000
DTSTART;TZID=Europe/Copenhagen:20260218T180000
DTEND;TZID=Europe/Copenhagen:20260218T193000
SUMMARY:Kor\\, øver
LOCATION:Skolen
"""
CHOIR_OFF = """\
UID:kor@google.com
RECURRENCE-ID;TZID=Europe/Copenhagen:20260224T190000
DTSTART;TZID=Europe/Copenhagen:20260224T190000
DTEND;TZID=Europe/Copenhagen:20260224T210000
STATUS:CANCELLED
SUMMARY:Kor\\, øver
"""
GOOGLE = calendar(CHOIR, CHOIR_MOVED, CHOIR_OFF, head="X-WR-CALNAME:Koret\nX-WR-TIMEZONE:Europe/Copenhagen\n").replace("\n", "\r\n")

_ROMANCE = """\
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
OUTLOOK = calendar(
    """\
UID:040000008200E00074C5B7101A82E008
DTSTART;TZID="Romance Standard Time":20260501T190000
DTEND;TZID="Romance Standard Time":20260501T210000
SUMMARY;LANGUAGE=da:AFLYST: Banko
X-ALT-DESC;FMTTYPE=text/html:<html><head><style>p{}</style></head><body><p>Kom\\, og
  tag nogen med.</p><p><i>Kaffe</i> i pausen.</p></body></html>
DESCRIPTION:Kom, og tag nogen med. Kaffe i pausen.
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM""",
    """\
UID:040000008200E00074C5B7101A82E009
DTSTART;TZID=Customized Time Zone:20260601T000000
DTEND;TZID=Customized Time Zone:20260603T000000
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
SUMMARY:Sommerlejr""",
    "UID:p\nDTSTART:20260601T100000Z\nCLASS:PRIVATE\nSUMMARY:Samtale",
    "UID:q\nDTSTART:20260601T100000Z\nSTATUS:TENTATIVE\nSUMMARY:Måske",
    head=_ROMANCE,
).replace("\n", "\r\n")

APPLE = calendar(
    """\
UID:8F1C-APPLE
DTSTART;VALUE=DATE:20260703
DTEND;VALUE=DATE:20260706
X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="Havnen":geo:56.9,8.9
LOCATION:Havnen\\nKajen 1\\n7900 Nykøbing
SUMMARY:Havnefest""",
    """\
UID:8F1D-APPLE
DTSTART;TZID=Europe/Copenhagen:20260129T183000
DURATION:PT1H30M
RRULE:FREQ=MONTHLY;BYDAY=-1TH;COUNT=5
SUMMARY:Læsekreds""",
).replace("\n", "\r\n")

ASSOCIATION = calendar(
    "UID:1\nDTSTART:20260329T023000\nDTEND:20260329T050000\nSUMMARY:Påskenat på Mors\nDESCRIPTION:Vi går\nfra kirken.\nTag tøj på.",
    "UID:1\nDTSTART:20260501\nSUMMARY:Grundlovsfest\nDESCRIPTION:Tre sange & kage: 2<3",
    "UID:1\nDTSTART:2026-05-02T14:00:00\nSUMMARY:Årsmøde",
)
WORDPRESS = calendar(
    """\
UID:10042-1777654800-1777662000@forening.example.org
DTSTART;TZID=Europe/Copenhagen:20260501T190000
DTEND;TZID=Europe/Copenhagen:20260501T210000
SUMMARY:Fest &#8211\\; for alle
DESCRIPTION:Kom!\\n\\n<strong>Mad</strong> fra 18.
URL:https://forening.example.org/event/fest/?utm_source=x
CATEGORIES:Musik
LOCATION:Salen\\, Vej 1\\, Byen\\, 7900\\, Denmark"""
)
