"""When something happened, as people write it, in years."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)[0-9]{2}"
SHORT = re.compile(rf"\b({YEAR})( ?[-–—/] ?)([0-9]{{2}})\b(?![-/.][0-9])")
"""A range whose end has two digits: 2019-21, 2019/20."""
OPEN = re.compile(
    r"(?i)\b(?:since|present|now|today|ongoing|current|onwards?|to date|still|continu\w+)\b"
)
"""Words of a time that has not ended."""
FROM = re.compile(r"(?i)\bfrom\b")
PLAIN = re.compile(rf"(?i)\b(?:{YEAR}|from|to|until|and|between|the|years?)\b|[-–—/ ,.]")
"""What years alone say."""


def period(text: str) -> tuple[dict[str, str], bool]:
    """The years that some words give, and whether they say more than that.

    There is `from` alone where the end is open, or could be a month, and `{}` without a year.
    """
    sure, monthly = _written_out(text)
    years = re.findall(rf"(?<![0-9]){YEAR}(?![0-9])", sure)
    is_open = bool(monthly or OPEN.search(text) or (len(years) == 1 and FROM.search(text)))
    more = is_open or bool(PLAIN.sub("", sure).strip())
    if not years:
        return {}, more
    first, last = min(years), max(years)
    return ({"from": first} if is_open else {"from": first, "to": last}), more


def _written_out(text: str) -> tuple[str, bool]:
    """The text with four digits in every year, and whether two digits could be a month."""
    found = list(SHORT.finditer(text))
    monthly = any(
        sign.strip() == "-" and int(first[2:]) < int(last) <= 12
        for first, sign, last in (one.groups() for one in found)
    )
    return SHORT.sub(_whole, text), monthly


def _whole(found: re.Match[str]) -> str:
    first, _, last = found.groups()
    return f"{first} {first[:2]}{last}" if int(last) > int(first[2:]) else first
