/* What a question finds, out of the files below find/. They are scripts, since pages from a disk may load nothing else.
   The words are read as in exports/finder/words.py, and postings are written by exports/finder/index.py. No page here. */
(function () {
  "use strict";
  const FOLDER = "find/";

  /* ---- words ---- */
  const CHUNK = /[\p{L}\p{N}]+(?:['./&+-][\p{L}\p{N}]+)*/gu;
  const STOP = new Set(("a about after again all also am an and any are as at be because been before being but by can cannot could did didnt do does doesnt doing done dont each else ever every example examples few find for from get gets getting give go goes going got had has have having he her hers him his how i id if im in instead into is isnt it its ive just let lets like make makes making many may me might more most much must my need needs of off often on one only or other others our ours out over please put same she should show since so some someone something such take than that thats the their theirs them then there these they theyre thing things this those through to too try trying until up us use very want wants was way ways we were what when where which while who whose why will with would you your youre yours").split(" "));
  const LONG = ["ement", "ment", "ation", "ion", "er", "or", "ly"];

  function plain(text) {
    return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, "-").normalize("NFKD").replace(/\p{M}/gu, "");
  }

  /* The words of a text, as [{ raw, tied }]: tied to the word before by a sign, as in “self-directed”. */
  function split(text) {
    return (plain(text).match(CHUNK) || []).flatMap((chunk) => chunk.split(/[./&+-]/).map((part, n) => ({ raw: part.replace(/'s$/, "").replace(/'/g, ""), tied: n > 0 })));
  }

  function stem(word) {
    let w = word.replace(/(..)iz(e|ed|er|ers|es|ing|ation|ations)$/, "$1is$2").replace(/^(behavi|col|fav|flav|hon|hum|lab|neighb)or(?!at)/, "$1our");
    if (w.length < 4) return w;
    if (/ies$/.test(w) && w.length > 4) w = w.slice(0, -3) + "y";
    else if (/(sses|xes|ches|shes)$/.test(w)) w = w.slice(0, -2);
    else if (!/(ss|us|is)$/.test(w)) w = w.replace(/s$/, "");
    const ending = ["ing", "ed"].find((end) => w.endsWith(end) && w.length - end.length > 2 && /[aeiouy]/.test(w.slice(0, -end.length)));
    if (ending) w = w.slice(0, -ending.length).replace(/([bdfgmnprt])\1$/, "$1");
    const long = LONG.find((end) => w.endsWith(end) && w.length - end.length >= 4);
    if (long) w = w.slice(0, -long.length);
    if (w.length > 3) w = w.replace(/e$/, "");
    return w.length > 3 ? w.replace(/y$/, "i") : w;
  }

  const STOPS = new Set([...STOP].map(stem));

  /* In how many letters two words differ; two that changed places count as one. */
  function far(a, b) {
    const rows = [[...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i++) {
      rows[i] = [i];
      for (let j = 1; j <= b.length; j++) {
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length][b.length];
  }

  /* ---- files ---- */
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const files = new Map();
  const arrived = new Map();

  /* Every file of the index calls this with its name and what it holds. */
  window.practiceFind = (name, value) => arrived.set(name, value);

  /* What a file holds. A file that failed may be asked for again. */
  function file(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((done, failed) => {
        const tag = document.createElement("script");
        tag.src = base + FOLDER + name + ".js";
        tag.onload = () => done(arrived.get(name));
        tag.onerror = () => { files.delete(name); failed(new Error(name + " could not be loaded")); };
        document.head.append(tag);
      }));
    }
    return files.get(name);
  }

  function shard(term, count) {
    let place = 0;
    for (const sign of term) place = (Math.imul(place, 31) + sign.codePointAt(0)) >>> 0;
    return place % count;
  }

  /* Postings: see index.py for how they are written. */
  const SIGN = (text, at) => { const code = text.charCodeAt(at); return code - 35 - (code > 92); };
  const NEAR = 60;
  const FAR = 90;
  const BASE = 91;
  const LEVELS = 5;
  const MOST = 13;
  const LENGTHS = [2.5, 5, 8, 13];

  function decode(text) {
    const found = [];
    for (let at = 0, n = -1; at < text.length;) {
      let steps = SIGN(text, at++);
      if (steps === FAR) steps = NEAR + (SIGN(text, at++) * BASE + SIGN(text, at++)) * BASE + SIGN(text, at++);
      else if (steps >= NEAR) steps = NEAR + (steps - NEAR) * BASE + SIGN(text, at++);
      n += steps + 1;
      const told = SIGN(text, at++);
      const asks = [];
      for (let count = told % MOST; count; count--) asks.push(SIGN(text, at++));
      found.push({ n, level: Math.floor(told / MOST) / LEVELS, asks });
    }
    return found;
  }

  /* ---- a question ---- */
  const LONGEST = 5;
  const TIED = 4;

  /* The parts of a question: words, what they mean, and words in a row that are written as one elsewhere. */
  function parts(question, said) {
    const words = split(question);
    const stems = words.map(({ raw }) => stem(raw));
    const found = new Map();
    const part = (term, n) => { if (!found.has(term)) found.set(term, { term, word: words[n].raw, means: new Set(), joined: null }); return found.get(term); };
    stems.forEach((term, n) => {
      part(term, n);
      for (let end = n + 1; end <= Math.min(stems.length, n + LONGEST); end++) {
        for (const id of said[stems.slice(n, end).join(" ")] || []) for (let at = n; at < end; at++) part(stems[at], at).means.add("~" + id);
      }
      for (let end = n + 2; end <= Math.min(stems.length, n + TIED); end++) {
        const some = words.slice(n, end);
        const joined = stem(some.map(({ raw }) => raw).join(""));
        if (joined !== term && !found.has(joined)) found.set(joined, { term: joined, word: some.map(({ raw }) => raw).join("-"), means: new Set(), joined: stems[n], tied: some.slice(1).every(({ tied }) => tied) });
      }
    });
    return [...found.values()];
  }

  const W = { means: 0.8, joined: 0.5, stop: 0.15, text: 0.7, best: 1, all: 0.7, cover: 0.5, fixed: 0.8, ask: 0.5, least: 0.3, k: 2.2 };

  /* What a question finds. */
  async function search(question) {
    const index = await file("index");
    const loaded = new Map();
    const shards = index.words ? null : index.shards;
    const load = (term) => (shards ? file("words/" + shard(term, shards)) : Promise.resolve(index.words)).then((words) => { loaded.set(term, words); });
    const posting = (term, at) => { const words = loaded.get(at || term); return words && Object.prototype.hasOwnProperty.call(words, term) ? words[term] : ""; };
    const all = parts(question, index.said);
    const telling = all.some(({ term, joined }) => !joined && !STOPS.has(term));
    const asked = all.filter(({ term, joined, tied }) => (joined ? tied || !telling || !STOPS.has(joined) : !telling || !STOPS.has(term) || !shards));
    await Promise.all([...new Set(asked.flatMap(({ term, means, joined }) => [joined || term, ...means]))].map(load));
    const fixed = await Promise.all(asked.map((part) => (part.joined || posting(part.term) ? null : nearest(part.word, index))));
    const units = [];
    for (const [n, part] of asked.entries()) {
      const unit = { ...part, forms: [], unknown: false };
      if (fixed[n]) {
        await load(stem(fixed[n]));
        unit.fixed = fixed[n];
        unit.forms.push([posting(stem(fixed[n])), W.fixed]);
        for (const id of index.said[stem(fixed[n])] || []) part.means.add("~" + id);
        await Promise.all([...part.means].map(load));
      } else unit.forms.push([posting(part.term, part.joined), part.joined ? W.joined : 1]);
      for (const id of part.means) unit.forms.push([posting(id), W.means]);
      unit.forms = unit.forms.filter(([text]) => text).map(([text, weight]) => { const [examples, others] = text.split(" "); return { weight, examples: decode(examples), others: decode(others || "") }; });
      unit.unknown = !unit.forms.length && !part.joined;
      if (unit.forms.length || unit.unknown) units.push(unit);
    }
    const examples = rank(units, "examples", index.examples, index.asks);
    const others = rank(units, "others", index.others, 1);
    return { examples, others, units };
  }

  const idf = (df, total) => Math.log(1 + (total - df + 0.5) / (df + 0.5));

  /* Documents by how well they fit: how much their texts tell of the words, the ask that fits best, and all asks together. */
  function rank(units, kind, total, totalAsks) {
    const docs = new Map();
    const doc = (n) => { if (!docs.has(n)) docs.set(n, { n, text: 0, cover: 0, units: 0, asks: new Map() }); return docs.get(n); };
    let whole = 0;
    for (const unit of units) {
      const few = STOPS.has(unit.term) ? W.stop : 1;
      let most = unit.unknown ? idf(0, total) : 0;
      const here = new Set();
      for (const form of unit.forms) {
        const list = form[kind];
        const rare = idf(list.length, total) * form.weight * few;
        const rareAsk = idf(list.reduce((sum, { asks }) => sum + asks.length, 0), totalAsks) * form.weight * few;
        most = Math.max(most, rare);
        for (const { n, level, asks } of list) {
          const one = doc(n);
          here.add(one);
          one.text += rare * level * W.k;
          for (const ask of asks) one.asks.set(ask, (one.asks.get(ask) || 0) + rareAsk);
        }
      }
      if (!unit.joined) {
        whole += most;
        for (const one of here) { one.cover += most; one.units += 1; }
      }
    }
    const wanted = units.filter(({ joined }) => !joined).length;
    const found = [...docs.values()].map((one) => {
      const fits = [...one.asks].map(([sign, score]) => [Math.floor(sign / 4), score / Math.pow(LENGTHS[sign % 4], W.ask)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const best = fits.length ? fits[0][1] : 0;
      const together = Math.sqrt(fits.reduce((sum, [, score]) => sum + score * score, 0));
      const cover = whole ? one.cover / whole : 1;
      return { n: one.n, ask: fits.length ? fits[0][0] : -1, cover, full: one.units === wanted, score: (W.text * one.text + W.best * best + W.all * together) * Math.pow(cover, W.cover) };
    }).sort((a, b) => b.score - a.score || a.n - b.n);
    return found.filter(({ score, full }) => full || score >= W.least * found[0].score);
  }

  /* The word of the library that a word which it lacks was meant to be, if there is one. */
  async function nearest(word, index) {
    if (word.length < 4) return null;
    const most = word.length < 6 ? 1 : 2;
    const known = await file("spelling");
    let best = null;
    for (const [often, list] of known.map((line) => line.split(" ")).entries()) {
      for (const other of list) {
        if (Math.abs(other.length - word.length) > most || other[0] !== word[0]) continue;
        const by = far(word, other);
        if (by <= most && (!best || by < best.by || (by === best.by && often > best.often))) best = { by, often, other };
      }
    }
    return best && best.other;
  }

  window.practiceFinding = { search, file, split, stem, W };
})();
