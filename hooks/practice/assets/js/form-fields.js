/* Draws a control for every field of the schema, and reads it. A control is {path, element, read(), write(value)}.
   Everything is a native element with a label, so that keyboard and screen reader work without help from here. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make, bare, isEmpty } = form,
    { labels, options, named, kinds, items, needs } = form.choices;
  const id = (path) => `f-${path.join("-")}`;
  const label = (field) =>
    labels[field] || (field[0].toUpperCase() + field.slice(1)).replace(/_/g, " ");
  let many = 0;

  /* The path of a field as tables name it: without the numbers of items. */
  const plain = (path) => path.filter((part) => !/^n[0-9]+$/.test(part)).join(".");
  function help(path, about) {
    const words = form.choices.help[plain(path)] ?? about.description;
    return make("p", { id: `${id(path)}-help`, className: "practice-help" }, words || "");
  }
  const mistake = (path) =>
    make("p", { id: `${id(path)}-error`, className: "practice-mistake", hidden: true });
  const described = (path) => `${id(path)}-help ${id(path)}-error`;

  /* ---------- one value ---------- */
  function text(path, about, needed) {
    const own = bare(about),
      long = own.format === "markdown" ? 7 : own.maxLength > 200 && own.minLength > 1 ? 3 : 0;
    const short = own.type === "integer" || own.format === "date" || (own.maxLength || 999) < 40;
    const input = make(long ? "textarea" : "input", {
      id: id(path),
      "aria-describedby": described(path),
      autocomplete: "off",
      className: short ? "practice-short" : "",
    });
    if (long) input.rows = long;
    else input.type = own.pattern && own.pattern.startsWith("^https") ? "url" : "text";
    if (own.type === "integer") input.inputMode = "numeric";
    if (own.format === "date")
      input.addEventListener("change", () => {
        input.value = day(input.value);
      });
    const name = make("label", { htmlFor: id(path) }, title(path, needed));
    return control(
      path,
      make("div", { className: "practice-field" }, name, help(path, about), mistake(path), input),
      () => input.value.trim(),
      (value) => {
        input.value = value || "";
      },
    );
  }
  function title(path, needed) {
    const last = path[path.length - 1],
      when = needed ? "" : (needs[plain(path)] ?? "optional");
    return when ? `${label(last)} (${when})` : label(last);
  }
  /* 25/11/2026 and 25 November 2026 are written as 2026-11-25. 3/4/2026 could be two days: it stays, and the check asks. */
  const MONTHS = form.choices.day.months,
    DAY = new RegExp(`^${form.choices.day.pattern}$`);
  function day(text) {
    const given = text.trim();
    const [, first, name, year] = given.match(DAY) || [];
    if (!year) return given;
    const digits = /\d/.test(name);
    if (digits && +first <= 12 && +first !== +name) return given;
    const month = digits ? +name : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const written = `${year}-${String(month).padStart(2, "0")}-${first.padStart(2, "0")}`;
    const date = new Date(written);
    return !isNaN(date) && date.toISOString().startsWith(written) ? written : given;
  }
  function radios(path, about, needed) {
    const own = bare(about),
      told = options[plain(path)] || {};
    const group = fieldset(path, about, needed);
    const inputs = own.enum.map((value) =>
      option(group, { type: "radio", name: id(path), value }, told[value] || value),
    );
    return control(
      path,
      group,
      () => (inputs.find((input) => input.checked) || {}).value || "",
      (value) => {
        for (const input of inputs) input.checked = input.value === value;
      },
    );
  }
  function select(path, about, needed, choices) {
    const element = make(
      "select",
      { id: id(path), "aria-describedby": described(path) },
      make("option", { value: "" }, "Choose one"),
    );
    for (const [value, words] of choices) element.append(make("option", { value }, words));
    const name = make("label", { htmlFor: id(path) }, title(path, needed));
    return control(
      path,
      make("div", { className: "practice-field" }, name, help(path, about), mistake(path), element),
      () => element.value,
      (value) => {
        element.value = value || "";
      },
    );
  }
  function fieldset(path, about, needed) {
    const legend = make("legend", {}, title(path, needed));
    return make(
      "fieldset",
      {
        id: id(path),
        className: "practice-field",
        tabIndex: -1,
        "aria-describedby": described(path),
      },
      legend,
      help(path, about),
      mistake(path),
    );
  }
  function option(into, properties, words, more) {
    const input = make("input", { ...properties, id: `${properties.name}-${properties.value}` });
    const told = more ? make("span", { className: "practice-help" }, more) : null;
    into.append(
      make(
        "label",
        { className: "practice-option" },
        input,
        make("span", {}, make("span", {}, words), told),
      ),
    );
    return input;
  }
  const control = (path, element, read, write) => ({ path, element, read, write });

  /* ---------- several ids: boxes to tick ---------- */
  function boxes(path, about, needed) {
    const kind = named[path[0]],
      group = fieldset(path, about, needed),
      inputs = [],
      order = [];
    const put = (into, thing, more) =>
      inputs.push(
        option(into, { type: "checkbox", name: id(path), value: thing.id }, thing.title, more),
      );
    if (kind === "guide")
      for (const guide of kinds.guide)
        folded(group, guide.title, (into) => {
          put(into, { ...guide, title: "The whole guide" }, guide.description);
          for (const section of guide.sections) put(into, section);
        });
    else if (kind === "key-point")
      for (const guide of kinds.guide)
        folded(group, guide.title, (into) => {
          for (const point of kinds[kind]) if (point.guide === guide.id) put(into, point);
        });
    else for (const term of kinds[kind]) put(group, term, term.description);
    const read = () =>
      order.filter((value) => inputs.some((input) => input.checked && input.value === value));
    group.addEventListener("change", (event) => {
      if (
        event.target.type === "checkbox" &&
        event.target.checked &&
        !order.includes(event.target.value)
      )
        order.push(event.target.value);
      else if (event.target.type === "checkbox" && !event.target.checked)
        order.splice(order.indexOf(event.target.value), 1);
    });
    const write = (values = []) => {
      order.splice(0, order.length, ...values);
      for (const input of inputs) {
        input.checked = values.includes(input.value);
        const around = input.closest("details");
        if (input.checked && around) around.open = true;
      }
    };
    return control(path, group, read, write);
  }
  function folded(group, words, fill) {
    const inside = make("details", {}, make("summary", {}, words));
    fill(inside);
    if (inside.children.length > 1) group.append(inside);
  }
  /* The main theme comes first. */
  function themes(path, about, needed) {
    const inner = boxes(path, about, needed),
      titles = Object.fromEntries(kinds.theme.map((theme) => [theme.id, theme.title]));
    const element = make("select", { id: `${id(path)}-main` }),
      main = make(
        "div",
        { className: "practice-main-theme", hidden: true },
        make("label", { htmlFor: `${id(path)}-main` }, "The main theme"),
        element,
      );
    const show = () => {
      const chosen = inner.read();
      main.hidden = chosen.length < 2;
      element.replaceChildren(...chosen.map((value) => make("option", { value }, titles[value])));
    };
    inner.element.append(main);
    inner.element.addEventListener("change", (event) => {
      if (event.target === element)
        inner.write([element.value, ...inner.read().filter((value) => value !== element.value)]);
      show();
    });
    return control(path, inner.element, inner.read, (value) => {
      inner.write(value);
      show();
    });
  }

  /* ---------- a group of fields ---------- */
  function group(path, about, needed) {
    const own = bare(about),
      element = fieldset(path, about, needed);
    const controls = Object.entries(own.properties).map(([name, inner]) =>
      field([...path, name], inner, own.required.includes(name)),
    );
    element.append(...controls.map((inner) => inner.element));
    const read = () =>
      Object.fromEntries(
        controls
          .filter((inner) => !inner.element.hidden)
          .map((inner) => [inner.path[inner.path.length - 1], inner.read()])
          .filter(([, value]) => value),
      );
    return {
      ...control(path, element, read, (value = {}) => {
        for (const inner of controls) inner.write(value[inner.path[inner.path.length - 1]]);
      }),
      controls,
    };
  }

  /* ---------- a list that grows ---------- */
  function repeated(path, about, needed) {
    const own = bare(about),
      what = items[path[0]] || "item",
      element = fieldset(path, about, needed),
      list = make("div", {});
    const add = make(
      "button",
      { type: "button", className: "practice-button practice-button--quiet" },
      `Add ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`,
    );
    let rows = [];
    const number = () =>
      rows.forEach((row, n) => {
        row.heading.textContent = `${what[0].toUpperCase()}${what.slice(1)} ${n + 1}`;
        row.remove.textContent = `Take away ${what} ${n + 1}`;
      });
    function open() {
      const unique = [path[0], `n${many++}`],
        inner = own.items.$ref
          ? group(unique, { ...own.items, description: "" }, true)
          : reference(unique, own.items, what);
      const heading = inner.element.querySelector("legend, label"),
        remove = make("button", { type: "button", className: "practice-link" });
      const row = { inner, heading, remove };
      remove.addEventListener("click", () => {
        inner.element.remove();
        rows = rows.filter((other) => other !== row);
        number();
        add.focus();
        element.dispatchEvent(new Event("input", { bubbles: true }));
      });
      inner.element.append(remove);
      list.append(inner.element);
      rows.push(row);
      number();
      return row;
    }
    add.addEventListener("click", () => {
      open().inner.element.querySelector("input, textarea, select").focus();
    });
    element.append(list, add);
    /* An item without any words is no item. */
    const full = () =>
      rows.filter((row) => !isEmpty(row.inner.read()) && Object.keys(row.inner.read()).length);
    const read = () => full().map((row) => row.inner.read());
    const write = (values = []) => {
      list.replaceChildren();
      rows = [];
      for (const value of values) open().inner.write(value);
      if (needed && !values.length) open();
    };
    return { ...control(path, element, read, write), item: (n) => full()[n] && full()[n].inner };
  }
  /* An id that is looked for by its title. */
  function reference(path, about, what) {
    const element = make("input", {
      id: id(path),
      type: "text",
      autocomplete: "off",
      "aria-describedby": described(path),
      list: `${id(path)}-list`,
    });
    const found = make("datalist", { id: `${id(path)}-list` });
    const told = what === "example" ? "Type a word of its title, and choose it from the list." : "";
    element.addEventListener("input", () => {
      const words = element.value.toLowerCase(),
        fits = ([key, name]) => words && `${key} ${name}`.toLowerCase().includes(words);
      found.replaceChildren(
        ...((form.ids && what === "example" && form.ids.example) || [])
          .filter(fits)
          .slice(0, 20)
          .map(([value, name]) => make("option", { value }, name)),
      );
    });
    const name = make("label", { htmlFor: id(path) });
    const box = make(
      "div",
      { className: "practice-field" },
      name,
      help(path, { description: told }),
      mistake(path),
      element,
      found,
    );
    return control(
      path,
      box,
      () => element.value.trim(),
      (value) => {
        element.value = value || "";
      },
    );
  }

  /* The control that fits a field. */
  function field(path, about, needed) {
    const own = bare(about),
      kind = path.length === 1 && named[path[0]];
    if (path.join() === "themes") return themes(path, about, needed);
    if (path.join() === "licence")
      return select(path, about, needed, Object.entries(options.licence));
    if (own.properties) return group(path, about, needed);
    if (own.type === "array" && (own.items.$ref || !kind || kind === "example"))
      return repeated(path, about, needed);
    if (own.type === "array") return boxes(path, about, needed);
    if (kind)
      return select(
        path,
        about,
        needed,
        kinds[kind].map((term) => [term.id, term.title]),
      );
    return own.enum ? radios(path, about, needed) : text(path, about, needed);
  }

  Object.assign(form, { field, label, elementId: id });
})();
