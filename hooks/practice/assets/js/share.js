/* "Copy link" beside everything that has an address of its own; this page's reference for reference managers; lines to paste on other pages. */
(function () {
  "use strict";
  const PLACES =
    ".practice-body h2[id], .practice-review h2[id], .practice-steps > li[id], .practice-card[id]";
  const status = make("p", { className: "practice-hidden" });
  status.setAttribute("role", "status");
  document.body.append(status);

  function make(tag, more, ...inside) {
    const made = Object.assign(document.createElement(tag), more);
    made.append(...inside);
    return made;
  }

  function meta(name) {
    const found = document.querySelector('meta[name="citation_' + name + '"]');
    return found ? found.content : "";
  }

  /* ---- copying ---- */
  function copy(text, said) {
    const tell = (done) => {
      status.textContent = "";
      setTimeout(() => {
        status.textContent = done
          ? said
          : "Copying did not work. Select the text and copy it by hand.";
      }, 50);
    };
    if (navigator.clipboard && window.isSecureContext)
      navigator.clipboard.writeText(text).then(
        () => tell(true),
        () => tell(false),
      );
    else tell(copyOldWay(text));
  }

  /* From a disk, and on an intranet without https, browsers have no clipboard to write to. */
  function copyOldWay(text) {
    const area = make("textarea", { value: text });
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (before) before.focus();
    return done;
  }

  window.practiceShare = {
    copy,
    say: (words) => {
      status.textContent = words;
    },
  };

  function button(words, hidden, run) {
    const made = make("button", { type: "button", className: "practice-copy" }, words);
    if (hidden) made.append(make("span", { className: "practice-hidden" }, hidden));
    made.addEventListener("click", run);
    return made;
  }

  /* ---- links to places on this page ---- */
  const here = () => location.href.split(/[?#]/)[0];
  for (const place of document.querySelectorAll(PLACES)) {
    if (place.closest("[data-without-links]")) continue;
    const heading = place.matches("h2");
    const named = heading ? place : place.querySelector("h2, h3");
    const link = button("Copy link", " to: " + named.textContent.trim(), () =>
      copy(here() + "#" + place.id, "The link is copied."),
    );
    link.classList.add("practice-copy--link");
    if (heading) {
      const line = make("div", { className: "practice-heading" });
      line.dataset.heading = place.id;
      place.before(line);
      line.append(place, link);
    } else {
      (
        place.querySelector(".practice-card__foot") ||
        place.querySelector(":scope > div") ||
        place
      ).append(link);
    }
  }

  /* ---- "Listen" on guides and examples; the script that reads comes when someone presses it ---- */
  const from = document.currentScript.src;
  const answer = document.querySelector(".practice-head .practice-answer");
  if (
    answer &&
    window.speechSynthesis &&
    /\/(?:guides|organisational-change|examples)\//.test(meta("public_url"))
  ) {
    const listen = button("Listen", " to this page", () => {
      if (window.practiceListen) return window.practiceListen.start(listen);
      // iPhones speak only if they were asked to while someone pressed. A space, since Chromium on Linux says nothing more after an empty text
      speechSynthesis.speak(new SpeechSynthesisUtterance(" "));
      const part = (name) => from.replace(/share\.js/, name);
      const script = make("script", { src: part("listen.js") });
      script.onload = () => window.practiceListen.start(listen);
      script.onerror = () => window.practiceShare.say("Reading aloud could not be loaded.");
      document.head.append(make("link", { rel: "stylesheet", href: part("listen.css") }), script);
    });
    answer.after(make("p", { className: "practice-screen" }, listen));
  }

  /* ---- this page in a list of references ---- */
  const cite = document.querySelector(".practice-cite");
  if (!cite || !meta("title")) return;
  const title = meta("title");
  const name = meta("author").replace(/,$/, ""); // the comma is for reference managers
  const url = meta("public_url");
  const day = meta("publication_date").split("/");
  const licence = licensed();
  const madeUp = document.querySelector(".practice-made-up");
  const note = madeUp
    ? madeUp.textContent
    : document.querySelector('a[rel="license"]')
      ? "Text under the licence " + licence
      : "";
  const [folder, last] = url.replace(/\/$/, "").split("/").slice(-2);
  const id =
    ({
      sessions: "session-",
      guides: "guide-",
      scenarios: "scenario-",
      conversations: "conversation-",
    }[folder] || "") + last;

  function licensed() {
    const own = document.querySelector('a[rel="license"]');
    if (own) return own.textContent;
    const data = document.querySelector('script[type="application/ld+json"]');
    const given = data ? JSON.parse(data.textContent).license || "" : "";
    return given.includes("creativecommons.org/licenses/by/4.0") ? "CC BY 4.0" : given;
  }

  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const tex = (text) =>
    text
      .replace(/[&%#_$\\{}~^]/g, (sign) => TEX[sign] || "\\" + sign)
      .replace(/([-'`])(?=\1)/g, "$1{}");

  const forms = {
    BibTeX: [
      "bib",
      "@online{" +
        id +
        ",\n  author = {{" +
        tex(name) +
        "}},\n  title = {" +
        tex(title) +
        "},\n  year = {" +
        day[0] +
        (note ? "},\n  note = {" + note : "") +
        "},\n  url = {" +
        url +
        "}\n}\n",
    ],
    RIS: [
      "ris",
      [
        "TY  - ELEC",
        "ID  - " + id,
        "AU  - " + name + ",",
        "TI  - " + title,
        "PY  - " + day[0],
        "PB  - " + name,
        "UR  - " + url,
        ...(note ? ["N1  - " + note] : []),
        "LA  - en-GB",
        "ER  - ",
      ].join("\n") + "\n",
    ],
    "CSL-JSON": [
      "csl.json",
      JSON.stringify(
        [
          {
            id,
            type: "webpage",
            title,
            author: [{ literal: name }],
            "container-title": name,
            issued: { "date-parts": [day.map(Number)] },
            URL: url,
            language: "en-GB",
            ...(note && { note }),
          },
        ],
        null,
        1,
      ) + "\n",
    ],
  };

  function save(form) {
    const [end, text] = forms[form];
    const link = make("a", {
      href: URL.createObjectURL(new Blob([text], { type: "text/plain" })),
      download: id + "." + end,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const row = (...buttons) =>
    make("p", { className: "practice-copies practice-screen" }, ...buttons);
  const credit = "“" + title + "” by " + name + (licence ? ", " + licence : "") + ". " + url;
  cite.after(
    row(
      button("Copy this reference", "", () =>
        copy(cite.textContent.trim(), "The reference is copied."),
      ),
      ...Object.keys(forms).map((form) => button("Download " + form, "", () => save(form))),
    ),
    make("p", { className: "practice-screen" }, "When you use the text, add a line like this:"),
    make("p", { className: "practice-credit practice-screen" }, credit),
    row(button("Copy this line", "", () => copy(credit, "The line is copied."))),
    ...elsewhere(),
  );

  /* ---- this page on another page ---- */
  function elsewhere() {
    const card = document.querySelector('link[type="application/json+oembed"]');
    if (!card) return [];
    const safe = (text) => text.replace(/[&<>"]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
    const frame =
      '<iframe src="' +
      card.href.replace(/oembed\.json$/, "") +
      '" title="Practice example: ' +
      safe(title) +
      '" width="480" height="460" loading="lazy"></iframe>';
    const summary = document.querySelector('meta[name="description"]').content;
    const plain =
      '<blockquote cite="' +
      url +
      '"><p><a href="' +
      url +
      '">' +
      safe(title) +
      "</a></p><p>" +
      safe(summary) +
      "</p><p>" +
      safe(name) +
      (licence ? ", " + licence : "") +
      "</p></blockquote>";
    const box = make(
      "details",
      { className: "practice-elsewhere practice-screen" },
      make("summary", {}, "Put this example on your own page"),
    );
    for (const [n, [label, code]] of [
      ["A small card in a frame", frame],
      ["The same without a frame, for platforms that do not allow one", plain],
    ].entries()) {
      const area = make("textarea", {
        id: "elsewhere-" + n,
        readOnly: true,
        rows: 4,
        value: code,
        spellcheck: false,
      });
      box.append(
        make("p", {}, make("label", { htmlFor: area.id }, label)),
        area,
        row(button("Copy this HTML", ": " + label, () => copy(code, "The HTML is copied."))),
      );
    }
    return [box];
  }
})();
