/* The rules of an example that a browser can check, in the words of the form's own labels: the schema, the table of sayings and the lists
   of ids are the published ones (form-data.js, form-messages.js, form-ids.js). Neighbours: form-guard.js looks for personal data, form-fields.js draws.
   hooks/practice/checking/rules.py is the original; tests/data/cases.yml drives both. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { bare, isEmpty, slug } = form,
    sayings = form.messages.form,
    facts = form.messages.facts,
    properties = form.schema.properties,
    TWO_DAYS = new RegExp(`^${form.messages.two_days}$`);

  /* ---------- words ---------- */
  function filled(template, values) {
    return template.replace(/\{([a-z_]+)\}/g, (place, name) =>
      name in values ? values[name] : place,
    );
  }
  const quoted = (text) => `'${text}'`;
  /* One sentence in the words of the field's label. */
  function say(key, path, values = {}) {
    const field = path.filter((part) => typeof part === "string").pop(),
      words = sayings[`${key}:${field}`] || sayings[key];
    return {
      rule: key.split("/")[0],
      path,
      message: filled(words, { label: form.label(field), ...values }),
      severity: "error",
    };
  }
  const letters = (text) => Array.from(text.trim()).length;
  const thousands = (number) => number.toLocaleString("en-GB");

  /* ---------- the shape of a value, by the schema ---------- */
  function* shape(about, value, path) {
    const own = bare(about);
    if (own.properties) yield* group(own, value, path);
    else if (own.type === "array") yield* list(own, value, path);
    else if (own.enum) yield* choice(own, value, path);
    else if (own.type === "integer") yield* whole(own, value, path);
    else yield* text(own, value, path);
  }
  function* group(own, value, path) {
    for (const [name, about] of Object.entries(own.properties)) {
      const inner = [...path, name];
      if (!isEmpty(value[name])) yield* shape(about, value[name], inner);
      else if (own.required.includes(name)) yield say("required", inner);
    }
  }
  function* list(own, value, path) {
    const values = { count: value.length };
    if (value.length < (own.minItems || 0))
      yield say("too-few", path, { ...values, least: own.minItems });
    else if (value.length > (own.maxItems || Infinity))
      yield say("too-many", path, { ...values, most: own.maxItems });
    else for (const [n, item] of value.entries()) yield* shape(own.items, item, [...path, n]);
  }
  function* choice(own, value, path) {
    if (!own.enum.includes(value)) yield say("choice", path);
  }
  function* whole(own, value, path) {
    if (!/^[0-9]{1,9}$/.test(value)) yield say("number", path);
    else if (+value < own.minimum) yield say("number/small", path, { least: own.minimum });
    else if (+value > own.maximum) yield say("number/large", path, { most: own.maximum });
  }
  function* text(own, value, path) {
    const values = { given: value, count: thousands(letters(value)) };
    const key = own.pattern && form.messages.patterns.find(([part]) => own.pattern.includes(part));
    if (letters(value) < (own.minLength || 0))
      yield say("too-short", path, { ...values, least: own.minLength });
    else if (letters(value) > (own.maxLength || Infinity))
      yield say("too-long", path, { ...values, most: thousands(own.maxLength) });
    else if (own.pattern && !new RegExp(own.pattern).test(value.trim()))
      yield say(patternKey(key, value), path, values);
    else if (own.format === "date" && !isDay(value)) yield say("date/no-such-day", path, values);
    else if (own.format === "date" && (value < own.formatMinimum || value > own.formatMaximum)) {
      const [first, last] = [own.formatMinimum, own.formatMaximum].map((day) => day.slice(0, 4));
      yield say("date/year", path, { first, last });
    }
  }
  function patternKey(key, value) {
    if (key && key[1] === "date" && TWO_DAYS.test(value.trim())) return "date/two-days";
    return key ? key[1] : "shape/form";
  }
  function isDay(value) {
    const day = new Date(`${value}T00:00:00Z`);
    return !isNaN(day) && day.toISOString().startsWith(value);
  }

  /* ---------- the rules of an example: [name, fields that must be sound, check] ---------- */
  const real = (value) => value.kind !== "illustrative";
  const RULES = [
    [
      ["kind", "organisation"],
      function* (v) {
        if (real(v) && !v.organisation) yield say("organisation-is-named", ["organisation"]);
      },
    ],
    [
      ["kind", "nation"],
      function* (v) {
        if (real(v) && !v.nation) yield say("nation-is-named", ["nation"]);
      },
    ],
    [
      ["kind", "sources"],
      function* (v) {
        if (v.kind === "published" && isEmpty(v.sources))
          yield say("published-has-a-source", ["sources"]);
      },
    ],
    [
      ["sources"],
      function* (v) {
        for (const [n, source] of (v.sources || []).entries()) {
          const given = facts.full.filter((name) => source[name]);
          if (source.ref && given.length) yield say("source-is-named/twice", ["sources", n, "ref"]);
          else if (!source.ref && !(source.title && source.publisher))
            yield say("source-is-named", ["sources", n, "title"]);
        }
      },
    ],
    [
      ["period"],
      function* (v) {
        if (v.period && +v.period.from > +v.period.to)
          yield say("period-runs-forwards", ["period", "to"]);
      },
    ],
    [
      ["learning", "learning_basis"],
      function* (v) {
        if (v.learning && !v.learning_basis) yield say("learning-says-whose", ["learning_basis"]);
        if (v.learning_basis && !v.learning)
          yield say("learning-says-whose/alone", ["learning_basis"]);
      },
    ],
    [
      ["reviewed", "review_by"],
      function* (v) {
        if (v.reviewed && v.review_by && v.review_by <= v.reviewed)
          yield say("review-lies-ahead", ["review_by"]);
      },
    ],
    [
      ["asks"],
      function* (v) {
        const words = (v.asks || []).map((ask) =>
          (ask.toLowerCase().match(/[\p{L}\p{N}_]+/gu) || []).join(" "),
        );
        for (const [n, ask] of words.entries())
          if (words.indexOf(ask) < n) yield say("asks-differ", ["asks", n]);
      },
    ],
    [
      ["status", "withdrawn"],
      function* (v) {
        if (v.status === "withdrawn" && !v.withdrawn)
          yield say("withdrawal-is-explained", ["status"]);
        if (v.withdrawn && v.status !== "withdrawn")
          yield say("withdrawal-is-explained/alone", ["withdrawn", "on"]);
      },
    ],
    [
      ["kind", "consent"],
      function* (v) {
        const fit = facts.bases[v.kind];
        if (fit.includes(v.consent.basis)) return;
        const words = fit.map((basis) => `“${form.choices.options["consent.basis"][basis]}”`),
          fitting = words.join(", ").replace(/, (“[^“]*)$/, " or $1");
        yield say("consent-fits-the-kind", ["consent", "basis"], { fitting });
      },
    ],
    [
      ["consent"],
      function* (v) {
        if (!facts.agreed.includes(v.consent.basis)) return;
        for (const field of facts.agreement)
          if (!v.consent[field]) yield say("agreement-is-recorded", ["consent", field]);
      },
    ],
    [
      ["consent"],
      function* (v) {
        const { agreed_on: agreed, ask_again: again } = v.consent;
        if (agreed && again && again <= agreed)
          yield say("asking-again-lies-ahead", ["consent", "ask_again"]);
      },
    ],
    [
      ["kind", "about"],
      function* (v) {
        if (v.kind === "contributed" && !v.about)
          yield say("contributed-says-whom-it-is-about", ["about"]);
      },
    ],
    [
      ["kind", "about", "consent"],
      function* (v) {
        const whom = facts.whom[v.about],
          basis = v.consent.basis;
        if (v.kind === "contributed" && whom && basis !== "people-agreed")
          yield say("people-agree-to-their-own-story", ["consent", "basis"], { whom });
      },
    ],
    [
      ["kind", "checked_by_role"],
      function* (v) {
        if (v.kind === "contributed" && !v.checked_by_role)
          yield say("a-second-person-has-looked", ["checked_by_role"]);
      },
    ],
    [
      ["title", "summary"],
      function* (v) {
        for (const field of ["title", "summary"]) {
          for (const sign of facts.markup)
            if (v[field].includes(sign))
              yield say("title-and-summary-are-plain", [field], { sign: quoted(sign) });
        }
      },
    ],
  ];

  /* ---------- days on which something was done: a browser has a clock ---------- */
  function* ahead(value, bad) {
    for (const path of facts.done) {
      const day = path.reduce((inner, name) => Object(inner)[name], value);
      if (!bad.has(path[0]) && day > form.today())
        yield say("day-in-the-future", path, { day: form.dayInWords(day) });
    }
  }

  /* ---------- what a text may not hold. A browser looks for the signs of it; the check of the file reads the text in full ---------- */
  const SIGNS = [
    ["no-headings", /^ {0,3}(?:#{1,6}(?:[ \t].*|$)|[^\n]+\n {0,3}(?:=+|-+)[ \t]*$)/gm],
    ["no-images", /!\[[^\]]*\]\([^)]*\)/g],
    ["no-html", /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/g],
    ["link", /!?\[[^\]]*\]\(([^)\s]*)[^)]*\)|<([A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*)>/g],
  ];
  const ALLOWED = new RegExp(`^(?:https://[^\\s/]|mailto:[^\\s/]+@|(?:${facts.links.join("|")}):)`);

  function* textFaults(value, path) {
    const plain = value.replace(/(`+)[^`][\s\S]*?\1/g, (code) => code.replace(/[^\n]/g, "x"));
    for (const [key, sign] of SIGNS) {
      for (const found of plain.matchAll(sign)) {
        const words = value
          .slice(found.index, found.index + found[0].length)
          .trim()
          .split("\n")[0]
          .slice(0, 60);
        const target = found[1] ?? found[2];
        if (key === "link" && found[0].startsWith("!")) continue; /* a picture: told already */
        if (key !== "link") yield say(key, path, { words });
        else if (!ALLOWED.test(target)) yield say("link", path, { words });
      }
    }
  }

  /* ---------- ids that must exist, and what must be the only one ---------- */
  const lists = {};
  function knownIds(kind) {
    if (lists[kind] || ((kind === "example" || kind === "source") && !form.ids)) return lists[kind];
    lists[kind] =
      form.ids && form.ids[kind]
        ? form.ids[kind].map(([id]) => id)
        : form.choices.kinds[kind].map((thing) => thing.id);
    return lists[kind];
  }
  function titles() {
    return (
      form.ids &&
      (lists.titles =
        lists.titles || new Map(form.ids.example.map(([id, title]) => [folded(title), id])))
    );
  }
  function* references(value, bad) {
    for (const [field, kind] of Object.entries(form.choices.named)) {
      if (bad.has(field)) continue;
      const known = knownIds(kind),
        given = [].concat(value[field] || []);
      for (const [n, ref] of given.entries()) {
        const path = Array.isArray(value[field]) ? [field, n] : [field];
        if (known && !known.includes(ref.split("#")[0])) yield say("unknown-reference", path);
        if (given.indexOf(ref) < n) yield say("named-twice", path);
      }
    }
    for (const [n, source] of (value.sources || []).entries()) {
      const known = source.ref && knownIds("source");
      if (known && !known.includes(source.ref))
        yield say("unknown-reference", ["sources", n, "ref"]);
    }
  }
  const folded = (title) =>
    title.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
  function* unique(value, name) {
    const notAlone = new RegExp(facts.not_alone);
    if (name && (!new RegExp(facts.id).test(name) || name.length > 80 || notAlone.test(name))) {
      const better = slug(name) || "a-short-name";
      yield say("file-name", ["name"], { better: notAlone.test(better) ? `in-${better}` : better });
    }
    const same = titles() && value.title && titles().get(folded(value.title));
    if (same && same !== name) yield say("unique-title", ["title"]);
    if (form.ids && knownIds("example").includes(name)) yield say("unique-id", ["name"]);
  }

  /* Every problem of an example, in the order of the fields. */
  function check(value, name) {
    const found = [...group({ properties, required: form.schema.required }, value, [])];
    const bad = new Set(found.map((problem) => problem.path[0]));
    for (const [needs, rule] of RULES)
      if (needs.every((field) => !bad.has(field))) found.push(...rule(value));
    for (const [field, about] of Object.entries(properties)) {
      if (bare(about).format === "markdown" && value[field] && !bad.has(field))
        found.push(...textFaults(value[field], [field]));
    }
    found.push(
      ...ahead(value, bad),
      ...references(value, bad),
      ...unique(value, name),
      ...form.guard(value),
    );
    const order = ["name", ...form.choices.parts.flatMap((part) => part.fields)];
    return found
      .map((problem, n) => [order.indexOf(problem.path[0]), n, problem])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map((row) => row[2]);
  }

  Object.assign(form, { check, say });
})();
