"""The numbers and quotes of the results as pictures to share: the page /resultater/del/."""

from __future__ import annotations

from generator import urls
from generator.media.social_card import EXAMPLE_MARK, SocialCard
from generator.pages.context import SiteContext
from generator.pages.figures import Figure, figures
from generator.pages.page import Crumb, Page
from generator.pages.said import ShownQuote, quotes

_GROUNDS = ("red", "sky", "yellow", "fjord", "rose", "night")


def result_pictures(context: SiteContext) -> Page:
    """Return the page where each number and each quote stands as a picture with the same as text."""
    shown = [(figure.key, f"{figure.number} {figure.label}", figure.text, card) for figure, card in figure_cards(context)]
    shown += [
        (quote.key, f"Citat fra {quote.owner}", _as_text(quote), _quote_card(quote, _ground(place)))
        for place, quote in enumerate(quotes(context))
    ]
    values = {
        "pictures": [{"key": key, "title": title, "src": urls.social(card.key), "alt": alt} for key, title, alt, card in shown],
        "results_url": urls.RESULTS,
    }
    return Page(
        urls.RESULT_PICTURES,
        "result-pictures.html",
        "Resultater som billeder",
        "Tallene og citaterne som billeder, man kan dele eller trykke.",
        values,
        colour="sky",
        crumbs=(Crumb("Resultater", urls.RESULTS), Crumb("Billeder", None)),
        cards=tuple(card for *_, card in shown),
    )


def figure_cards(context: SiteContext) -> list[tuple[Figure, SocialCard]]:
    """Return each number with its picture."""
    return [(figure, _figure_card(context, figure, _ground(place))) for place, figure in enumerate(figures(context))]


def _ground(place: int) -> str:
    return f"--{_GROUNDS[place % len(_GROUNDS)]}"


def _figure_card(context: SiteContext, figure: Figure, ground: str) -> SocialCard:
    mark = EXAMPLE_MARK if figure.example else None
    dot = context.cards.dot_of(figure.largest)
    return SocialCard(figure.number, (figure.label, figure.said), mark, dot, None, ground, "number")


def _as_text(quote: ShownQuote) -> str:
    """Return a quote with who said it and where, in one line."""
    said_at = ", ".join(filter(None, (quote.speaker, quote.title, quote.owner)))
    return f"»{quote.text}« {said_at}.{' Eksempel.' if quote.example else ''}"


def _quote_card(quote: ShownQuote, ground: str) -> SocialCard:
    mark = EXAMPLE_MARK if quote.example else None
    lines = tuple(filter(None, (quote.speaker, f"{quote.title}, {quote.owner}")))
    return SocialCard(f"»{quote.text}«", lines, mark, quote.dot, None, ground, "quote")
