/* The finder's source for pages that are opened from a disk: a list and stories, loaded as scripts, and a small index made of them here. */
(function () {
  "use strict";
  const finder = window.practiceFinder;
  const FIELDS = [
    ["title", 8],
    ["summary", 3],
    ["tags", 2],
    ["where", 1],
    ["text", 1],
  ];
  let loading = null;
  let indexed = null;

  function list() {
    if (!loading)
      loading = (
        window.practiceEmbedded ? Promise.resolve() : finder.script("search/embedded.js")
      ).then(() => window.practiceEmbedded);
    return loading;
  }

  const entry = ([kind, address, title, summary, where, read, tags, text, asks], story) => ({
    kind,
    address,
    title,
    summary,
    where,
    read,
    tags,
    text: [story || text, ...(asks || [])].join(" "),
  });

  async function whole() {
    const { entries, stories } = await list();
    await Promise.all(
      Array.from({ length: stories }, (_, n) => finder.script("search/stories/" + n + ".js")),
    );
    const told = (window.practiceStories || []).flat();
    return entries.map((row, n) => entry(row, told[n]));
  }

  async function text() {
    if (!indexed) indexed = whole().then(index);
    return indexed;
  }

  function index(all) {
    const posts = new Map();
    const told = all.map((entry, n) => read(entry, n, posts));
    const lengths = told.map((stems) => stems.length);
    const usual = lengths.reduce((a, b) => a + b, 0) / Math.max(1, all.length);
    const stems = [...posts.keys()];

    /* Pages that have a word: under its own stem, or under longer ones when there is none. */
    function having(word) {
      const stem = finder.stem(word);
      const exact = posts.get(stem);
      const found = exact
        ? [exact]
        : stem.length > 2
          ? stems.filter((other) => other.startsWith(stem)).map((other) => posts.get(other))
          : [];
      const scores = new Map();
      for (const some of found)
        for (const [n, weight] of some)
          scores.set(n, (scores.get(n) || 0) + weight / (weight + 0.5 + lengths[n] / usual));
      return scores;
    }

    /* Where a word stands, or a phrase as it is, and how much its words count there. */
    async function find(form) {
      const words = finder.split(form);
      const stems = words.map(finder.stem);
      const scores = words.map(having);
      if (!words.length) return [];
      const follow = (page) =>
        told[page].some(
          (stem, n) => stem === stems[0] && stems.every((other, m) => told[page][n + m] === other),
        );
      const pages = [...scores[0].keys()].filter(
        (page) => scores.every((some) => some.has(page)) && (words.length < 2 || follow(page)),
      );
      return pages.map((page) => ({
        page,
        kind: all[page].kind,
        score: scores.reduce((sum, some) => sum + some.get(page), 0),
      }));
    }

    const common = (word) => (posts.get(finder.stem(word)) || new Map()).size > all.length / 2;
    return {
      note: "",
      total: all.length,
      common,
      find,
      entry: async (page) => ({ ...all[page], number: page }),
      about: (page) => ({ kind: all[page].kind, number: page }),
      page: (number) => number,
    };
  }

  /* Adds the words of an entry, each with its weight; gives their stems in order. */
  function read(entry, n, posts) {
    return FIELDS.flatMap(([field, weight]) =>
      finder.split(entry[field]).map((word) => {
        const stem = finder.stem(word);
        if (!posts.has(stem)) posts.set(stem, new Map());
        posts.get(stem).set(n, (posts.get(stem).get(n) || 0) + weight);
        return stem;
      }),
    );
  }

  finder.embedded = {
    facets: async () => (await list()).facets,
    named: async (name, id) => finder.facets((await list()).facets).having(name, id),
    words: async () => (await list()).words,
    spelling: async () => (await list()).spelling,
    text,
    row: async (n) => entry((await list()).entries[n]),
  };
  if (!finder.source) finder.source = finder.embedded;
})();
