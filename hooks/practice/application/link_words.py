"""What `practice links` says of an answer, for those who look after the library."""

from __future__ import annotations

from ..messages import Message

WORDS = {
    "link-gone": Message("{url} is not there any more ({status})", "Look where it went."),
    "link-gone/other": Message(
        "{url} is refused ({status})", "Open it in a browser. If it opens, add an exception."
    ),
    "link-gone/unknown-host": Message(
        "the host of {url} is not known any more", "Look whether the organisation has another."
    ),
    "link-gone/certificate": Message(
        "{url} has a certificate that browsers refuse", "Tell its owner, or name another address."
    ),
    "link-gone/circle": Message("{url} leads round in a circle", "Look where it went."),
    "link-gone/private": Message(
        "{url} leads to this machine or into a private network", "Readers cannot open it."
    ),
    "link-gone/address": Message("{url} is no address that can be opened", "Mend it."),
    "link-gone/copy": Message("", "A copy is kept at {copy}"),
    "link-gone/look": Message(
        "",
        "A copy may stand at https://web.archive.org/web/{url} and can be named in the source's"
        " field `archive`.",
    ),
    "link-moved": Message("{url} has moved for good", "Write {moved} in its place."),
    "link-unsure": Message(
        "the host of {url} has a fault of its own ({status})", "Try it again another day."
    ),
    "link-unsure/late": Message("{url} did not answer in time", "Try it again another day."),
    "link-unsure/dropped": Message(
        "the host of {url} ended the connection", "Try it again another day."
    ),
    "link-unsure/refused": Message(
        "{url} does not answer programs ({status})",
        "Open it in a browser. If it opens, add an exception with that reason.",
    ),
    "link-exception": Message(
        "no address begins with {address} any more", "Take the exception out."
    ),
}
"""What was found, and what to do."""


def say(key: str, **values: object) -> tuple[str, str]:
    """What was found and what to do, with values in their places."""
    words = WORDS[key]
    return words.message.format(**values), words.hint.format(**values)
