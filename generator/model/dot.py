"""What an area's dot may show, and in which colours."""

from __future__ import annotations

from generator.model.choice import Choice


class DotForm(Choice):
    """What an area's dot shows, in the order of the symbols in theme/assets/dots.svg."""

    HILLS = "bakker"
    MEADOW = "eng"
    WAVES = "bølger"
    MOON = "måne"
    HEATHER = "lyng"
    DUNE = "klit"
    MOLER = "moler"
    RINGS = "ringe"
    COAST = "kyst"
    ISLANDS = "øer"
    RIVER = "å"
    BIRD = "fugl"
    BOAT = "båd"
    SUNRISE = "solopgang"
    WHEAT = "aks"
    CHURCH = "kirke"
    NOTES = "noder"
    LIGHTHOUSE = "fyrtårn"
    WHEEL = "hjul"
    HAND = "hånd"
    STONES = "sten"
    FIRE = "bål"
    TREE = "træ"
    NET = "net"
    STAR = "stjerne"
    FISH = "fisk"
    FLOWER = "blomst"
    HOUSES = "huse"
    TENT = "telt"
    QUARTERS = "ruder"


class DotColours(Choice):
    """The colours of an area's dot, ground first, in the order of the classes in theme/css/dot.css."""

    YELLOW_NIGHT = "gul-nat"
    FJORD_YELLOW = "fjord-gul"
    ROSE_HEATHER = "rosa-lyng"
    PINE_SKY = "fyr-himmel"
    RED_CREAM = "rød-creme"
    SKY_FJORD = "himmel-fjord"
    HEATHER_ROSE = "lyng-rosa"
    YELLOW_RED = "gul-rød"
    NIGHT_SKY = "nat-himmel"
    ROSE_FJORD = "rosa-fjord"
    SKY_PINE = "himmel-fyr"
    FJORD_ROSE = "fjord-rosa"
