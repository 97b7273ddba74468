"""Worked conversations: the list of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..rendering import markdown
from ..rendering.downloads import Offered, offered
from ..rendering.output import Output
from ..rendering.page_footer import PageFooter, footer
from ..rendering.site import Site
from ..teaching import NOTICE, Conversation, gist
from . import made_up


@dataclass(frozen=True)
class TurnView:
    """What somebody says, thinks, and might have done instead, as HTML."""

    who: str
    says: Markup
    thinks: Markup
    otherwise: Markup


@dataclass(frozen=True)
class ConversationView:
    """The page of a conversation."""

    talk: Conversation
    gist: str
    notice: str
    facts: tuple[made_up.Fact, ...]
    scene: Markup
    turns: tuple[TurnView, ...]
    afterwards: Markup
    downloads: tuple[Offered, ...]
    ending: PageFooter


def pages(site: Site) -> Iterator[Output]:
    """The list of conversations, and every conversation."""
    return made_up.pages(site, "conversation", _page)


def _page(site: Site, conversation: Conversation) -> Output:
    library = site.library
    about = made_up.about(site, "conversation", conversation)
    scene, afterwards, *turns = markdown.render(
        [conversation.scene, conversation.afterwards, *_texts(conversation)],
        library,
        about.root,
    )
    view = ConversationView(
        talk=conversation,
        gist=gist(conversation),
        notice=NOTICE,
        facts=made_up.facts(library, "conversation", conversation),
        scene=scene,
        turns=tuple(
            TurnView(turn.who, *turns[3 * n : 3 * n + 3])
            for n, turn in enumerate(conversation.turns)
        ),
        afterwards=afterwards,
        downloads=offered(site.downloads, "conversation", conversation.id),
        ending=footer(site, about, conversation.added, conversation.changes, conversation.added),
    )
    return site.renderer.page("teaching", "conversation.html", about, view)


def _texts(conversation: Conversation) -> Iterator[str]:
    for turn in conversation.turns:
        yield from (turn.says, turn.thinks or "", turn.otherwise or "")
