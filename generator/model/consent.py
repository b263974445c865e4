"""Who has agreed to stand on a page that all the world can see."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.model.choice import Choice, by_pattern
from generator.model.synonyms import PICTURE, Synonyms
from generator.model.values import Picture
from generator.model.written import Written, text_of
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import results as rules


class Consent(Choice):
    """What those who can be recognised have said."""

    YES = "ja"
    PARENTS = "forældrene"
    NOBODY = "ingen"
    NO = "nej"


_PARENTS = r"(?:ja,?\s*)?(?:(?:fra|af|begge|børnenes|barnets)\s+)*forældre(?:ne|nes)?(?:\s+har\s+sagt\s+ja)?"
_NOBODY = r"ingen(?:\s+(?:personer|mennesker|kan\s+genkendes|genkendelige))?|ikke\s+nødvendigt"
_PATTERNS = {
    Consent.PARENTS: _PARENTS,
    Consent.NOBODY: _NOBODY,
    Consent.YES: r"(?:ja|yes|true|\[?x\]?|✓|✔|☑)(?:,?\s*(?:de|hun|han|alle)\s+har\s+sagt\s+ja)?",
    Consent.NO: r"(?:nej|no|false|\[ \])(?:,?\s*(?:tak|trukket\s+tilbage))?|trukket(?:\s+tilbage)?",
}
CONSENT_PATTERN = rf"(?:{'|'.join(_PATTERNS.values())})[.!]*"


def _consent(written: Any) -> Any:
    if isinstance(written, bool):
        return Consent.YES if written else Consent.NO
    word = text_of(written)
    if consent := by_pattern(_PATTERNS, word):
        return consent
    raise RefusedError(rules.AGREEMENT, f"{quoted(word)} siger ikke, om de har sagt ja. Skriv ja, forældrene, ingen eller nej.")


def gives_consent(written: str) -> bool:
    """Return whether a text says that those who can be recognised have agreed, or that there is nobody."""
    try:
        return _consent(written) is not Consent.NO
    except RefusedError:
        return False


Agreement = Annotated[Consent, BeforeValidator(_consent), Written(CONSENT_PATTERN)]

_AGE = re.compile(r"\b(\d{1,2})\s*(?:år|-?årig)|\((\d{1,2})\)|,\s*(\d{1,2})$", re.IGNORECASE)
_CHILD = re.compile(r"\b(?:barn|elev|skoleelev|børnehavebarn|konfirmand)\b|\b\d\.\s*(?:klasse|[a-d]\b)", re.IGNORECASE)
_GROWN_UP = 18


def is_child(*texts: str | None) -> bool:
    """Return whether what is said of somebody names the age or the class of a child."""
    said = " ".join(filter(None, texts))
    ages = [int(next(filter(None, match.groups()))) for match in _AGE.finditer(said)]
    return bool(_CHILD.search(said)) or any(age < _GROWN_UP for age in ages)


class TakenThere(Picture):
    """A picture of what happened, where people can be seen. It says who has agreed, or that nobody can be recognised."""

    synonyms: ClassVar[Synonyms] = PICTURE

    consent: Agreement = Field(  # type: ignore[assignment]
        alias="samtykke",
        description="ja, når de, man kan genkende, har sagt ja (for børn: forældrene). ingen, når man ikke kan genkende nogen. "
        "nej tager billedet væk fra siden.",
        examples=["ja"],
    )

    @property
    def shown(self) -> bool:
        """Return whether it may be shown."""
        return self.consent is not Consent.NO

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        if "samtykke" not in filled:
            message = "Kan man genkende nogen? Har de sagt ja, så skriv samtykke: ja. Kan man ikke, så skriv samtykke: ingen."
            raise RefusedError(rules.AGREEMENT, message)
        return filled
