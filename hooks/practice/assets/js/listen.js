/* Reads a guide or an example aloud, sentence by sentence, with a voice of the device itself: no word leaves it. share.js loads it on a press. */
(function () {
  "use strict";
  const speech = window.speechSynthesis;
  const HEADINGS = ["H1", "H2", "H3", "H4"];
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, tbody tr";
  const TEXT =
    ".practice-head h1, .practice-answer, .practice-easy p, .practice-body :is(" + BLOCKS + ")";
  const SKIPPED =
    "nav, aside, button, template, figure, svg, [aria-hidden=true], .practice-hidden, .practice-seen," +
    " .practice-meaning, .practice-cite, .practice-buttons, .practice-chips, .practice-points p + p," +
    " .practice-rows, [data-unheard]";
  const CITED = 'a[href*="sources/#"]';
  const MARK = "\uFFFC"; // stands for a citation
  const CITATIONS = /\s*\((?:\uFFFC[\s,;]*)+\)|\uFFFC/g;
  const END = /^(?:read-on|use-this-guide|shows|next|taught|related|sources|changes|cite)$/;
  const SHORT_FORM = /(?:^|\s)(?:Dr|Mr|Mrs|Ms|St|No|vs|eg|ie|[A-Z])\.$/;
  const SPEEDS = [
    ["0.75", "Slow"],
    ["1", "Usual speed"],
    ["1.25", "Faster"],
    ["1.5", "Fast"],
  ];
  const WAIT = 5000; // ms that a browser may take to tell its voices
  const SPEECHD = /^urn:moz-tts:speechd:/; // Firefox on Linux says of no voice that it is the device's own
  const lit = window.CSS && CSS.highlights && window.Highlight;
  const say = window.practiceShare.say;

  let bar,
    pause,
    speed,
    starter,
    voice,
    sentences,
    at,
    run = 0;

  /* ---- what is read ---- */
  function blocks() {
    const found = [];
    for (const block of document.querySelectorAll(TEXT)) {
      if (block.tagName === "H2" && END.test(block.id)) break;
      if (!block.closest(SKIPPED) && block.getClientRects().length) found.push(block);
    }
    return found;
  }

  /* The text of a block without that of blocks inside it, and where each piece of it stands. */
  function pieces(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = { text: "", nodes: [] };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const inside = node.parentElement;
      if (inside.closest(BLOCKS) !== block || inside.closest(SKIPPED)) continue;
      if (inside.closest("details:not([open])") && !inside.closest("summary")) continue;
      const words = inside.closest(CITED) ? MARK : node.data;
      found.nodes.push({ node, start: found.text.length, length: words.length });
      found.text += words;
    }
    return found;
  }

  /* Where the sentences of a text begin and end. */
  function cut(text) {
    const stops = /[.!?]["'”’)]*\s+(?=["'“‘(]?[A-Z0-9])/g;
    const parts = [];
    let start = 0,
      stop;
    while ((stop = stops.exec(text))) {
      const end = stop.index + stop[0].length;
      if (SHORT_FORM.test(text.slice(start, stop.index + 1))) continue;
      parts.push([start, end]);
      start = end;
    }
    parts.push([start, text.length]);
    return parts;
  }

  function range(nodes, start, end) {
    const made = document.createRange();
    const inside = (n) => n.start < end && n.start + n.length > start;
    const held = nodes.filter(inside);
    const first = held[0];
    const last = held[held.length - 1];
    made.setStart(first.node, Math.min(Math.max(0, start - first.start), first.node.length));
    made.setEnd(last.node, Math.min(end - last.start, last.node.length));
    return made;
  }

  function ofBlock(block) {
    const { text, nodes } = pieces(block);
    return cut(text)
      .map(([start, end]) => ({
        block,
        words: text.slice(start, end).replace(CITATIONS, "").replace(/\s+/g, " ").trim(),
        place: () => range(nodes, start, end),
      }))
      .filter((s) => /[\p{L}\p{N}]/u.test(s.words) && !/^Sources?:[\s,;.()]*$/.test(s.words));
  }

  /* A row of a table, each cell after the head of its column. */
  function ofRow(row) {
    const heads = Array.from(row.closest("table").querySelectorAll("thead th"));
    const cells = Array.from(row.cells, (cell, n) => {
      const head = heads[n] ? heads[n].textContent.trim() : "";
      return (head ? head + ": " : "") + cell.textContent.replace(/\s+/g, " ").trim();
    });
    const words = (row.rowIndex > 1 ? "" : "A table. ") + cells.join(". ") + ".";
    return [{ block: row, words, place: () => whole(row) }];
  }

  function whole(element) {
    const made = document.createRange();
    made.selectNodeContents(element);
    return made;
  }

  /* ---- the voice ---- */
  function own() {
    const near = (v) => v.localService || SPEECHD.test(v.voiceURI);
    const english = speech.getVoices().filter((v) => near(v) && /^en\b/i.test(v.lang));
    return english.find((v) => /^en[-_]GB/i.test(v.lang)) || english[0];
  }

  function withVoice(then) {
    if (own() || !speech.addEventListener) return then(own());
    const late = setTimeout(done, WAIT);
    function done() {
      clearTimeout(late);
      speech.removeEventListener("voiceschanged", done);
      then(own());
    }
    speech.addEventListener("voiceschanged", done);
  }

  /* ---- reading ---- */
  function unmark() {
    document.querySelectorAll(".practice-spoken").forEach((block) => {
      block.classList.remove("practice-spoken");
    });
    if (lit) CSS.highlights.delete("practice-spoken");
  }

  function mark({ block, place }) {
    unmark();
    block.classList.add("practice-spoken");
    if (lit) CSS.highlights.set("practice-spoken", new Highlight(place()));
    const box = block.getBoundingClientRect();
    const free = innerHeight - bar.offsetHeight;
    if (box.top < 0 || box.bottom > free) block.scrollIntoView({ block: "start" });
  }

  /* Speaks from the sentence on which it stands. Pausing ends the sentence, because phones cannot pause one. */
  function speak() {
    const mine = ++run;
    speech.cancel();
    if (at >= sentences.length) return stop("That is the end of the page.");
    mark(sentences[at]);
    const spoken = new SpeechSynthesisUtterance(sentences[at].words);
    Object.assign(spoken, { voice, lang: voice.lang, rate: Number(speed.value) });
    spoken.onend = () => {
      if (mine !== run) return;
      at += 1;
      speak();
    };
    spoken.onerror = () => {
      if (mine === run) stop("The device stopped reading.");
    };
    speech.speak(spoken);
  }

  const paused = () => pause.textContent === "Go on";

  function hold(yes) {
    pause.textContent = yes ? "Go on" : "Pause";
    if (!yes) return speak();
    run += 1;
    speech.cancel();
  }

  function go(to) {
    at = Math.max(0, Math.min(to, sentences.length));
    if (paused() && at < sentences.length) mark(sentences[at]);
    else hold(false);
  }

  function part() {
    const next = sentences.findIndex((s, n) => n > at && HEADINGS.includes(s.block.tagName));
    go(next < 0 ? sentences.length : next);
  }

  function stop(words) {
    run += 1;
    speech.cancel();
    unmark();
    const inside = bar.contains(document.activeElement);
    bar.remove();
    document.documentElement.classList.remove("practice-listens");
    starter.hidden = false;
    if (inside) starter.focus();
    say(words);
  }

  /* ---- the bar ---- */
  function button(words, press) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "practice-button practice-button--quiet" });
    made.textContent = words;
    made.addEventListener("click", press);
    return made;
  }

  function choice() {
    const label = document.createElement("label");
    label.textContent = "Speed ";
    speed = document.createElement("select");
    for (const [rate, words] of SPEEDS) speed.append(new Option(words, rate, false, rate === "1"));
    speed.addEventListener("change", () => paused() || speak());
    label.append(speed);
    return label;
  }

  function draw() {
    bar = document.createElement("div");
    bar.className = "practice-listen practice-screen";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "Listen");
    pause = button("Pause", () => hold(!paused()));
    bar.append(
      pause,
      button("Back a sentence", () => go(at - 1)),
      button("Next part", part),
      button("Stop", () => stop("Stopped.")),
      choice(),
    );
    bar.addEventListener("keydown", (e) => {
      if (e.key === "Escape") stop("Stopped.");
    });
    document.body.append(bar);
    document.documentElement.classList.add("practice-listens");
  }

  function start(by) {
    starter = by;
    withVoice((found) => {
      if (!found) {
        starter.hidden = true;
        const none = document.createElement("span");
        none.textContent =
          "This device has no English voice of its own. Other voices would send the words away, so we do not use them.";
        none.tabIndex = -1;
        starter.after(none);
        none.focus();
        return;
      }
      voice = found;
      sentences = blocks().flatMap((b) => (b.tagName === "TR" ? ofRow(b) : ofBlock(b)));
      at = 0;
      draw();
      starter.hidden = true;
      pause.focus();
      speak();
    });
  }

  addEventListener("pagehide", () => speech.cancel());
  window.practiceListen = { start };
})();
