/* What the long form begins with: the draft of this device without what does not fit, and what the address gives. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { choices, schema } = form,
    LONGEST = 8000; /* letters that an address may put into a field that has no limit of its own */

  /* A draft, without what does not fit its field: other scripts and older forms write here too. */
  function sound(draft) {
    const fields = Object.entries(Object(draft.value))
      .filter(([name, value]) => schema.properties[name] && fits(schema.properties[name], value))
      .map(([name, value]) => [name, present(name, value)]);
    return {
      value: fields.length ? Object.fromEntries(fields) : undefined,
      name: typeof draft.name === "string" ? draft.name : "",
      passed: Array.isArray(draft.passed) ? draft.passed : [],
    };
  }
  /* What a field holds, with the ids of now in place of former ones. */
  function present(field, value) {
    const former = Object(choices.former[choices.named[field]]);
    const now = (id) => (Object.prototype.hasOwnProperty.call(former, id) ? former[id] : id);
    return Array.isArray(value) ? [...new Set(value.map(now))] : now(value);
  }
  function fits(about, value) {
    const own = form.bare(about);
    if (own.type === "array")
      return Array.isArray(value) && value.every((item) => fits(own.items, item));
    if (own.properties)
      return (
        Boolean(value) &&
        typeof value === "object" &&
        Object.entries(value).every(
          ([name, inner]) => own.properties[name] && fits(own.properties[name], inner),
        )
      );
    return typeof value === "string";
  }
  /* ?themes=a,b&settings=c fills fields in. Ids that nobody knows are left out. */
  function prefilled(value) {
    for (const [field, given] of new URLSearchParams(location.search)) {
      const about = schema.properties[field],
        known = about && ids(choices.named[field]);
      if (about && form.bare(about).type === "array" && known)
        value[field] = [
          ...new Set([
            ...(value[field] || []),
            ...present(field, given.split(",")).filter((id) => known.has(id)),
          ]),
        ];
      else if (about && form.bare(about).type === "string" && !value[field])
        value[field] = present(field, given).slice(0, form.bare(about).maxLength || LONGEST);
    }
    return value;
  }
  function ids(kind) {
    const things = choices.kinds[kind];
    return (
      things &&
      new Set(
        things.flatMap((thing) => [
          thing.id,
          ...(thing.sections || []).map((section) => section.id),
        ]),
      )
    );
  }
  function today() {
    const now = new Date(),
      two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  const fresh = () => ({
    added: today(),
    status: schema.properties.status.default,
    licence: schema.properties.licence.default,
  });

  Object.assign(form, { sound, prefilled, fresh, today });
})();
