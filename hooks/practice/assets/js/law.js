/* Law of one nation only: a reader chooses once, and every guide remembers. Until then only what holds in every nation
   is on the screen, since all of it is longer than a guide. On paper, and without this script, all nations are there. */
(function () {
  const place = document.querySelector("[data-practice-laws]");
  const groups = [...place.querySelectorAll("[data-practice-nation]")];
  const EVERYWHERE = "united-kingdom";
  const ALL = "all";
  const nations = groups.filter((group) => group.dataset.practiceNation !== EVERYWHERE);

  function stored() {
    try {
      return localStorage.getItem("practice-nation") || "";
    } catch (e) {
      return ""; /* storage is off */
    }
  }
  function store(nation) {
    try {
      localStorage.setItem("practice-nation", nation);
    } catch (e) {
      /* storage is off */
    }
  }

  const form = document.createElement("form");
  const choice = document.createElement("fieldset");
  const legend = document.createElement("legend");
  form.className = "practice-nations practice-screen";
  const hint = document.createElement("p");
  /* Else a browser that goes back sets the radios, and not what they show. */
  form.autocomplete = "off";
  legend.textContent = "Show the law of";
  hint.textContent = "Each nation has law of its own. Choose yours once, and every guide shows it.";
  hint.id = "practice-nations-hint";
  choice.setAttribute("aria-describedby", hint.id);
  choice.append(legend, hint);
  const radios = [...nations, null].map(function (group) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = "nation";
    radio.value = group ? group.dataset.practiceNation : ALL;
    label.append(radio, " " + (group ? group.querySelector("h3").textContent : "All nations"));
    choice.append(label);
    radio.addEventListener("change", function () {
      show(radio.value);
      store(radio.value);
      /* A nation in the address would take the place of the choice when the page is loaded again. */
      if (linked()) history.replaceState(null, "", location.pathname + location.search);
    });
    return radio;
  });
  form.append(choice);

  function show(nation) {
    radios.forEach((radio) => (radio.checked = radio.value === nation));
    const open = radios.some((radio) => radio.checked);
    place.classList.toggle("practice-laws--folded", !open);
    nations.forEach(
      (group) => (group.hidden = open && ![ALL, group.dataset.practiceNation].includes(nation)),
    );
  }
  function linked() {
    const target = document.getElementById(location.hash.slice(1));
    return target && target.closest("[data-practice-nation]");
  }
  /* A link to a nation that is not shown opens it, beside nothing or with all others: what was chosen stays. */
  function follow() {
    const group = linked();
    if (!group || group.offsetHeight) return;
    group.classList.add("practice-law-open");
    if (group.hidden) show(ALL);
    group.scrollIntoView();
  }

  groups[0].before(form);
  show(stored());
  follow();
  window.addEventListener("hashchange", follow);
  /* The choice may have been made on another page since. */
  window.addEventListener("pageshow", (event) => event.persisted && show(stored()));
})();
