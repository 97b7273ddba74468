"""Asks other websites whether an address still answers: few at a time, one after the other on a
host, with pauses, and with patience for hosts that are busy.
"""

from __future__ import annotations

import asyncio
import datetime
import email.utils
import ipaddress
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

import httpx

BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Transient answers: a little later there may be another."""
PERMANENT_REDIRECTS = frozenset((301, 308))
MAX_REDIRECTS = 8
LOCAL = ("localhost", ".localhost", ".local", ".internal", ".lan")


@dataclass(frozen=True)
class Limits:
    """How much is asked of others."""

    concurrency: int = 8
    """Addresses that are asked for at one time, each on another host."""
    seconds: float = 20
    """How long an answer may take, redirects included."""
    max_attempts: int = 3
    pause: float = 1
    """Seconds between two requests to one host, and before the second attempt; each later attempt
    waits four times as long.
    """
    max_wait: float = 60
    """Seconds that we wait where a host says how long; one that wants more is left alone."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be asked for."""


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True)
class Clock:
    """Waiting, and the time."""

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    now: Callable[[], datetime.datetime] = _now


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address."""

    status: int = 0
    """The number that the host answered with; 0 without an answer."""
    fault: str = ""
    """Why no answer came: timeout, disconnected, unknown-host, certificate, redirect-loop, private
    address.
    """
    moved: str = ""
    """Where it has moved for good."""
    wait: float | None = None
    """Seconds after which the host wants to be asked again."""

    @property
    def is_transient(self) -> bool:
        """Whether the answer may be another a little later."""
        return self.status in BUSY or self.fault in ("timeout", "disconnected")


class PrivateAddressError(Exception):
    """An address leads to this machine or into a private network."""


class Client:
    """Asks for addresses, politely."""

    def __init__(self, http: httpx.AsyncClient, limits: Limits, clock: Clock):
        self.http, self.limits, self.clock = http, limits, clock
        self._hosts: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._slots = asyncio.Semaphore(limits.concurrency)

    async def ask(self, url: str) -> Answer:
        """The answer of an address, after as many tries as it needs and the limits allow."""
        async with self._hosts[urlsplit(url).netloc]:
            answer = await self._try(url)
            for number in range(1, self.limits.max_attempts):
                wait = self.limits.pause * 4**number if answer.wait is None else answer.wait
                if not answer.is_transient or wait > self.limits.max_wait:
                    break
                await self.clock.sleep(wait)
                answer = await self._try(url)
            await self.clock.sleep(self.limits.pause)
            return answer

    async def _try(self, url: str) -> Answer:
        """One try: by HEAD, and where that is refused by GET, of which the body is not read."""
        async with self._slots:
            answer = await self._once("HEAD", url)
            refused = answer.status >= 400 and answer.status != 429
            if refused or answer.fault in ("timeout", "disconnected"):
                answer = await self._once("GET", url)
            return answer

    async def _once(self, method: str, url: str) -> Answer:
        try:
            async with asyncio.timeout(self.limits.seconds):
                async with self.http.stream(method, url) as response:
                    return self._read(response)
        except TimeoutError:
            return Answer(fault="timeout")
        except PrivateAddressError:
            return Answer(fault="private")
        except httpx.TooManyRedirects:
            return Answer(fault="redirect-loop")
        except (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError):
            return Answer(fault="address")
        except httpx.ConnectError as err:
            return Answer(fault=_why(err))
        except httpx.TimeoutException:
            return Answer(fault="timeout")
        except httpx.HTTPError:
            return Answer(fault="disconnected")

    def _read(self, response: httpx.Response) -> Answer:
        wait = self._seconds(response.headers.get("retry-after", ""))
        return Answer(response.status_code, moved=_moved(response), wait=wait)

    def _seconds(self, text: str) -> float | None:
        """What Retry-After says: seconds, or a time."""
        if text.isascii() and text.isdigit():
            return float(text[:9])
        try:
            then = email.utils.parsedate_to_datetime(text)
        except ValueError:
            return None
        if then.tzinfo is None:
            then = then.replace(tzinfo=datetime.UTC)
        return max(0.0, (then - self.clock.now()).total_seconds())


def _moved(response: httpx.Response) -> str:
    """The address at the end of all permanent redirects; a temporary one ends the chain."""
    moved = ""
    for step, after in pairwise([*response.history, response]):
        if step.status_code not in PERMANENT_REDIRECTS:
            break
        moved = str(after.url)
    return moved


def _why(err: httpx.ConnectError) -> str:
    reason = str(err).casefold()
    if "certificate" in reason or "ssl" in reason:
        return "certificate"
    names = ("name or service", "nodename", "getaddrinfo", "no address", "name resolution")
    return "unknown-host" if any(words in reason for words in names) else "disconnected"


async def _refuse_private(request: httpx.Request) -> None:
    host = request.url.host.rstrip(".").casefold()
    named = host.endswith(LOCAL) or not {".", ":"} & set(host)
    if named or not all(map(_is_public, await _addresses(host))):
        raise PrivateAddressError(host)


async def _addresses(host: str) -> list[str]:
    """The addresses of a name, so that no public name leads to a private one; an empty list for a
    name that is not known.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return []
    return [str(address[0]) for *_, address in found]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address)
    return (getattr(ip, "ipv4_mapped", None) or ip).is_global


async def ask_all(
    urls: Iterable[str], agent: str, limits: Limits, clock: Clock
) -> dict[str, Answer]:
    """The answer of each address. `agent` says who asks."""
    wanted = list(urls)
    hooks = [] if limits.allow_private else [_refuse_private]
    async with httpx.AsyncClient(
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        timeout=limits.seconds,
        headers={"User-Agent": agent, "Accept": "*/*"},
        event_hooks={"request": hooks},
    ) as http:
        client = Client(http, limits, clock)
        answers = await asyncio.gather(*map(client.ask, wanted))
    return dict(zip(wanted, answers, strict=True))


def ask(
    urls: Iterable[str], agent: str, limits: Limits | None = None, clock: Clock | None = None
) -> dict[str, Answer]:
    """The answer of each address, for callers that are not asynchronous. It runs in a thread of its
    own, since the thread that calls may have a loop of its own already.
    """
    asking = ask_all(urls, agent, limits or Limits(), clock or Clock())
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asking).result()
