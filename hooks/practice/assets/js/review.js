/* The self-review: keeps what a team chose in this browser and nowhere else, brings it together, copies and prints it. Without this it is a sheet to print. */
(function () {
  var form = document.querySelector("[data-practice-review]"),
    tools = document.querySelectorAll("[data-practice-review-tools]");
  if (!form || !tools.length) return;
  var part = tools[tools.length - 1],
    summary = part.querySelector("[data-practice-review-summary]"),
    status = part.querySelector("[role=status]");
  var none = part.querySelector("[data-none]"),
    back = part.querySelector("[name=back]"),
    byHand = part.querySelector("[data-by-hand]");
  var KEPT = "practice-self-review",
    before = null;

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT));
    } catch (e) {
      return null;
    }
  }

  function keep(value) {
    try {
      if (value) localStorage.setItem(KEPT, JSON.stringify(value));
      else localStorage.removeItem(KEPT);
    } catch (e) {
      /* storage is off: the choices last as long as the page */
    }
  }

  function now() {
    var value = { choices: {}, next: form.elements.next.value };
    form.querySelectorAll("input:checked").forEach(function (radio) {
      value.choices[radio.name] = radio.value;
    });
    return value;
  }

  function fill(value) {
    form.reset();
    if (!value) return;
    form.querySelectorAll("input[type=radio]").forEach(function (radio) {
      radio.checked = (value.choices || {})[radio.name] === radio.value;
    });
    form.elements.next.value = value.next || "";
  }

  /* every line with a choice: area, line, statement, and the links that help with the next step */
  function chosen() {
    return Array.from(form.querySelectorAll("input:checked")).map(function (radio) {
      var line = radio.closest("fieldset");
      return {
        area: radio.closest("[data-area]").querySelector("h2").textContent,
        line: line.querySelector("legend").textContent,
        words: radio.nextElementSibling,
        next: line.querySelector("[data-next]"),
      };
    });
  }

  function element(name, words) {
    var made = document.createElement(name);
    if (words) made.textContent = words;
    return made;
  }

  function item(one) {
    var li = element("li"),
      words = element("p");
    li.appendChild(element("h4", one.line));
    words.append.apply(words, Array.from(one.words.cloneNode(true).childNodes));
    li.append(words, one.next.cloneNode(true));
    return li;
  }

  function draw() {
    var areas = {},
      step = form.elements.next.value.trim(),
      lines = chosen();
    summary.replaceChildren();
    lines.forEach(function (one) {
      if (!areas[one.area]) {
        areas[one.area] = element("ul");
        summary.append(element("h3", one.area), areas[one.area]);
      }
      areas[one.area].appendChild(item(one));
    });
    if (step) {
      var words = element("p", step);
      words.className = "practice-own-words";
      summary.append(element("h3", "Our next step"), words);
    }
    var some = lines.length > 0 || step !== "";
    none.hidden = some;
    document.documentElement.classList.toggle("has-review", some);
    ["copy", "print", "clear"].forEach(function (name) {
      part.querySelector("[name=" + name + "]").hidden = !some;
    });
  }

  function text() {
    var parts = [document.querySelector("h1").textContent, location.href.split("#")[0]],
      area = "";
    chosen().forEach(function (one) {
      if (one.area !== area) parts.push("", (area = one.area));
      parts.push("", one.line, one.words.textContent, "For the next step:");
      one.next.querySelectorAll("li").forEach(function (place) {
        parts.push("- " + place.textContent + " " + place.querySelector("a").href);
      });
    });
    var step = form.elements.next.value.trim();
    if (step) parts.push("", "Our next step", step);
    return parts.join("\n") + "\n";
  }

  function say(words) {
    status.textContent = words;
  }

  function copyByHand() {
    var area = byHand.querySelector("textarea");
    area.value = text();
    byHand.hidden = false;
    area.focus();
    area.select();
  }

  function copy() {
    byHand.hidden = true;
    if (!navigator.clipboard) copyByHand();
    else
      navigator.clipboard.writeText(text()).then(function () {
        say("Copied. You can paste it into a message or a document.");
      }, copyByHand);
  }

  function print(what) {
    document.documentElement.classList.toggle("is-sheet", what === "sheet");
    window.print();
  }

  function clear() {
    before = now();
    fill(null);
    keep(null);
    draw();
    back.hidden = false;
    back.focus();
    byHand.hidden = true;
    say("Everything is cleared, here and in this browser.");
  }

  function bringBack() {
    fill(before);
    keep(before);
    draw();
    back.hidden = true;
    part.querySelector("#chosen").focus();
    say("Your choices are back.");
  }

  form.addEventListener("input", function () {
    back.hidden = true;
    keep(now());
    draw();
  });
  form.addEventListener("submit", function (e) {
    e.preventDefault();
  });
  window.addEventListener("afterprint", function () {
    document.documentElement.classList.remove("is-sheet");
  });
  part.addEventListener("click", function (e) {
    var button = e.target.closest("button");
    if (button)
      ({
        copy: copy,
        print: print,
        sheet: function () {
          print("sheet");
        },
        clear: clear,
        back: bringBack,
      })[button.name]();
  });
  fill(kept());
  tools.forEach(function (tool) {
    tool.hidden = false;
  });
  draw();
})();
