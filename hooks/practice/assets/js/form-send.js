/* The last step: the file to copy or to download, and the ways to send it. */
(function () {
  "use strict";
  const form = window.practiceForm,
    { make } = form,
    { repository, contact, name: library, mail: lead } = form.settings;
  const LONGEST = 7500; /* code hosts refuse longer addresses at about 8,000 characters */
  const LONGEST_MAIL = 1900; /* some mail programs stop at about 2,000 */

  const TOO_LONG =
    "It is too long to be filled in for you. First copy the text. Then open the next page, and paste it there.";

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
        box.closest("details").open = true;
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
  function way({ heading, lead, open, full, short, most, copy, always }) {
    const fits = full.length <= most,
      link = make("a", { className: "practice-button", href: fits ? full : short }, open);
    return make(
      "section",
      {},
      make("h2", {}, heading),
      make("p", {}, fits ? lead : TOO_LONG),
      make(
        "div",
        { className: "practice-buttons" },
        fits ? null : copy,
        link,
        fits && always ? copy : null,
      ),
    );
  }

  /* Plain words, and the file without its first line, which serves only an editor's program. */
  const mailed = (text, letter) =>
    lead.replace("{name}", library).replace("{letter}", () => letter) + text.replace(/^#.*\n/, "");
  /* `letter` goes into an email, and nowhere else. */
  form.sending = function ({ text, name, title, letter = "" }) {
    const status = make("p", { role: "status", className: "practice-help" });
    const copy = (words = text) => copying("Copy the text", words, status);
    const subject = `A practice example: ${title}`,
      body = mailed(text, letter);
    const mail = way({
      heading: "By email",
      lead: "Your email program opens with all of it written. You only press Send.",
      open: "Open the email",
      full: newMail({ subject, body }),
      short: newMail({ subject }),
      most: LONGEST_MAIL,
      copy: copy(body),
      always: true,
    });
    const issue = way({
      heading: "As an issue, with an account at our code host",
      lead: "A page opens there with your text in it. You send it, and we do the rest.",
      open: "Open it as an issue",
      full: newIssue({ title, yaml: text }),
      short: newIssue({ title }),
      most: LONGEST,
      copy: copy(),
    });
    const file = way({
      heading: "As a pull request, with the same account",
      lead:
        `A page opens there with the file ${name}.yml filled in. Choose “Propose changes”, and` +
        " then “Create pull request”.",
      open: "Open it as a new file",
      full: newFile({ filename: `${name}.yml`, value: text }),
      short: newFile({ filename: `${name}.yml` }),
      most: LONGEST,
      copy: copy(),
    });
    return make(
      "div",
      {},
      mail,
      make("p", {}, `No email program here? Copy the text, and send it to ${contact}.`),
      status,
      make(
        "details",
        { className: "practice-other-ways" },
        make("summary", {}, "Other ways to send it"),
        issue,
        file,
        whole(text, name, copy()),
      ),
    );
  };
  function whole(text, name, copy) {
    const box = make("textarea", {
      id: "f-yaml",
      className: "practice-yaml",
      rows: 14,
      readOnly: true,
      spellcheck: false,
      value: text,
    });
    return make(
      "section",
      {},
      make("h2", {}, "The file itself"),
      make("label", { htmlFor: "f-yaml" }, `${name}.yml`),
      box,
      make("div", { className: "practice-buttons" }, copy, download(name, text)),
    );
  }
  form.addresses = { newFile, newIssue, newMail, LONGEST, LONGEST_MAIL };
})();
