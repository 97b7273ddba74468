/* The builder of packs. What is chosen stands in the address, with the version of the library that it was chosen from. */
(function () {
  "use strict";
  const data = window.practicePack;
  const share = window.practiceShare;
  const base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  const disk = location.protocol === "file:";
  const find = (id) => document.getElementById(id);
  const LABELS = {
    e: "Practice example",
    c: "Prompt card",
    k: "Key point",
    n: "Training session",
    s: "Scenario",
    t: "Worked conversation",
    r: "Record to work on",
  };
  const MOST = 60;
  const SHOWN = data.shown;
  const ITEM = /^([ecknrst])\.([a-z0-9-]+)(?:\.([1-9]\d{0,2}))?$/;

  /* ---- everything that can be chosen, by kind and id; tags are ids of settings and themes ---- */
  const known = new Map();
  function learn(choices) {
    for (const [kind, id, title, words, about, address, minutes, tags, ...more] of choices) {
      const [code, changed, licence] = more;
      known.set(kind + "." + id, {
        kind,
        id,
        title,
        words,
        about,
        address,
        minutes,
        tags: tags.map((n) => data.tags[n]).join(" "),
        short: code && "e/" + code + "/",
        changed,
        licence,
      });
    }
  }
  learn(data.choices);

  const script = (name) =>
    new Promise((done, failed) => {
      document.head.append(
        Object.assign(document.createElement("script"), {
          src: base + name,
          onload: done,
          onerror: failed,
        }),
      );
    });

  /* All of it, once a reader looks for something: the page comes with the first examples. */
  let every = null;
  let complete = false;
  function all() {
    if (!every) {
      every = script("assets/pack-all.js").then(() => {
        learn(window.practicePackAll);
        complete = true;
      });
      every.catch(() => {
        every = null;
      });
    }
    return every;
  }

  /* ---- the pack and its address ---- */
  const given = new URLSearchParams(location.search);
  const pack = { title: (given.get("title") || "").slice(0, 80), items: [] };

  /* What a part is called now, where it had another id before. */
  const former = new Map(Object.entries(data.former));
  const now = (key) => former.get(key) || key;

  function read(text) {
    const items = text
      .split("_")
      .map((part) => ITEM.exec(part))
      .filter(Boolean)
      .map(([, kind, id, minutes]) => ({ key: now(kind + "." + id), minutes: Number(minutes) }))
      .map(({ key, minutes }) => ({
        key,
        minutes: minutes || (known.get(key) || { minutes: 5 }).minutes,
      }));
    const seen = new Set();
    return items.filter(({ key }) => !seen.has(key) && seen.add(key)).slice(0, MOST);
  }

  function query() {
    const asked = new URLSearchParams();
    asked.set("v", data.version);
    if (pack.title) asked.set("title", pack.title);
    asked.set("items", pack.items.map((item) => item.key + "." + item.minutes).join("_"));
    return "?" + asked;
  }

  const address = () =>
    (disk ? data.url + "teach/build/" : location.href.split(/[?#]/)[0]) + query();
  const total = () => pack.items.reduce((sum, item) => sum + item.minutes, 0);
  const pageOf = (about) =>
    base + (disk ? about.address.replace(/\/(#|$)/, "/index.html$1") : about.address);
  const counted = (n, unit) => (n ? [n + " " + unit + (n === 1 ? "" : "s")] : []);
  const inWords = (minutes) =>
    [...counted(Math.floor(minutes / 60), "hour"), ...counted(minutes % 60, "minute")].join(" ");
  const day = (version) =>
    new Date(version.slice(0, 10) + "T00:00:00Z").toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });

  function keep() {
    history.replaceState(null, "", pack.items.length || pack.title ? query() : location.pathname);
  }

  /* ---- what an example says of itself, fetched once it is chosen ---- */
  const told = new Map();

  function load(id) {
    if (!told.has(id))
      told.set(
        id,
        (disk ? embedded(id) : fetched(id))
          .then((value) => Object.assign(known.get("e." + id), value))
          .catch(() => told.delete(id)),
      );
    return told.get(id);
  }

  async function fetched(id) {
    const answer = await fetch(base + "api/v1/examples/" + id + ".json");
    const { summary, questions } = await answer.json();
    return { words: summary, asks: questions.map((question) => question.ask) };
  }

  let engine = null;
  async function embedded(id) {
    engine = engine || script("assets/find.js").then(() => window.practiceFinding);
    const { file, example } = await engine;
    const numbers = await file("numbers");
    if (!Object.prototype.hasOwnProperty.call(numbers, id)) return { words: "" };
    const { summary, questions } = await example(numbers[id]);
    return { words: summary, asks: questions };
  }

  const loaded = () =>
    Promise.all(
      pack.items
        .filter((item) => item.key[0] === "e" && known.has(item.key))
        .map((item) => load(item.key.slice(2))),
    );

  /* ---- the pack as its files and its page show it: addresses are those of the library, wherever this page is opened ---- */
  function whole() {
    const parts = pack.items
      .filter((item) => known.has(item.key))
      .map((item) => {
        const about = known.get(item.key);
        return {
          ...about,
          asks: about.asks || [],
          label: LABELS[about.kind],
          minutes: item.minutes,
          url: data.url + about.address,
        };
      });
    const title = pack.title || "A pack of my own";
    const about =
      parts.length +
      (parts.length === 1 ? " part, " : " parts, ") +
      inWords(parts.reduce((sum, part) => sum + part.minutes, 0)) +
      ". Put together from the library of " +
      day(data.version) +
      ".";
    return {
      title,
      about,
      parts,
      url: data.url + "teach/build/" + query(),
      credit: [
        "From " + data.name + ", " + data.url + ", " + data.licence + ".",
        ...parts
          .filter((part) => part.licence)
          .map((part) => "“" + part.title + "” is under the licence " + part.licence + "."),
      ].join(" "),
    };
  }

  /* ---- drawing ---- */
  function from(template, fill) {
    const made = find(template).content.firstElementChild.cloneNode(true);
    fill((name) => made.querySelector("[data-" + name + "]"), made);
    return made;
  }

  function draw() {
    find("pack-title").value = pack.title;
    find("pack-items").replaceChildren(...pack.items.map(row));
    find("pack-tools").hidden = find("pack-how").hidden = !pack.items.length;
    find("pack-total").textContent = pack.items.length
      ? pack.items.length +
        (pack.items.length === 1 ? " part, " : " parts, ") +
        inWords(total()) +
        " in all."
      : "Nothing chosen yet.";
    for (const box of document.querySelectorAll("[data-choice] input"))
      box.checked = pack.items.some((item) => item.key === box.value);
  }

  /* What was taken out can come back until the pack is changed again. */
  let before = null;
  function leave(items, title) {
    const last = { items: pack.items.map((item) => ({ ...item })), title: pack.title };
    Object.assign(pack, { items, title });
    changed();
    before = last;
    find("pack-back").hidden = false;
  }

  function bringBack() {
    Object.assign(pack, before);
    changed();
    share.say("It is back in the pack.");
    find("pack-title").focus();
  }

  /* The address of a pack that was only opened stays as it came. */
  function changed() {
    before = null;
    find("pack-back").hidden = true;
    draw();
    keep();
  }

  function row(item, n) {
    const about = known.get(item.key);
    const title = about ? about.title : item.key.slice(2);
    return from("pack-item", (part, made) => {
      made.dataset.key = item.key;
      part("kind").textContent = about
        ? LABELS[about.kind]
        : "Not in the library any more. Its page may say why.";
      part("title").replaceChildren(
        about
          ? title
          : Object.assign(document.createElement("a"), {
              href: base + "examples/" + title + "/",
              textContent: title,
            }),
      );
      for (const place of made.querySelectorAll("[data-of]")) place.textContent = ": " + title;
      made.querySelector("input").value = item.minutes;
      made.querySelector("[data-move='-1']").disabled = n === 0;
      made.querySelector("[data-move='1']").disabled = n === pack.items.length - 1;
    });
  }

  /* Those that have every word. Where none has, those that have the most of them in their settings and themes. */
  function matching(kind, wanted) {
    const has = (about) => (word) => about.includes(word);
    const full = kind.filter((about) =>
      wanted.every(
        has([about.title, about.words, about.about, about.tags].join(" ").toLowerCase()),
      ),
    );
    if (full.length) return { found: full, near: [] };
    const shares = kind.map((about) => wanted.filter(has(about.tags)).length);
    const most = Math.max(1, ...shares);
    return { found: full, near: kind.filter((_, n) => shares[n] === most) };
  }

  const remark = (words) =>
    Object.assign(document.createElement("li"), {
      className: "practice-quiet",
      textContent: words,
    });

  function choices() {
    const wanted = find("pack-find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const at = document.activeElement.closest("[data-choice] input");
    let sum = 0;
    for (const place of document.querySelectorAll("[data-choice]")) sum += offer(place, wanted);
    if (at) stay(at.value);
    tell(wanted.length ? sum + " found." : "");
  }

  /* Shows what a kind has; how many have every word. */
  function offer(place, wanted) {
    const kind = [...known.values()].filter((about) => about.kind === place.dataset.choice);
    const { found, near } = matching(kind, wanted);
    const count = wanted.length ? found.length : data.counts[place.dataset.choice] || 0;
    const shown = found.length ? found : near;
    place.replaceChildren(...shown.slice(0, SHOWN).map(choice));
    if (near.length) place.prepend(remark("None has every word. These are near by their theme."));
    else if (count > SHOWN)
      place.append(
        remark("The first " + SHOWN + " of " + count + ". Write a word above to find the rest."),
      );
    const name = place.previousElementSibling;
    const also = near.length ? ", and " + near.length + " by theme" : "";
    name.textContent = name.textContent.replace(/ \(.*/, "") + " (" + count + also + ")";
    if (wanted.length) place.parentElement.open = found.length > 0;
    return count;
  }

  /* Said once the writing pauses: said at every letter, a screen reader would read every count. */
  let pause = 0;
  function tell(words) {
    clearTimeout(pause);
    pause = setTimeout(() => {
      find("pack-found").textContent = words;
    }, 500);
  }

  /* Who went on with the keyboard while the examples were loaded keeps their place. */
  function stay(value) {
    const box = [...document.querySelectorAll("[data-choice] input")].find(
      (one) => one.value === value,
    );
    (box || find("pack-find")).focus();
  }

  function choice(about) {
    return from("pack-choice", (part, made) => {
      const box = made.querySelector("input");
      box.value = about.kind + "." + about.id;
      box.checked = pack.items.some((item) => item.key === box.value);
      part("title").textContent = about.title;
      part("about").textContent = [inWords(about.minutes), about.about].filter(Boolean).join(". ");
      part("words").textContent = about.words + " ";
      part("page").href = pageOf(about);
      part("of").textContent = ": " + about.title;
    });
  }

  /* ---- the pack to read and to print ---- */
  function sheet() {
    const { title, about, parts, credit, url } = whole();
    find("pack-name").textContent = title;
    find("pack-about").textContent = about;
    find("pack-credit").textContent = credit;
    find("pack-address").textContent = "This pack: " + url;
    find("pack-parts").replaceChildren(
      ...parts.map((part) =>
        from("pack-part", (place) => {
          place("minutes").textContent = part.minutes;
          place("unit").textContent = part.minutes === 1 ? "minute" : "minutes";
          place("title").textContent = part.title;
          place("title").href = pageOf(part);
          place("kind").textContent = part.label + (part.kind === "c" ? ", " + part.about : "");
          place("words").textContent = part.words;
          place("asks").replaceChildren(
            ...part.asks.map((ask) =>
              Object.assign(document.createElement("li"), { textContent: ask }),
            ),
          );
          place("short").textContent = (data.url + (part.short || part.address)).replace(
            /^https:\/\//,
            "",
          );
        }),
      ),
    );
  }

  function reading(yes) {
    if (yes) sheet();
    find("pack-read").hidden = !yes;
    find("pack-build").hidden = yes;
  }

  /* ---- changing ---- */
  function add(keys) {
    const fresh = keys
      .filter((key) => known.has(key) && !pack.items.some((item) => item.key === key))
      .slice(0, Math.max(0, MOST - pack.items.length));
    for (const key of fresh) {
      pack.items.push({ key, minutes: known.get(key).minutes });
      if (key[0] === "e")
        load(key.slice(2)).then(() => {
          if (!find("pack-read").hidden) sheet();
        });
    }
    changed();
    return fresh.length;
  }

  function move(key, to) {
    const from = pack.items.findIndex((item) => item.key === key);
    if (from < 0 || to < 0 || to >= pack.items.length || from === to) return;
    pack.items.splice(to, 0, ...pack.items.splice(from, 1));
    changed();
    share.say("Moved to place " + (to + 1) + " of " + pack.items.length + ".");
  }

  function focus(key, names) {
    const made = find("pack-items").querySelector('[data-key="' + key + '"]');
    const place =
      made &&
      names.map((name) => made.querySelector(name)).find((button) => button && !button.disabled);
    (place || find("pack-find")).focus();
  }

  find("pack-items").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const key = button.closest("li").dataset.key;
    const n = pack.items.findIndex((item) => item.key === key);
    if (button.dataset.move) {
      move(key, n + Number(button.dataset.move));
      focus(key, ["[data-move='" + button.dataset.move + "']", "[data-move]:not(:disabled)"]);
    } else {
      leave(
        pack.items.filter((item) => item.key !== key),
        pack.title,
      );
      share.say("Taken out.");
      focus((pack.items[n] || pack.items[n - 1] || { key: "" }).key, ["[data-remove]"]);
    }
  });
  find("pack-items").addEventListener("change", (event) => {
    const item = pack.items.find(({ key }) => key === event.target.closest("li").dataset.key);
    item.minutes = Math.min(240, Math.max(1, Math.round(Number(event.target.value)) || 1));
    changed();
    focus(item.key, ["input"]);
  });

  let dragged = "";
  find("pack-items").addEventListener("dragstart", (event) => {
    dragged = event.target.closest("li").dataset.key;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
  });
  find("pack-items").addEventListener("dragover", (event) => {
    if (dragged) event.preventDefault();
  });
  find("pack-items").addEventListener("drop", (event) => {
    event.preventDefault();
    const over = event.target.closest("li");
    if (over)
      move(
        dragged,
        pack.items.findIndex((item) => item.key === over.dataset.key),
      );
    dragged = "";
  });

  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.closest("[data-choice]")) return;
    if (!box.checked) {
      leave(
        pack.items.filter((item) => item.key !== box.value),
        pack.title,
      );
    } else if (!add([box.value])) {
      box.checked = false;
      share.say("A pack holds " + MOST + " parts at most.");
    }
  });
  find("pack-find").addEventListener("input", () => all().then(choices, choices));
  for (const place of document.querySelectorAll(".practice-pack-choice"))
    place.addEventListener("toggle", () => {
      if (place.open && !complete) all().then(choices, choices);
    });
  find("pack-title").addEventListener("input", () => {
    pack.title = find("pack-title").value.trim().slice(0, 80);
    keep();
  });

  /* ---- everything on paper: the plan, and then each part as its own page shows it ---- */
  const IN_THE_PLAN = ["c", "k"];

  async function everything() {
    const say = (words) => (find("pack-printing").textContent = words);
    const parts = whole().parts.filter((part) => !IN_THE_PLAN.includes(part.kind));
    find("pack-pages").replaceChildren();
    if (disk) {
      say(
        "A browser may not put pages from a disk together. Open each part above and print it, or" +
          " open this pack on the web: " +
          address(),
      );
      return;
    }
    say("Loading " + parts.length + (parts.length === 1 ? " page." : " pages."));
    if (!window.practicePackPages) await script("assets/pack-print.js");
    const { pages, lost } = await window.practicePackPages(
      parts.map(pageOf),
      find("pack-notes").checked,
    );
    sheet();
    find("pack-pages").replaceChildren(...pages);
    const names = lost.map((url) => {
      const part = parts.find((one) => pageOf(one) === url);
      return part ? "“" + part.title + "”" : url;
    });
    say(names.length ? "Could not be loaded, and is not printed: " + names.join(", ") + "." : "");
    window.print();
  }

  /* ---- what the buttons do ---- */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem("practice-kept") || "[]").map((id) => now("e." + id));
    } catch (error) {
      return [];
    }
  }

  function save() {
    const name =
      whole()
        .title.toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "pack";
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(data.files.cartridge(whole())),
      download: name + ".imscc",
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    share.say("The file is made.");
  }

  const ACTIONS = {
    read: () =>
      loaded().then(() => {
        reading(true);
        find("pack-name").focus();
      }),
    change: () => {
      reading(false);
      find("pack-title").focus();
    },
    everything: () =>
      loaded()
        .then(everything)
        .catch(() => {
          find("pack-printing").textContent =
            "The pages could not be loaded. Are you connected? The plan can still be printed.";
        }),
    print: () =>
      loaded().then(() => {
        find("pack-pages").replaceChildren();
        sheet();
        window.print();
      }),
    address: () => share.copy(address(), "The address is copied."),
    markdown: () =>
      loaded().then(() =>
        share.copy(data.files.markdown(whole()), "The pack is copied as Markdown."),
      ),
    cartridge: save,
    empty: () => {
      leave([], "");
      share.say("The pack is empty.");
      find("pack-back").firstElementChild.focus();
    },
    back: bringBack,
    kept: () =>
      all().then(() => {
        const count = add(kept());
        share.say(count + " added.");
      }),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pack]");
    if (button) ACTIONS[button.dataset.pack]();
  });
  window.addEventListener("beforeprint", () => {
    if (pack.items.length) sheet();
  });

  /* ---- what has changed since the pack was put together ---- */
  function news() {
    const version = given.get("v") || "";
    if (!pack.items.length || !/^\d{4}-\d\d-\d\d/.test(version) || version === data.version) return;
    const lines = pack.items
      .map((item) => [item, known.get(item.key)])
      .filter(([, about]) => !about || (about.changed || "") > version.slice(0, 10));
    const box = find("pack-news");
    const first = document.createElement("p");
    first.textContent =
      "This pack was put together from the library of " +
      day(version) +
      ". This is the library of " +
      day(data.version) +
      ". " +
      (lines.length
        ? "Since then these parts have changed:"
        : "None of its examples says that it has changed since.");
    const changed = document.createElement("ul");
    changed.append(
      ...lines.map(([item, about]) =>
        Object.assign(document.createElement("li"), {
          textContent: about
            ? about.title + ", on " + day(about.changed)
            : item.key.slice(2) + ": not in the library any more",
        }),
      ),
    );
    box.replaceChildren(first, ...(lines.length ? [changed] : []));
    box.hidden = false;
  }

  document.querySelector("[data-pack=kept]").hidden = !kept().length;
  function open() {
    pack.items = read(given.get("items") || "");
    choices();
    draw();
    if (pack.items.length) {
      news();
      reading(given.get("v") !== null);
      loaded().then(() => {
        if (!find("pack-read").hidden) sheet();
      });
    }
  }

  if (given.get("items")) all().then(open, open);
  else open();
})();
