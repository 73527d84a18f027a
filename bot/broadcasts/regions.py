"""Regions in rules. An expression of interest keeps only the continent: of who said "Africa", nobody knows in which part of it they are."""

from collections.abc import Iterable

from bot.broadcasts.content import By, Content, Rule
from bot.courses.catalogue import REGIONS

AFRICA = "africa"  # what an expression of interest keeps, for all parts of it
_PARTS = ("west-africa", "east-africa", "central-africa", "north-africa", "south-africa")
_MAY_BE_AFRICA = (*_PARTS, "mena")  # "Middle East and North Africa"; the form calls only the Middle East so
OFFERED = (*REGIONS, AFRICA)  # what a rule can look for; the order stands in buttons: add at the end


def wished(values: Iterable[str]) -> tuple[str, ...]:
    """Return the regions of subscriptions that a rule's `values` mean: who wants to hear of a part of Africa wants to hear of Africa."""
    return tuple(dict.fromkeys(part for one in values for part in (_PARTS if one == AFRICA else (one,))))


def perhaps_africa(rule: Rule) -> bool:
    """Tell whether some who said only "Africa" may be where the rule means, and others not."""
    return rule.by is By.REGION and AFRICA not in rule.values and any(one in _MAY_BE_AFRICA for one in rule.values)


def unsure(content: Content) -> tuple[bool, bool]:
    """Tell whether a rule of those who get it, and one of those left out, cannot judge who said only "Africa"."""
    return any(map(perhaps_africa, content.segment.include)), any(map(perhaps_africa, content.segment.exclude))
