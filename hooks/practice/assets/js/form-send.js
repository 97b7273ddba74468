/* The last step: the file to copy or to download, and the ways to send it. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make } = form,
    { repository, contact } = form.settings;
  const LONGEST = 7500; /* code hosts refuse longer addresses at about 8,000 characters */
  const LONGEST_MAIL = 1900; /* some mail programs stop at about 2,000 */

  const query = (values) => new URLSearchParams(values).toString();
  const newFile = (values) => `${repository}/new/main/examples_data/examples?${query(values)}`;
  const newIssue = (values) =>
    `${repository}/issues/new?${query({ template: "example.yml", ...values })}`;
  const newMail = (values) => `mailto:${contact}?${query(values).replace(/\+/g, "%20")}`;

  function copying(words, text, status) {
    const button = make(
      "button",
      { type: "button", className: "practice-button practice-button--quiet" },
      words,
    );
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = "Copied.";
      } catch (error) {
        const box = document.getElementById("f-yaml");
        box.focus();
        box.select();
        status.textContent =
          "Your browser does not let us copy. The text is marked: copy it yourself.";
      }
    });
    return button;
  }
  function download(name, text) {
    const link = make(
      "a",
      { className: "practice-button practice-button--quiet", download: `${name}.yml` },
      "Download the file",
    );
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    return link;
  }
  /* One way to send: straight on where the text fits into an address, else copy and then open. */
  function way(heading, lead, fits, full, short, words, copy) {
    const link = make("a", { className: "practice-button", href: fits ? full : short }, words);
    const steps = fits ? [link] : [copy, link];
    const note = fits
      ? null
      : make(
          "p",
          {},
          "It is too long to travel in an address. Copy the text first, then open the page and paste it.",
        );
    return make(
      "section",
      {},
      make("h3", {}, heading),
      make("p", {}, lead),
      note,
      make("div", { className: "practice-buttons" }, ...steps),
    );
  }

  form.sending = function (value, name) {
    const text = form.yaml(value),
      title = value.title,
      status = make("p", { role: "status", className: "practice-help" });
    const file = newFile({ filename: `${name}.yml`, value: text }),
      issue = newIssue({ title, yaml: text });
    const mail = newMail({ subject: `A practice example: ${title}`, body: text });
    const copy = () => copying("Copy the text", text, status);
    const box = make("textarea", {
      id: "f-yaml",
      className: "practice-yaml",
      rows: 14,
      readOnly: true,
      spellcheck: false,
      value: text,
    });
    return make(
      "div",
      {},
      way(
        "With an account at our code host",
        `A page opens there with the file ${name}.yml filled in. Choose “Propose changes”, and` +
          " then “Create pull request”. You need to know nothing else.",
        file.length <= LONGEST,
        file,
        newFile({ filename: `${name}.yml` }),
        "Open it as a new file",
        copy(),
      ),
      way(
        "As an issue",
        "The same account, and we do the rest.",
        issue.length <= LONGEST,
        issue,
        newIssue({ title }),
        "Open it as an issue",
        copy(),
      ),
      way(
        "By e-mail, without an account",
        `Your mail program opens with the text. Or copy it, and write to ${contact}.`,
        mail.length <= LONGEST_MAIL,
        mail,
        newMail({ subject: `A practice example: ${title}` }),
        "Write the e-mail",
        copy(),
      ),
      make(
        "section",
        {},
        make("h3", {}, "The file itself"),
        make("label", { htmlFor: "f-yaml" }, `${name}.yml`),
        box,
        make("div", { className: "practice-buttons" }, copy(), download(name, text)),
        status,
      ),
    );
  };
  form.addresses = { newFile, newIssue, newMail, LONGEST, LONGEST_MAIL };
})();
