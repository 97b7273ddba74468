/* What a question finds, out of the files below find/. They are scripts, since pages from a disk may load nothing else.
   The words are read as in exports/finder/words.py, and postings are written by exports/finder/index.py. No page here. */
(function () {
  "use strict";
  const FOLDER = "find/";

  /* ---- tokens and stems ---- */
  const CHUNK = /[\p{L}\p{N}]+(?:['./&+-][\p{L}\p{N}]+)*/gu;
  const INITIALS = /^\p{L}(?:\.\p{L})+$/u; /* “S.D.S.” */
  const SUFFIXES = ["ement", "ment", "ation", "ion", "er", "or", "ly"];
  /* Words that `stem` would take for forms of others, and forms of a word that no suffix tells of: they come with the index. */
  const STEM_EXCEPTIONS = new Set();
  const IRREGULAR_FORMS = new Map();

  function learn({ whole, forms }) {
    for (const word of whole) STEM_EXCEPTIONS.add(word);
    for (const [word, ...others] of forms.map((line) => line.split(" ")))
      for (const form of others) IRREGULAR_FORMS.set(form, word);
  }

  function normalise(text) {
    return text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/[‐‑]/g, "-")
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .replace(/\(s\)|\/s(?![\p{L}\p{N}])/gu, "s");
  }

  /* The tokens of a text, as [{ raw, joined }]: joined to the token before by a separator, as in “self-directed”. */
  function tokenise(text) {
    return (normalise(text).match(CHUNK) || []).flatMap((chunk) =>
      (INITIALS.test(chunk) ? [chunk.replace(/\./g, "")] : chunk.split(/[./&+-]/)).map(
        (part, n) => ({
          raw: part.replace(/'(s|d|m|ll|re|ve)$/, "").replace(/'/g, ""),
          joined: n > 0,
        }),
      ),
    );
  }

  function stem(word) {
    let w = (IRREGULAR_FORMS.get(word) || word)
      .replace(/(..)iz(e|ed|er|ers|es|ing|ation|ations)$/, "$1is$2")
      .replace(/^(behavi|col|fav|flav|hon|hum|lab|neighb)or(?!at)/, "$1our")
      .replace(/centere?(d|s|ing)?$/, "centre$1")
      .replace(/ogue(?=s?$)/, "og");
    if (w.length < 4) return w;
    if (/ies$/.test(w) && w.length > 4) w = w.slice(0, -3) + "y";
    else if (/(sses|xes|ches|shes)$/.test(w)) w = w.slice(0, -2);
    else if (!/(ss|us|is)$/.test(w)) w = w.replace(/s$/, "");
    if (STEM_EXCEPTIONS.has(w)) return w;
    const tense = ["ing", "ed"].find(
      (end) =>
        w.endsWith(end) && w.length - end.length > 2 && /[aeiouy]/.test(w.slice(0, -end.length)),
    );
    if (tense) {
      w = w.slice(0, -tense.length);
      const exception = [w, w + "e"].find((form) => STEM_EXCEPTIONS.has(form));
      if (exception) return exception;
    }
    const suffix = SUFFIXES.find((end) => w.endsWith(end) && w.length - end.length >= 4);
    if (suffix) w = w.slice(0, -suffix.length);
    if (w.length > 3) w = w.replace(/e$/, "").replace(/([bcdfgklmnprtz])\1$/, "$1");
    return w.length > 3 ? w.replace(/y$/, "i") : w;
  }

  /* Weighted edit distance: a wrong vowel, a letter that is double in one word, and two that changed places count half, as people misspell. */
  function editDistance(a, b) {
    const vowel = (letter) => "aeiouy".includes(letter);
    const cost = (word, n) => (vowel(word[n]) || word[n] === word[n - 1] ? 0.5 : 1);
    const rows = [[0]];
    for (let j = 1; j <= b.length; j++) rows[0][j] = rows[0][j - 1] + cost(b, j - 1);
    for (let i = 1; i <= a.length; i++) {
      rows[i] = [rows[i - 1][0] + cost(a, i - 1)];
      for (let j = 1; j <= b.length; j++) {
        const [x, y] = [a[i - 1], b[j - 1]];
        rows[i][j] = Math.min(
          rows[i - 1][j] + cost(a, i - 1),
          rows[i][j - 1] + cost(b, j - 1),
          rows[i - 1][j - 1] + (x === y ? 0 : vowel(x) && vowel(y) ? 0.5 : 1),
        );
        if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y)
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 0.5);
      }
    }
    return rows[a.length][b.length];
  }

  /* ---- files ---- */
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const files = new Map();
  const arrived = new Map();

  /* Every file of the index calls this with its name and what it holds. */
  window.practiceFind = (name, value) => {
    arrived.set(name, value);
    if (name === "index") learn(value);
  };

  /* What a file holds. A file that failed may be asked for again. */
  function file(name) {
    if (!files.has(name)) {
      files.set(
        name,
        new Promise((done, failed) => {
          const tag = document.createElement("script");
          tag.src = base + FOLDER + name + ".js";
          tag.onload = () => done(arrived.get(name));
          tag.onerror = () => {
            files.delete(name);
            failed(new Error(name + " could not be loaded"));
          };
          document.head.append(tag);
        }),
      );
    }
    return files.get(name);
  }

  function shard(term, count) {
    let place = 0;
    for (const sign of term) place = (Math.imul(place, 31) + sign.codePointAt(0)) >>> 0;
    return place % count;
  }

  /* Postings: see index.py for how they are written. */
  const digit = (text, at) => {
    const code = text.charCodeAt(at);
    return code - 35 - (code > 92);
  };
  const NEAR = 60;
  const FAR = 90;
  const BASE = 91;
  const LEVELS = 5;
  const ASK_COUNTS = 13; /* 0 to 12 asks */

  function decode(text) {
    const found = [];
    for (let at = 0, n = -1; at < text.length;) {
      let steps = digit(text, at++);
      if (steps === FAR)
        steps = NEAR + (digit(text, at++) * BASE + digit(text, at++)) * BASE + digit(text, at++);
      else if (steps >= NEAR) steps = NEAR + (steps - NEAR) * BASE + digit(text, at++);
      n += steps + 1;
      const packed = digit(text, at++);
      const asks = [];
      for (let count = packed % ASK_COUNTS; count; count--) asks.push(digit(text, at++));
      found.push({ n, level: Math.floor(packed / ASK_COUNTS) / LEVELS, asks });
    }
    return found;
  }

  /* ---- a question ---- */
  const MAX_PHRASE_WORDS = 5;
  const MAX_JOINED_WORDS = 4;

  /* For each phrase that has synonyms the terms of its groups, out of the groups of phrases that mean the same. */
  function synonymTerms(groups) {
    const found = new Map();
    groups.forEach((group, n) =>
      group
        .split(",")
        .forEach((phrase) => found.set(phrase, [...(found.get(phrase) || []), "~" + n])),
    );
    return found;
  }

  /* The terms of a question: its words, and words in a row that may be one elsewhere, with the stem of the `first`. Each has its synonyms. */
  function queryTerms(question, synonyms, stopWords) {
    const words = tokenise(question);
    const stems = words.map(({ raw }) => stem(raw));
    const phrases = stems.flatMap((_, n) =>
      range(n + 1, Math.min(stems.length, n + MAX_PHRASE_WORDS)).map((end) => ({
        n,
        end,
        ids: synonyms.get(stems.slice(n, end).join(" ")) || [],
      })),
    );
    /* What a phrase means counts about once, however many words it has: each of them has a share. */
    const means = (from, to) =>
      phrases
        .filter(({ n, end }) => n <= from && end >= to)
        .flatMap(({ n, end, ids }) => {
          const words = stems.slice(n, end).filter((term) => !stopWords.has(term)).length;
          return ids.map((id) => [id, to - from > 1 ? 1 : 1 / Math.sqrt(words || 1)]);
        });
    const found = new Map();
    const add = (term, word, means, rest) => {
      const shares = found.has(term) ? found.get(term).shares : new Map();
      for (const [id, share] of means) shares.set(id, Math.max(share, shares.get(id) || 0));
      found.set(term, { term, word, shares, first: "", joined: false, ...rest });
    };
    stems.forEach((term, n) => add(term, words[n].raw, means(n, n + 1)));
    /* Stop words that mean something together, as “one to one”: the first stands for all. */
    for (const { n, end, ids } of phrases)
      if (end - n > 1 && ids.length && stems.slice(n, end).every((term) => stopWords.has(term)))
        found.get(stems[n]).telling = true;
    stems.forEach((first, n) =>
      range(n + 2, Math.min(stems.length, n + MAX_JOINED_WORDS)).forEach((end) => {
        const some = words.slice(n, end);
        const word = some.map(({ raw }) => raw).join("");
        const joined =
          some.every((token, m) => token.joined === m > 0) && !(words[end] && words[end].joined);
        const rest = { first, joined, of: stems.slice(n, end) };
        if (!found.has(stem(word))) add(stem(word), word, joined ? means(n, end) : [], rest);
      }),
    );
    return [...found.values()];
  }

  const range = (from, to) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);

  /* Weights. Each may be a good deal more or less before an answer changes: see docs/about/finding.md for how they were set. */
  const W = {
    means: 0.95,
    own: 2,
    adjacent: 0.9,
    apart: 0.3,
    text: 1.8,
    others: 0.2,
    best: 0.08,
    all: 0.6,
    power: 1.7,
    cover: 0.2,
    least: 0.2,
  };

  /* What a question finds among the examples, and how to ask the same of everything else. A word that nothing here has and
     that may be misspelt is corrected, and all is asked once more: `corrections` has pairs of such a word and what it is taken for. */
  async function search(question, corrections) {
    const index = await file("index");
    const synonyms = index.synonyms || (index.synonyms = synonymTerms(index.said));
    const stopWords = new Set(index.little.split(" "));
    const all = queryTerms(question, synonyms, stopWords);
    const tells = ({ term, telling }) => telling || !stopWords.has(term);
    const telling = all.some((part) => !part.first && tells(part));
    const [words, also] = ["words", "also"].map((name) => postingsIn(name, index[name]));
    /* A word that tells nothing is looked for where there is no other. */
    const asked = all.filter(
      (part) => part.joined || !telling || (part.first ? !stopWords.has(part.first) : tells(part)),
    );
    const retrieved = await withPostings(asked, words);
    const found = retrieved.filter(({ first, list }) => !first || list.length);
    /* What is joined in the question and known as one word is one: its parts are not looked for. */
    const known = ({ list }) => list.some(({ own }) => own);
    const whole = new Set(found.filter((one) => one.joined && known(one)).flatMap(({ of }) => of));
    const examples = found.filter((unit) =>
      unit.joined ? known(unit) : unit.first || !whole.has(unit.term),
    );
    const compounds = new Map(
      index.compounds.map((two) => [stem(two.replace(" ", "")), two.split(" ").map(stem)]),
    );
    for (const unit of examples) {
      const of = unit.joined ? unit.of : compounds.get(unit.term);
      if (!of || of.some((term) => stopWords.has(term))) continue;
      unit.apart = of;
      unit.list = unit.list.concat(await intersect(unit, words));
    }
    const corrected = new Map();
    for (const unit of examples.filter(({ first, list }) => !first && !list.length)) {
      if ((await also(unit.term)).length) continue;
      unit.common = await isCommon(unit.word);
      const other = unit.common || corrections ? "" : await correction(unit.word, words);
      if (other) corrected.set(unit.term, [unit.word, other]);
    }
    if (corrected.size) {
      const written = tokenise(question).map(({ raw, joined }) => {
        const [, other] = corrected.get(stem(raw)) || [];
        return (joined ? "-" : " ") + (other || raw);
      });
      return search(written.join(""), [...corrected.values()]);
    }
    const kinds = index.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
    return {
      question,
      corrections: corrections || [],
      units: examples,
      onlyStopWords: !telling,
      examples: rank(examples, index.examples, index.asks[0]),
      others: async () => rank(await withPostings(examples, also), kinds.length, index.asks[1]),
      kind: (n) => kinds[n],
    };
  }

  /* Reads postings of a term. Those of words in a row stand in the file of the first of them as well. */
  function postingsIn(name, count) {
    return async (term, at) => {
      const found = await file(name + "/" + shard(at || term, count));
      return Object.prototype.hasOwnProperty.call(found, term) ? decode(found[term]) : [];
    };
  }

  /* Each term with its postings and those of its synonyms. */
  function withPostings(parts, find) {
    return Promise.all(
      parts.map(async (part) => {
        const here = find(part.term, part.first).then((list) =>
          part.joined && !list.length ? find(part.term) : list,
        );
        const weight = part.first && !part.joined ? W.adjacent : 1;
        const own = here.then((list) => ({ list, own: true, weight }));
        const others = [...part.shares].map(([term, share]) =>
          find(term).then((list) => ({ list, weight: W.means * share })),
        );
        const list = (await Promise.all([own, ...others])).filter(({ list }) => list.length);
        const unit = { ...part, list };
        return part.apart ? { ...unit, list: [...list, ...(await intersect(unit, find))] } : unit;
      }),
    );
  }

  /* Where the words that one is made of stand, and it does not: “home” and “care” for “homecare”. */
  async function intersect({ apart, list }, find) {
    const here = new Set(
      list.filter(({ own }) => own).flatMap(({ list }) => list.map((at) => at.n)),
    );
    const [first, ...rest] = await Promise.all(apart.map((term) => find(term)));
    const others = rest.map((list) => new Map(list.map((at) => [at.n, at])));
    const both = first
      .filter(({ n }) => !here.has(n) && others.every((other) => other.has(n)))
      .map(({ n, level, asks }) => {
        const all = others.map((other) => other.get(n));
        return {
          n,
          level: Math.min(level, ...all.map((at) => at.level)),
          asks: asks.filter((ask) => all.every((at) => at.asks.includes(ask))),
        };
      });
    return both.length ? [{ list: both, own: true, weight: W.apart }] : [];
  }

  /* Whether a part is one that a page should have: words in a row that are known as one only count more. */
  const counts = ({ first, joined }) => !first || joined;
  const idf = (df, total) => Math.log(1 + (total - df + 0.5) / (df + 0.5));

  /* What a word tells of a document: as much as its best form, and a part of what the others do. */
  const more = (a, b) => Math.max(a, b) + W.others * Math.min(a, b);

  /* Documents by how well they fit: how much their texts tell of the words, the ask that fits best, and all asks together. */
  function rank(units, total, totalAsks) {
    const docs = new Map();
    const doc = (n) => {
      if (!docs.has(n)) docs.set(n, { n, text: 0, cover: 0, words: new Set(), asks: new Map() });
      return docs.get(n);
    };
    let whole = 0;
    for (const unit of units) {
      let most = unit.list.length ? 0 : idf(0, total);
      const here = new Map();
      for (const { list, weight, own } of unit.list) {
        const rare = idf(list.length, total) * weight;
        const rareAsk =
          idf(
            list.reduce((sum, { asks }) => sum + asks.length, 0),
            totalAsks,
          ) * weight;
        most = Math.max(most, rare);
        for (const { n, level, asks } of list) {
          if (own) for (const term of counts(unit) ? [unit.term] : unit.of) doc(n).words.add(term);
          if (!here.has(n)) here.set(n, { text: 0, asks: new Map() });
          const one = here.get(n);
          one.text = more(one.text, rare * level);
          for (const ask of asks) one.asks.set(ask, more(one.asks.get(ask) || 0, rareAsk));
        }
      }
      for (const [n, { text, asks }] of here) {
        const one = doc(n);
        one.text += text;
        for (const [ask, score] of asks) one.asks.set(ask, (one.asks.get(ask) || 0) + score);
      }
      if (!counts(unit)) continue;
      unit.rare = most;
      whole += most;
      for (const n of here.keys()) doc(n).cover += most;
    }
    const wanted = units.filter(counts);
    const found = [...docs.values()]
      .map((one) => {
        const fits = [...one.asks].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        const best = fits.length ? fits[0][1] : 0;
        const sum = fits.reduce((sum, [, score]) => sum + Math.pow(score, W.power), 0);
        const together = Math.pow(sum, 1 / W.power);
        const cover = whole ? one.cover / whole : 1;
        const full = wanted.every(({ term }) => one.words.has(term));
        /* Of one word, what has it comes before what only means much the same. */
        const own = full && wanted.length === 1 ? W.own : 1;
        return {
          n: one.n,
          ask: fits.length ? fits[0][0] : -1,
          cover,
          full,
          score:
            (W.text * one.text + W.best * best + W.all * together) * Math.pow(cover, W.cover) * own,
        };
      })
      .sort((a, b) => b.score - a.score || a.n - b.n);
    return found.filter(
      ({ score, full }) => full || wanted.length < 2 || score >= W.least * found[0].score,
    );
  }

  /* Whether a word that the library lacks is a common one, and so no mistake. */
  const isCommon = async (word) => (await file("spelling")).common.split(" ").includes(stem(word));

  /* What a word that the library lacks may have been meant to be; nothing where there is no such word. */
  async function correction(word, find) {
    const near = await nearest(word);
    const two = !(near && near.by <= 0.5) && (await splitCompound(word, find));
    return two || (near && stem(near.other) !== stem(word) ? near.other : "");
  }

  /* The two words of the library that a word which it lacks is made of, as “carehome”, if there are such. */
  async function splitCompound(word, find) {
    const { known: lines } = await file("spelling");
    const known = new Set(lines.flatMap((line) => line.split(" ").map(stem)));
    for (const at of range(3, word.length - 4)) {
      const [first, last] = [word.slice(0, at), word.slice(at)];
      if (!known.has(stem(last))) continue;
      if (known.has(stem(first)) || (at === 3 && (await find(stem(first))).length))
        return first + " " + last;
    }
    return null;
  }

  /* The word of the library that a word which it lacks was meant to be, if there is one that is near and begins alike. */
  async function nearest(word) {
    if (word.length < 4) return null;
    const most = word.length < 5 ? 0.5 : word.length < 8 ? 1 : 2;
    const start = ([a, b, c], [x, y, z]) =>
      a === x && (word.length >= 8 || b === y || b === z || c === y);
    const single = (word) => word.replace(/([^s])s$/, "$1");
    const { known } = await file("spelling");
    let best = null;
    for (const [frequency, list] of known.map((line) => line.split(" ")).entries()) {
      for (const other of list) {
        if (Math.abs(other.length - word.length) > 3 || !start(word, other)) continue;
        const by = Math.min(editDistance(word, other), editDistance(single(word), single(other)));
        if (by <= most && (!best || by < best.by || (by === best.by && frequency > best.frequency)))
          best = { by, frequency, other };
      }
    }
    return best;
  }

  /* ---- what is shown ---- */
  const PASSAGE = 30;
  const SAME_QUESTION = 0.85; /* the share from which an ask is the reader's own question */
  const PER_FILE = 4;
  const named = ([address, title, summary, where, read, text, asks, questions]) => ({
    address,
    title,
    summary,
    where,
    read,
    text,
    asks: asks || [],
    questions: questions || [],
  });
  const example = async (n) => named(await file("example/" + n));
  const other = async (n) => named((await file("other/" + Math.floor(n / PER_FILE)))[n % PER_FILE]);

  /* The parts of a question that count, with every phrase that stands for each. */
  async function wanted(units) {
    const { said: synonyms } = await file("index");
    return units
      .filter(({ rare }) => rare)
      .map((unit) => ({
        rare: unit.rare,
        phrases: [
          unit.term,
          ...[...unit.shares.keys()].flatMap((term) => synonyms[term.slice(1)].split(",")),
        ].map((phrase) => phrase.split(" ")),
      }));
  }

  /* Why something was found, as [{ text, hit }]: the ask that fits best, or the stretch of its text in which most of the question stands. */
  async function why(found, record, units) {
    const parts = await wanted(units);
    const ask = found.ask >= 0 ? passage(record.asks[found.ask], parts) : null;
    const told = [record.text, record.summary].map((text) => passage(text, parts)).find(Boolean);
    return ask && (!told || ask.worth >= told.worth * 0.8)
      ? { ask: true, ...ask }
      : told
        ? { ask: false, ...told }
        : null;
  }

  /* The length of the shorter of title and ask that has the whole question, since what has little else is most likely meant; Infinity
     where neither has it. An ask of several words counts only with two of the question's words or more. */
  async function matchLength(found, { title, asks }, units) {
    const parts = await wanted(units);
    const ask = asks[found.ask] || "";
    const own = parts.map((part) => ({ ...part, phrases: part.phrases.slice(0, 1) }));
    const single = /^\S+$/.test(ask);
    const asked = single ? own : parts;
    const whole = parts.reduce((sum, { rare }) => sum + rare, 0);
    const hits = asked.filter((part) => passage(ask, [part])).length;
    const same = hits > (single ? 0 : 1) && passage(ask, asked).worth >= SAME_QUESTION * whole;
    const lengths = [
      same && ask.length,
      own.every((part) => passage(title, [part])) && title.length,
    ];
    return Math.min(...lengths.map((length) => length || Infinity));
  }

  /* The stretch of a text in which most parts of a question stand; nothing where none does. */
  function passage(text, wanted) {
    const all = text.split(" ");
    const stems = all.flatMap((word, at) =>
      tokenise(word).map(({ raw }) => ({ raw, stem: stem(raw), at })),
    );
    const hits = all.map(() => new Set());
    /* Words in a row that the question has as one word, as “socialwork”. */
    const joined = stems.flatMap(({ raw }, n) =>
      range(2, MAX_JOINED_WORDS).flatMap((length) => {
        const some = stems.slice(n, n + length);
        return some.length === length
          ? [{ some, stem: stem(some.map((part) => part.raw).join("")) }]
          : [];
      }),
    );
    wanted.forEach(({ phrases }, unit) => {
      for (const { some, stem } of joined)
        if (phrases[0][0] === stem) some.forEach(({ at }) => hits[at].add(unit));
    });
    wanted.forEach(({ phrases }, unit) =>
      phrases.forEach((phrase) =>
        stems.forEach((_, n) => {
          if (phrase.every((part, m) => stems[n + m] && stems[n + m].stem === part))
            phrase.forEach((_, m) => hits[stems[n + m].at].add(unit));
        }),
      ),
    );
    if (!hits.some(({ size }) => size)) return null;
    let [start, worth] = [0, -1];
    for (let n = 0; n < Math.max(1, all.length - PASSAGE + 8); n++) {
      const there = hits.slice(n, n + PASSAGE);
      const sum = [...new Set(there.flatMap((some) => [...some]))].reduce(
        (total, unit) => total + wanted[unit].rare,
        0,
      );
      const better = sum + (n === 0 || /[.?!:]$/.test(all[n - 1]) ? 0.1 : 0);
      if (better > worth) [worth, start] = [better, n];
    }
    const pieces = all
      .slice(start, start + PASSAGE)
      .map((word, n) => ({ text: word, hit: hits[start + n].size > 0 }));
    if (start) pieces.unshift({ text: "…", hit: false });
    if (start + PASSAGE < all.length) pieces.push({ text: "…", hit: false });
    return { worth, pieces };
  }

  const analysis = { tokenise, stem, editDistance };
  window.practiceFinding = { search, example, other, why, matchLength, file, ...analysis, W };
})();
