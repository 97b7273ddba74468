/* A word's meaning where it first stands on a page: a button after the link opens it, and Escape closes it. Without this the link leads to the glossary. */
(function () {
  document.querySelectorAll("template[data-practice-term]").forEach(function (template) {
    var part = template.content.cloneNode(true),
      button = part.querySelector("button"),
      meaning = part.querySelector(".practice-meaning");
    function show(yes) {
      meaning.hidden = !yes;
      button.setAttribute("aria-expanded", yes);
    }
    button.addEventListener("click", function () {
      show(meaning.hidden);
    });
    [button, meaning].forEach(function (place) {
      place.addEventListener("keydown", function (e) {
        if (e.key !== "Escape" || meaning.hidden) return;
        show(false);
        button.focus();
      });
    });
    template.replaceWith(part);
  });
})();
