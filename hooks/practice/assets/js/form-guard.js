/* The part of the privacy guard that a browser can run: numbers, addresses and dates of birth that say what they are, and the
   patterns, first names and ages of hooks/practice/exports/form_guard.py, which form-patterns.js holds. The original finds more.
   It cannot know every name either: a person must look. */
(function () {
  "use strict";
  const form = window.practiceForm,
    guard = form.messages.privacy,
    mail = form.messages.mail;
  const digits = (text) => text.replace(/[^0-9]/g, "");
  const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
  const YEAR = "(?:19|20)[0-9]{2}";
  const DATE =
    `(?:${YEAR}-[01][0-9]-[0-3][0-9]|[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}` +
    `|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:${YEAR}|[0-9]{2}))(?![0-9])`;

  function ten(text) {
    const ds = [...digits(text)].map(Number),
      sum = ds.slice(0, 9).reduce((total, d, n) => total + d * (10 - n), 0);
    const checked = (11 - (sum % 11)) % 11 === ds[9] && ds[9] < 10,
      first = ds.slice(0, 3).join("");
    if (!checked) return null;
    const day = new Date(
      Date.UTC(2000 + ds[4] * 10 + ds[5], ds[2] * 10 + ds[3] - 1, ds[0] * 10 + ds[1]),
    );
    if (day.getUTCDate() === ds[0] * 10 + ds[1] && day.getUTCMonth() + 1 === ds[2] * 10 + ds[3])
      return "privacy-chi-number";
    if (first >= "320" && first <= "399") return "privacy-hc-number";
    return "34679".includes(String(ds[0])) ? "privacy-nhs-number" : null;
  }
  function phone(text) {
    const own = digits(text).replace(/^44/, "0").replace(/^00/, "0");
    return own.length === 11 && /^0(?:7[1-57-9]|7700900|1|2)/.test(own) ? "privacy-phone" : null;
  }
  function email(text, local, host) {
    const names = local
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter(Boolean),
      provider = host.toLowerCase().split(/\W/)[0];
    if (names.some((name) => mail.roles.includes(name))) return null;
    return mail.free.includes(provider) || names.length > 1 ? "privacy-email" : null;
  }
  /* But for those of pages that people have for themselves. */
  const WEB_ADDRESS =
    /https?:\/\/(?!(?:www\.|m\.)?(?:facebook|fb|instagram|linkedin|snapchat|tiktok|twitter|x)\.com\/|wa\.me\/)\S+/g;
  /* What stands before (no look-behind: Safari before 16.4 has none), the words, and parts of them that the judge needs. */
  const EXPRESSIONS = [
    [
      /(^|[^0-9£$€/#_A-Za-z])([0-9]{10}|[0-9]{3}( {1,8}|[.-]?)[0-9]{3}\3[0-9]{4}|[0-9]{6}[ -][0-9]{4})(?![0-9%]|[,/][0-9])/g,
      ten,
    ],
    [
      /(^|[\W_])((?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:[0-9]{6}|[0-9]{2}[ -][0-9]{2}[ -][0-9]{2})[ -]?[A-D])(?![^\W_])/g,
      () => "privacy-ni-number",
    ],
    [/(^|[^0-9£$€/#_])((?:\+44|\(?0)[0-9]*(?:[ ().-]{1,3}[0-9]+){0,5})/g, phone],
    [/(^|[^\w.+'-])(([\w.+'-]{1,64}) ?@ ?([\w-]{1,63}(?:\.[\w-]{1,63})+))/g, email],
    [
      new RegExp(`(\\b(?:born|dob|d\\.o\\.b\\.?|date of birth)\\b[^.?!]{0,20}?)(${DATE})`, "gi"),
      () => "privacy-birth-date",
    ],
  ];

  function* texts(value, path) {
    if (typeof value === "string") yield [path, value];
    else if (Array.isArray(value))
      for (const [n, item] of value.entries()) yield* texts(item, [...path, n]);
    else if (value)
      for (const [key, inner] of Object.entries(value))
        if (path[0] !== "privacy" || key === "reason") yield* texts(inner, [...path, key]);
  }
  /* What the patterns find that is no large place and no abbreviation, and the fields in which it may stand.
     A match without `what` is what a pattern passes over. */
  function* patternFindings(flat, { patterns = [], large, abbreviations }) {
    for (const pattern of patterns) {
      const [rule, severity, source, fields] = pattern,
        expression = (pattern.expression = pattern.expression || new RegExp(source, "gu"));
      for (const { groups } of flat.matchAll(expression))
        if (
          groups.what &&
          !(rule === "privacy-together" && large.includes(groups.place)) &&
          !(rule === "privacy-name" && abbreviations.includes(groups.what.replace(/[. ]/g, "")))
        )
          yield [rule, groups.what, severity, fields];
    }
  }
  function* findings(text, guarded) {
    const flat = text
        .replace(/\s/g, " ")
        .replace(/&nbsp;/gi, "      ")
        .replace(WEB_ADDRESS, (found) => "_".repeat(found.length)),
      taken = new Set();
    for (const [expression, judge] of EXPRESSIONS) {
      for (const found of flat.matchAll(expression)) {
        const rule = judge(...found.slice(2)),
          words = found[2].trim();
        if (rule && !taken.has(words)) yield [rule, words, "error"];
        if (rule) taken.add(words);
      }
    }
    for (const found of patternFindings(flat, guarded)) {
      if (![...taken].some((words) => words.includes(found[1]) || found[1].includes(words)))
        yield found;
      taken.add(found[1]);
    }
  }

  /* What an example holds that may show who a person is. What is let stand with a reason is left to the person who checks. */
  function* problems(value, guarded) {
    const { madeUp = [], onPurpose = {} } = guarded;
    const stands = (rule, words) =>
      (value.privacy || []).some((entry) => entry.rule === rule && entry.text === words);
    for (const [path, text] of texts(value, [])) {
      if (form.choices.wordless.includes(path[0])) continue;
      for (const [rule, words, certain, fields = []] of findings(text, guarded)) {
        if (stands(rule, words) || [...(onPurpose[rule] || []), ...fields].includes(path[0]))
          continue;
        const severity = value.kind === "illustrative" && madeUp.includes(rule) ? "note" : certain;
        const shown = guard[rule].hidden ? `${words.slice(0, 2)}…${words.slice(-2)}` : `“${words}”`;
        const looks = severity === "error" ? "This looks like" : "This may be";
        const message = `${looks} ${guard[rule].what}: ${shown}. ${guard[rule].hint}`;
        yield { rule, path, message, severity };
      }
    }
  }
  /* What must change, and what only a person can judge. `guarded` holds the patterns: none where they are not loaded. */
  const all = (value, guarded = form.guarded || {}) => [...problems(value, guarded)];
  form.guard = (...given) => all(...given).filter(({ severity }) => severity === "error");
  form.asks = (...given) => all(...given).filter(({ severity }) => severity === "note");
})();
