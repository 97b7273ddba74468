/* Menu, colours, coverage board. Everything works without it; this only makes it shorter. */
(function () {
  var root = document.documentElement;

  /* the menu of narrow screens */
  var menu = document.querySelector(".practice-menu"),
    nav = document.getElementById("practice-nav");
  function open(yes) {
    nav.classList.toggle("is-open", yes);
    menu.setAttribute("aria-expanded", yes);
  }
  menu.addEventListener("click", function () {
    open(menu.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape" && nav.classList.contains("is-open")) {
      open(false);
      menu.focus();
    }
  });
  /* From a disk a folder has no page of its own, and Firefox counts no file as of this site: its policy lets no form go there. */
  if (location.protocol === "file:")
    document.querySelectorAll("form[role=search]:not(#finder)").forEach(function (form) {
      form.addEventListener("submit", function (e) {
        e.preventDefault();
        location.href =
          form.action.replace(/\/$/, "/index.html") + "?" + new URLSearchParams(new FormData(form));
      });
    });

  /* the reader's choice of colours */
  var scheme = root.dataset.practiceScheme || "";
  document.querySelectorAll("input[name=scheme]").forEach(function (radio) {
    radio.checked = radio.value === scheme;
    radio.addEventListener("change", function () {
      if (radio.value) root.dataset.practiceScheme = radio.value;
      else delete root.dataset.practiceScheme;
      try {
        if (radio.value) localStorage.setItem("practice-scheme", radio.value);
        else localStorage.removeItem("practice-scheme");
      } catch (e) {
        /* storage is off */
      }
    });
  });

  /* a table wider than its box is reached and scrolled by key */
  var boxes = document.querySelectorAll(".practice-table");
  function reach() {
    boxes.forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", "Table, scrolls sideways");
      } else
        ["tabindex", "role", "aria-label"].forEach(function (name) {
          box.removeAttribute(name);
        });
    });
  }
  if (boxes.length) {
    var watch = new ResizeObserver(reach);
    boxes.forEach(function (box) {
      watch.observe(box);
      watch.observe(box.firstElementChild);
    });
  }

  /* the coverage board, one setting at a time where it does not fit; on a phone it starts so */
  var board = document.querySelector("[data-practice-board]");
  if (board) {
    /* heard alone, in a list of links, a cell says its theme too */
    board.querySelectorAll("td a").forEach(function (link) {
      var gap = !link.closest("td").className,
        one = /(^|\D)1$/.test(link.textContent);
      link.setAttribute(
        "aria-label",
        link.closest("tr").cells[0].textContent.trim() +
          ": " +
          link.textContent +
          (gap ? ", send one" : one ? " example" : " examples"),
      );
    });
    var pick = document.createElement("p"),
      label = document.createElement("label"),
      select = document.createElement("select");
    pick.className = "practice-pick";
    select.id = "practice-pick";
    label.htmlFor = select.id;
    label.textContent = "Show";
    select.add(new Option("All settings", ""));
    board.querySelectorAll("thead th").forEach(function (th, n) {
      if (n) select.add(new Option(th.textContent.trim(), n));
    });
    pick.append(label, select);
    board.before(pick);
    var wide = matchMedia("(min-width: 75em)");
    var show = function () {
      var chosen = wide.matches ? 0 : +select.value;
      board.classList.toggle("practice-board--one", chosen > 0);
      board.querySelectorAll("td").forEach(function (td) {
        td.hidden = chosen > 0 && td.cellIndex !== chosen;
      });
    };
    if (matchMedia("(max-width: 47.9em)").matches) select.value = "1";
    select.addEventListener("change", show);
    wide.addEventListener("change", show);
    addEventListener("beforeprint", function () {
      board.classList.remove("practice-board--one");
      board.querySelectorAll("td").forEach(function (td) {
        td.hidden = false;
      });
    });
    addEventListener("afterprint", show);
    show();
  }
})();
