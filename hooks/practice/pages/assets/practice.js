/* Menu, colours, facets. Everything works without it; this only makes it shorter. */
(function () {
  var root = document.documentElement, menu = document.querySelector(".practice-menu"), nav = document.getElementById("practice-nav");
  function open(yes) {
    nav.classList.toggle("is-open", yes);
    menu.setAttribute("aria-expanded", yes);
  }
  menu.addEventListener("click", function () { open(menu.getAttribute("aria-expanded") !== "true"); });
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape" && nav.classList.contains("is-open")) { open(false); menu.focus(); }
  });
  var scheme = root.dataset.practiceScheme || "";
  document.querySelectorAll("input[name=scheme]").forEach(function (radio) {
    radio.checked = radio.value === scheme;
    radio.addEventListener("change", function () {
      if (radio.value) root.dataset.practiceScheme = radio.value; else delete root.dataset.practiceScheme;
      try { if (radio.value) localStorage.setItem("practice-scheme", radio.value); else localStorage.removeItem("practice-scheme"); } catch (e) { /* storage is off */ }
    });
  });
})();
