"""Towns of the region that one can live in and ask what is near: where they lie, and how far away a place is."""

from __future__ import annotations

from functools import cache
from math import asin, cos, radians, sin, sqrt

from generator.model.values import Coordinates

FARTHEST = 40
"""Kilometres beyond which nothing is near."""

_EARTH = 6371.0

TOWNS = {
    name: Coordinates(latitude, longitude)
    for name, latitude, longitude in (
        ("Aabybro", 57.156, 9.732),
        ("Aalborg", 57.048, 9.919),
        ("Aars", 56.804, 9.516),
        ("Brovst", 57.097, 9.523),
        ("Brønderslev", 57.270, 9.941),
        ("Byrum", 57.256, 11.003),
        ("Dronninglund", 57.160, 10.293),
        ("Farsø", 56.772, 9.339),
        ("Fjerritslev", 57.088, 9.266),
        ("Frederikshavn", 57.441, 10.537),
        ("Hadsund", 56.715, 10.117),
        ("Hals", 56.996, 10.309),
        ("Hanstholm", 57.117, 8.617),
        ("Hirtshals", 57.588, 9.959),
        ("Hjørring", 57.464, 9.982),
        ("Hobro", 56.643, 9.790),
        ("Hurup", 56.750, 8.420),
        ("Løgstør", 56.966, 9.258),
        ("Nibe", 56.981, 9.640),
        ("Nykøbing Mors", 56.795, 8.860),
        ("Pandrup", 57.222, 9.673),
        ("Sindal", 57.471, 10.203),
        ("Skagen", 57.721, 10.584),
        ("Skørping", 56.836, 9.892),
        ("Støvring", 56.886, 9.838),
        ("Sæby", 57.332, 10.522),
        ("Thisted", 56.956, 8.694),
    )
}
"""The region's larger towns in Danish order, at least one in each municipality, to about a kilometre.

They were written from general knowledge. In November 2026 they were compared with GeoNames: each is within 0.8 km of the town of
that name in the municipality that it belongs to. Who adds one looks it up; a test holds that it lies on land.
"""


POST_TOWNS = (
    *("Arden", "Asaa", "Bindslev", "Blokhus", "Bælum", "Dybvad", "Gandrup", "Gedsted", "Gistrup", "Karby", "Klitmøller", "Læsø"),
    *("Løkken", "Mariager", "Nors", "Ranum", "Redsted", "Saltum", "Storvorde", "Svenstrup", "Tårs", "Vadum", "Vesløs", "Vestervig"),
    *("Vils", "Vodskov", "Vorupør", "Vrå", "Ålbæk", "Øster Assels", "Østervrå", "Agger", "Lønstrup", "Rold", "Als", "Øster Hurup"),
)
"""Smaller towns whose names end as other words do, too: who lives there writes them without a postcode."""


@cache
def near(position: Coordinates) -> dict[str, int]:
    """Return the towns that a place is near, each with the kilometres to it as the crow flies."""
    distances = {name: round(_kilometres(position, town)) for name, town in TOWNS.items()}
    return {name: distance for name, distance in distances.items() if distance <= FARTHEST}


def _kilometres(one: Coordinates, other: Coordinates) -> float:
    """Return the distance over the ground, by the haversine formula."""
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(chord))
