/* Law of one nation only: a reader chooses once, and every guide remembers. Until then only what holds in every nation
   is on the screen, since all of it is longer than a guide. On paper, and without this script, all nations are there. */
(function () {
  const groups = [...document.querySelectorAll("[data-practice-nation]")];
  const id = (group) => group.dataset.practiceNation;
  const nations = groups.filter((group) => id(group) !== "united-kingdom");
  const ALL = "all";

  /* What is stored: what is given, from now on. */
  function stored(nation) {
    try {
      if (nation) localStorage.setItem("practice-nation", nation);
      return localStorage.getItem("practice-nation");
    } catch (e) {
      return null; /* storage is off */
    }
  }

  const form = document.createElement("form");
  form.className = "practice-nations practice-screen";
  /* Else a browser that goes back sets the choice, and not what it shows. */
  form.autocomplete = "off";
  const radio = (value, name) =>
    `<label><input type="radio" name="nation" value="${value}"> ${name}</label>`;
  form.innerHTML =
    "<fieldset><legend>Show the law of your nation. Every guide remembers it.</legend>" +
    nations.map((group) => radio(id(group), group.querySelector("h3").innerHTML)).join("") +
    radio(ALL, "All nations") +
    "</fieldset>";
  const choice = form.elements.nation;
  form.onchange = () => {
    show(choice.value);
    known = stored(choice.value);
    /* A nation in the address would take the place of the choice when the page is loaded again. */
    if (linked()) history.replaceState(null, "", "#law-and-standards");
  };
  /* Paper says what it leaves out: whoever is handed it may work in another nation. */
  const narrowed = document.createElement("p");
  narrowed.className = "practice-narrowed";
  groups[0].before(form, narrowed);

  function show(nation) {
    choice.value = nation;
    const chosen = choice.value && choice.value !== ALL;
    for (const group of nations) {
      group.classList.toggle("practice-unchosen", !choice.value);
      group.hidden = chosen && id(group) !== nation;
    }
    const shown = groups.filter((group) => !group.hidden);
    narrowed.textContent = chosen
      ? `Of the four nations, only ${shown[0].querySelector("h3").textContent} is printed here. The page has them all.`
      : "";
  }
  function linked() {
    const target = document.getElementById(location.hash.slice(1));
    return target && target.closest("[data-practice-nation]");
  }
  /* A link to a nation that is not shown opens it, beside nothing or with all others: what was chosen stays. */
  function follow() {
    const group = linked();
    if (!group || group.offsetHeight) return;
    group.classList.remove("practice-unchosen");
    if (group.hidden) show(ALL);
    group.scrollIntoView();
  }

  let known = stored();
  show(known);
  follow();
  addEventListener("hashchange", follow);
  /* A page that the browser kept whole: its choice may have been made anew on another. */
  addEventListener("pageshow", (event) => {
    if (!event.persisted || stored() === known) return;
    known = stored();
    show(known);
    follow();
  });
})();
