"""What is looked for on a page in a browser.

Each check returns its faults in words; none when all is well.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from tests.kinds import State, show

AXE = (
    Path(os.environ["PRACTICE_AXE"]).read_text("utf-8")
    if os.environ.get("PRACTICE_AXE")
    else AXE_SCRIPT
)
"""axe-core: the one of the lock, or another one to try."""
OPTIONS = (
    "{resultTypes: ['violations', 'incomplete'], rules: {'target-size': {enabled: true}}, iframes:"
    " false, preload: false}"
)
MAX_ALIKE = 30
"""Parts of one kind that are kept on a page before axe reads it: a list of hundreds says no more
than thirty.
"""

THIN = """most => {
  const parents = "ol, ul, dl, tbody, .practice-body, .practice-slides";
  for (const parent of document.querySelectorAll(parents)) {
    const met = new Map();
    for (const child of [...parent.children]) {
      const kind = child.tagName + child.className, n = (met.get(kind) || 0) + 1;
      met.set(kind, n);
      if (n > most && !child.querySelector(":target")) child.remove();
    }
  }
}"""


def open_page(page: Any, address: str) -> None:
    """Opens a page and waits until its scripts have run."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def thin(page: Any) -> None:
    """Takes away what repeats itself."""
    page.evaluate(THIN, MAX_ALIKE)


FRAMES = "() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))"
"""Two frames later scripts that watch sizes have seen what changed."""


def version_of_axe(page: Any) -> str:
    """The version that runs."""
    page.evaluate(AXE)
    return str(page.evaluate("axe.version"))


def axe(page: Any, state: State) -> tuple[list[str], list[str]]:
    """(violations, what axe could not decide) of a page in a state, one for each node.

    All rules, best practices too.
    """
    show(page, state)
    if state.menu and not page.locator(".practice-header").count():
        return [], []
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    thin(page)
    page.evaluate(FRAMES)
    within = "{include: ['.practice-header']}" if state.menu else "document"
    found = page.evaluate(f"axe.run({within}, {OPTIONS})")

    def words(rule, node):
        return (
            f"{state.name}: {rule['id']}: {node['target']}: {node['html'][:160]}:"
            f" {node.get('failureSummary', '')}"
        )

    return tuple(
        [words(rule, node) for rule in found[kind] for node in rule["nodes"]]
        for kind in ("violations", "incomplete")
    )  # type: ignore[return-value]


STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0] || e.getBoundingClientRect(), style = getComputedStyle(e);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const at = document.elementFromPoint(x, y);
  let behind = e.parentElement, ground = "rgba(0, 0, 0, 0)";
  while (behind && /rgba\\(.*, 0\\)|transparent/.test(ground)) {
    ground = getComputedStyle(behind).backgroundColor;
    behind = behind.parentElement;
  }
  return {
    html: e.outerHTML.slice(0, 140), name: axe.commons.text.accessibleText(e),
    width: box.width, height: box.height,
    inside: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    top: !!at && (at === e || e.contains(at) || at.contains(e)),
    visible: style.visibility === "visible" && +style.opacity > 0.1,
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    edge: style.outlineColor, ring: style.boxShadow, ground: ground,
    seen: e.dataset.practiceSeen === "1" || ((e.dataset.practiceSeen = "1"), false)
  };
}"""


def walk(page: Any, most: int = 70) -> tuple[int, list[str]]:
    """(stops, faults) of a walk with the Tab key from the top of a page: each stop is on the
    screen, on top, named, and has a ring of 3:1.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    page.evaluate("axe.setup(document)")
    stops, faults = 0, []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["seen"]:
            break
        stops += 1
        faults += [f"{fault}: {stop['html']}" for fault in _faults_of(stop)]
    page.evaluate("axe.teardown()")
    return stops, faults


def _faults_of(stop: dict[str, Any]) -> list[str]:
    seen = (
        stop["inside"]
        and stop["visible"]
        and stop["top"]
        and stop["width"] > 1
        and stop["height"] > 1
    )
    ring = max(
        contrast(stop["edge"], stop["ground"]),
        (
            contrast(stop["ring"].split(") ")[0] + ")", stop["ground"])
            if stop["ring"] != "none"
            else 0
        ),
    )
    return [
        *(
            []
            if seen
            else [
                "a stop that cannot be seen"
                f" {[k for k in ('inside', 'visible', 'top') if not stop[k]]}"
            ]
        ),
        *([] if stop["name"].strip() else ["a stop without a name"]),
        *(
            []
            if stop["outline"] >= 2 and ring >= 3
            else [f"a ring of {stop['outline']} px at {ring:.1f}:1"]
        ),
    ]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, given as ``rgb(…)`` or ``#rrggbb``."""
    a, b = sorted((_light(one), _light(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _light(colour: str) -> float:
    parts = (
        [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
        if colour.startswith("#")
        else [float(p) for p in colour[colour.index("(") + 1 : -1].replace(",", " ").split()[:3]]
    )
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (p / 255 for p in parts)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
    " !important; } p { margin-bottom: 2em !important; }"
)
LARGE = "html { font-size: 250% !important; }"
LOST = """() => {
  const lost = [];
  const sideways = document.documentElement.scrollWidth - innerWidth;
  if (sideways > 1) lost.push("the page scrolls sideways by " + sideways + " px");
  for (const e of document.querySelectorAll("body *")) {
    const style = getComputedStyle(e);
    if (!e.clientWidth || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
    if (e.closest(".practice-hidden, svg, select, [hidden]")) continue;
    if (style.clipPath !== "none" || style.position === "absolute") continue;
    if (style.fontSize === "0px") continue;
    if (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2)
      lost.push("cut off: " + e.outerHTML.slice(0, 120));
  }
  return lost;
}"""


def reflow(page: Any) -> list[str]:
    """Loss at 320 px (400 % zoom), also in a low window, with wider text spacing (1.4.12), and with
    text at 200 % (1.4.4).
    """
    faults = []
    for width, height, css, words in (
        (320, 640, "", "320 px"),
        (320, 256, "", "320 by 256 px"),
        (320, 640, SPACING, "wider spacing"),
        (640, 800, LARGE, "text at 200 %"),
    ):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(STYLE, css)
        faults += [f"{words}: {lost}" for lost in page.evaluate(LOST)]
    page.evaluate(STYLE, "")
    return faults


def axe_in_each(page: Any, states: Iterable[str], state: State) -> list[str]:
    """What axe finds in each state of a page, which `states` brings about one by one."""
    return [f"{name}: {fault}" for name in states for fault in axe(page, state)[0]]


def walk_in_each(page: Any, states: Iterable[str]) -> list[str]:
    """What a keyboard loses in each state of a page."""
    faults = []
    for name in states:
        page.evaluate(
            "document.querySelectorAll('[data-practice-seen]').forEach(e => delete"
            " e.dataset.practiceSeen); document.activeElement.blur(); scrollTo(0, 0)"
        )
        faults += [f"{name}: {fault}" for fault in walk(page)[1]]
        page.evaluate("scrollTo(0, 0)")
    return faults


def reflow_in_each(page: Any, states: Iterable[str]) -> list[str]:
    """What is lost at 320 pixels in each state of a page."""
    faults = []
    for name in states:
        faults += [f"{name}: {lost}" for lost in reflow(page)]
        page.set_viewport_size({"width": 360, "height": 640})
    return faults
