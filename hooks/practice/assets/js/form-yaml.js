/* An example as YAML, byte for byte as hooks/practice/contributing/write.py writes it. */
(function () {
  "use strict";
  const form = window.practiceForm,
    properties = form.schema.properties;
  const FIRST = "# yaml-language-server: $schema=../../schema/example.schema.json\n";

  function scalar(value) {
    const text = String(value).split(/\s+/).filter(Boolean).join(" ");
    const plain =
      /^[A-Za-z0-9À-ſ“‘£][^\n\t]*$/.test(text) &&
      !/:(?: |$)| #|\s$/.test(text) &&
      !["null", "Null", "NULL"].includes(text);
    return plain ? text : `'${text.replace(/'/g, "''")}'`;
  }
  const lines = (group, indent) =>
    Object.keys(group)
      .filter((key) => group[key])
      .map((key) => `${indent}${key}: ${scalar(group[key])}\n`)
      .join("");

  const item = (value) =>
    `  - ${typeof value === "string" ? scalar(value) + "\n" : lines(value, "    ").slice(4)}`;

  function field(name, value) {
    if (form.bare(properties[name]).format === "markdown") {
      const text = value
        .trim()
        .replace(/\r\n/g, "\n")
        .split("\n")
        .map((line) => line.trimEnd());
      return `${name}: |\n${text.map((line) => (line ? `  ${line}` : "")).join("\n")}\n`;
    }
    if (name === "summary") {
      const sentences = value
        .split(/\s+/)
        .filter(Boolean)
        .join(" ")
        .replace(/([.?!]) +(?=\S)/g, "$1\n")
        .split("\n");
      return `${name}: >-\n${sentences.map((sentence) => `  ${sentence}\n`).join("")}`;
    }
    if (name === "period") return `${name}: {from: ${value.from}, to: ${value.to}}\n`;
    if (Array.isArray(value) && value.every((item) => /^[a-z0-9#-]+$/.test(item)))
      return `${name}: [${value.join(", ")}]\n`;
    if (Array.isArray(value)) return `${name}:\n${value.map(item).join("")}`;
    return typeof value === "object"
      ? `${name}:\n${lines(value, "  ")}`
      : `${name}: ${scalar(value)}\n`;
  }

  form.yaml = (value) =>
    FIRST +
    Object.keys(properties)
      .filter((name) => !form.isEmpty(value[name]))
      .map((name) => field(name, value[name]))
      .join("");
})();
