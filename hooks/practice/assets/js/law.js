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
  legend.textContent = "Show the law of";
  choice.append(legend);
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
    });
    return radio;
  });
  const hint = document.createElement("p");
  hint.textContent = "Each nation has law of its own. Choose one to see it here.";
  choice.append(hint);
  form.append(choice);

  function show(nation) {
    radios.forEach((radio) => (radio.checked = radio.value === nation));
    const open = radios.some((radio) => radio.checked);
    place.classList.toggle("practice-laws--folded", !open);
    hint.hidden = open;
    nations.forEach(
      (group) => (group.hidden = open && ![ALL, group.dataset.practiceNation].includes(nation)),
    );
  }
  /* a link to a nation that is not shown brings it back */
  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    const group = target && target.closest("[data-practice-nation]");
    if (!group || group.offsetHeight) return;
    show(group.dataset.practiceNation);
    target.scrollIntoView();
  }

  groups[0].before(form);
  show(stored());
  follow();
  window.addEventListener("hashchange", follow);
})();
