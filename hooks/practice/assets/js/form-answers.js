/* The answers of the long form in words, for "Check your answers": titles for ids, and the words of a choice for its value. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { bare, isEmpty, label } = form,
    { kinds, named, options } = form.choices;

  function title(kind, id) {
    if (form.ids[kind]) return (form.ids[kind].find(([one]) => one === id) || [id, id])[1];
    const [whole] = id.split("#"),
      thing = kinds[kind].find((one) => one.id === whole) || { title: id },
      section = (thing.sections || []).find((one) => one.id === id);
    return section ? `${thing.title}: ${section.title}` : thing.title;
  }
  /* 2026-11-01 -> 1 November 2026; anything else as it was written. */
  const WORDS = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  form.dayInWords = (day) =>
    /^[0-9]{4}-/.test(day) && !isNaN(new Date(day))
      ? new Date(day).toLocaleDateString("en-GB", WORDS)
      : day;
  const inner = (path, own, value) =>
    Object.entries(value).map(
      ([name, given]) =>
        `${label(name)}: ${lines([...path, name], own.properties[name], given).join(", ")}`,
    );
  /* The lines that say a value. */
  function lines(path, about, value) {
    const own = bare(about),
      told = options[path.join(".")];
    if (isEmpty(value)) return [];
    if (own.type === "array" && own.items.$ref)
      return value.map((item) => inner(path, bare(own.items), item).join(". "));
    if (own.type === "array") return value.flatMap((item) => lines(path, own.items, item));
    if (own.properties) return inner(path, own, value);
    if (own.format === "date") return [form.dayInWords(value)];
    if (path.length === 1 && named[path[0]]) return [title(named[path[0]], value)];
    return [(told && told[value]) || value];
  }
  form.inWords = (name, value) => lines([name], form.schema.properties[name], value);
})();
