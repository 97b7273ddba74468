/* The answers of the short form as the file of a draft. Contact details stay out of it. */
(function () {
  "use strict";
  const form = window.practiceForm;
  const hidden = new RegExp(form.hidden, "gu");
  const isText = (name) => form.schema.properties[name].format === "markdown";

  /* What was typed or pasted, without signs that nobody sees. */
  const cleaned = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[^\S\n]/g, " ")
      .replace(hidden, "")
      .trim();
  /* Words are words: what Markdown would take for HTML, a link or a heading is marked as none. */
  const plain = (text) =>
    text
      .replace(/[\\[]|<(?=[A-Za-z!/?])/g, "\\$&")
      .replace(/(^|\s)(#{1,6})(?=\s|$)/gm, "$1\\$2")
      .replace(/^([\s>]*)([=-]+)(?=\s*$)/gm, "$1\\$2");
  const today = () => {
    const now = new Date(),
      two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  /* The value of an example, from the answers by name. */
  form.draft = function (answers) {
    const value = { kind: "contributed", added: today(), status: "draft" };
    for (const name of Object.keys(form.schema.properties)) {
      const text = typeof answers[name] === "string" ? cleaned(answers[name]) : "";
      if (text) value[name] = isText(name) ? plain(text) : text;
    }
    if (value.settings) value.settings = [value.settings];
    const agreed = answers.agreed || [];
    if (agreed.length) value.consent = { basis: agreed[0] };
    return value;
  };
  /* The file: what was answered, and as comments what no field takes. */
  form.draftFile = (answers, said) =>
    form.yaml(form.draft(answers)) + [form.note, ...said].map((line) => `# ${line}\n`).join("");
  form.isBlank = (answer) => !cleaned(String(answer));
  /* Without the patterns: nobody here can say that what they found is nobody, so they stop nothing. */
  form.personal = (name, text) => form.guard({ [name]: cleaned(text) }, {});
})();
