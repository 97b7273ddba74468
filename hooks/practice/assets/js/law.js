/* Law of one nation only: a reader chooses once, and every guide remembers. Without this all nations stand on the page. */
(function () {
  const place = document.querySelector("[data-practice-laws]");
  const groups = [...place.querySelectorAll("[data-practice-nation]")];
  const EVERYWHERE = "united-kingdom";
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
      if (nation) localStorage.setItem("practice-nation", nation);
      else localStorage.removeItem("practice-nation");
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
  const radios = [null, ...nations].map(function (group) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = "nation";
    radio.value = group ? group.dataset.practiceNation : "";
    label.append(radio, " " + (group ? group.querySelector("h3").textContent : "All nations"));
    choice.append(label);
    radio.addEventListener("change", function () {
      show(radio.value);
      store(radio.value);
    });
    return radio;
  });
  form.append(choice);

  function show(nation) {
    const known = nations.some((group) => group.dataset.practiceNation === nation) ? nation : "";
    radios.forEach((radio) => (radio.checked = radio.value === known));
    nations.forEach(
      (group) => (group.hidden = known !== "" && group.dataset.practiceNation !== known),
    );
  }
  /* a link to a nation that is not shown brings it back */
  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    const group = target && target.closest("[data-practice-nation][hidden]");
    if (!group) return;
    show("");
    target.scrollIntoView();
  }

  groups[0].before(form);
  show(stored());
  follow();
  window.addEventListener("hashchange", follow);
})();
