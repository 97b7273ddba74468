/* What both forms need: elements, what the schema says of a field, and scripts that come later. */
(function () {
  "use strict";
  const form = window.practiceForm,
    own = document.currentScript.getAttribute("src");

  function bare(about) {
    const own = (about.anyOf || [about]).find((some) => some.type !== "null");
    return own.$ref ? form.schema.$defs[own.$ref.split("/").pop()] : own;
  }
  const isEmpty = (value) =>
    value === undefined || value === "" || (Array.isArray(value) && !value.length);
  /* The name that a title gives to a file. */
  function slug(text) {
    const words = text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    return words.length <= 60 ? words : words.slice(0, 60).replace(/-[^-]*$/, "");
  }

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element && name !== "list" && name !== "form") element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /* Scripts that stand beside this one, in the order in which they need each other. */
  function load(names) {
    const scripts = names.map((name) =>
      make("script", { src: own.replace(/form-base\.js$/, name), async: false }),
    );
    const loaded = scripts.map(
      (script) =>
        new Promise((done, failed) => {
          script.onload = done;
          script.onerror = failed;
        }),
    );
    document.head.append(...scripts);
    return Promise.all(loaded);
  }

  Object.assign(form, { make, bare, isEmpty, slug, load });
})();
