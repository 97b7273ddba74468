/* The finder's source on the web: small files below search/, and Pagefind for the text. */
(function () {
  "use strict";
  const finder = window.practiceFinder;
  const once = (make) => {
    let made = null;
    return () =>
      made ||
      (made = make().catch((error) => {
        made = null;
        throw error;
      }));
  };
  const chunks = new Map();
  const ALIKE = 0.7;

  async function json(name) {
    const answer = await fetch(finder.base + "search/" + name);
    if (!answer.ok) throw new Error(name + ": " + answer.status);
    return answer.json();
  }

  const ROWS = 20; /* rows in one file */

  async function row(n) {
    const at = Math.floor(n / ROWS);
    if (!chunks.has(at)) chunks.set(at, json("rows/" + at + ".json"));
    const [id, title, summary, where, read] = (await chunks.get(at))[n % ROWS];
    return { kind: "example", address: "examples/" + id + "/", title, summary, where, read };
  }

  /* The text of everything: from Pagefind, or from the embedded list where there is no index, as in some previews. */
  async function text() {
    const pages = await json("pages.json");
    if (pages.index) {
      try {
        return await pagefind(pages);
      } catch (error) {
        console.warn("Pagefind could not be started", error);
      }
    }
    await finder.script("finder-embedded.js");
    const list = await finder.embedded.text();
    return { ...list, note: "There is no search index here, so this searches a shorter list." };
  }

  async function pagefind(pages) {
    /* Pagefind asks for its files one after another. Asked for now, they come together. */
    [...pages.files, "pagefind-entry.json?ts=" + pages.index].forEach((name) =>
      finder.early("pagefind/" + name),
    );
    const library = await import(finder.base + "pagefind/pagefind.js");
    /* Without a worker: one file less, and results need not be copied. */
    const index = library.createInstance({ noWorker: true, metaCacheTag: pages.index });
    await index.init();
    const { about, page } = naming(pages);
    const usual = new Set(pages.common.split(" ").map(finder.stem));
    const common = (word) => usual.has(finder.stem(word));
    const loaded = new Map();
    /* A phrase is asked for twice: as it stands, to know where, and by its words, to know how much; both read the same files. */
    async function find(form) {
      const phrase = form.includes(" ");
      const [there, said] = await Promise.all([
        phrase ? index.search('"' + form + '"') : null,
        index.search(form),
      ]);
      const where = there && new Set(there.results.map((result) => result.id));
      const found = said.results
        .filter((result) => !where || where.has(result.id))
        .map((result) => ({ page: result.id.split("_").pop(), score: result.score, result }))
        .filter((one) => about(one.page));
      for (const one of found) {
        one.kind = about(one.page).kind;
        loaded.set(one.page, one.result);
      }
      return found.length && !phrase && !common(form) && !(await like(form, found[0].result))
        ? []
        : found;
    }
    /* For a word that it does not have, Pagefind gives any that begins alike. Only one that begins much alike will do. */
    async function like(form, result) {
      const wanted = finder.stem(form);
      const { excerpt } = await result.data();
      return (excerpt.match(/<mark>.*?<\/mark>/g) || [])
        .flatMap((marked) => finder.split(marked.slice(6, -7)))
        .some((word) => {
          let n = 0;
          while (n < wanted.length && wanted[n] === word[n]) n++;
          return n >= wanted.length * ALIKE;
        });
    }
    async function entry(page) {
      if (!loaded.has(page)) return null; /* it was found by what it is about, and not by a word */
      const { raw_url, meta, content } = await loaded.get(page).data();
      const [, summary, where, read, , ...rest] = content.split("¦").map((part) => part.trim());
      const end = (words) => words.replace(/\.$/, "");
      return {
        ...about(page),
        address: place(raw_url),
        title: meta.title,
        summary,
        where: end(where),
        read: end(read),
        text: rest.join("¦"),
      };
    }
    const note = pages.old
      ? "This preview searches the words of the last whole build. Run “make site” to search what has changed since."
      : "";
    return { note, total: pages.total, common, find, entry, about, page };
  }

  /* A page is called by its kind and its number, as in “key-point12”: what a name stands for, and how the example of a number is called.
     An index that is older than the list of examples has other numbers: `old` tells them. */
  function naming({ old }) {
    const numbers = old === undefined ? null : old.split(" ");
    const now = numbers && new Map(numbers.map((number, n) => [number, n]));
    const known = new Map();
    function read(page) {
      const [, kind, number] = /^(.+?)(\d+)$/.exec(page);
      if (!now || kind !== "example") return { kind, number: Number(number) };
      return now.has(number) ? { kind, number: now.get(number) } : null;
    }
    function about(page) {
      if (!known.has(page)) known.set(page, read(page));
      return known.get(page);
    }
    return {
      about,
      page: (n) => (numbers ? numbers[n] && "example" + numbers[n] : "example" + n) || undefined,
    };
  }

  /* “/guides/risk/_rights/” stands for guides/risk/#rights. */
  function place(url) {
    const [path, fragment] = url
      .replace(/^\//, "")
      .replace(/index\.html$/, "")
      .split("/_");
    return fragment === undefined ? path : path + "/#" + fragment.replace(/\/$/, "");
  }

  /* The numbers of the examples of a theme, a setting … : told by how far each is from the one before. */
  async function named(name, id) {
    let number = 0;
    return (await json("named/" + name + "/" + id + ".json")).map((gap) => (number += gap));
  }

  finder.source = {
    facets: once(() => json("facets.json")),
    named,
    words: once(() => json("words.json")),
    spelling: once(() => json("spelling.json")),
    text: once(text),
    row,
  };
})();
