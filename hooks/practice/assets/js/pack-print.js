/* The pages of a pack for paper: each part as its own page shows it, loaded from this site when somebody prints them. */
(function () {
  "use strict";
  const LEFT_OUT =
    ".practice-crumbs, .practice-screen, .practice-script, .practice-buttons, .practice-portrait," +
    " .practice-cite, .practice-changes, #cite, #changes, noscript, script, template";
  const FOR_THE_TRAINER = ".practice-trainer, .practice-for-trainer";
  const ELSEWHERE = ["next", "taught", "related"]; /* headings of lists that lead to other pages */
  const STANDARDS =
    "standards"; /* the heading of lines of law, which a group does not need on paper */

  const loaded = new Map();
  async function page(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(url);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /* The article of an address, or the section with the id at its end. */
  async function article(address) {
    const [url, id] = address.split("#");
    if (!loaded.has(url)) loaded.set(url, page(url));
    const from = await loaded.get(url).catch((error) => {
      loaded.delete(url);
      throw error;
    });
    const place = id && from.getElementById(id);
    const found = id ? place && (place.closest("section") || place) : from.querySelector("article");
    if (!found) throw new Error(address);
    return found.cloneNode(true);
  }

  /* Headings stand below that of the pack. */
  function lower(heading) {
    const made = document.createElement("h" + Math.min(6, Number(heading.localName[1]) + 1));
    made.append(...heading.childNodes);
    heading.replaceWith(made);
  }

  /* Takes a heading away with all up to the next. */
  function cut(heading) {
    while (heading.nextElementSibling && heading.nextElementSibling.localName !== "h2")
      heading.nextElementSibling.remove();
    heading.remove();
  }

  function laidOut(found, url, notes) {
    for (const part of found.querySelectorAll(LEFT_OUT)) part.remove();
    for (const id of notes ? ELSEWHERE : [...ELSEWHERE, STANDARDS])
      for (const heading of found.querySelectorAll("h2#" + id)) cut(heading);
    for (const fold of found.querySelectorAll(FOR_THE_TRAINER))
      if (!notes) (fold.closest(".practice-fold") || fold).remove();
    for (const fold of found.querySelectorAll("details")) fold.open = true;
    for (const link of found.querySelectorAll("a[href]"))
      link.href = new URL(link.getAttribute("href"), url).href;
    for (const image of found.querySelectorAll("img[src]"))
      image.src = new URL(image.getAttribute("src"), url).href;
    for (const part of found.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const name of ["aria-labelledby", "aria-describedby"])
      for (const part of found.querySelectorAll("[" + name + "]")) part.removeAttribute(name);
    for (const heading of found.querySelectorAll("h1, h2, h3, h4, h5")) lower(heading);
    const side = document.createElement("section");
    side.className = "practice-pack-page";
    side.append(...(found.matches("article") ? found.childNodes : [found]));
    return side;
  }

  /* The examples that the steps of a session use, by address. */
  function used(found, url) {
    const links = [...found.querySelectorAll(".practice-steps a[href*='/examples/']")];
    return links.map((link) => new URL(link.getAttribute("href"), url).href.split(/[?#]/)[0]);
  }

  /* The pages of some addresses in order, each followed by the examples that it uses, and the addresses that could not be
     loaded. */
  window.practicePackPages = async (addresses, notes) => {
    const pages = [];
    const lost = [];
    const seen = new Set();
    const given = addresses.map((address) => new URL(address, location.href).href);
    const add = async (url) => {
      if (seen.has(url)) return;
      seen.add(url);
      try {
        const found = await article(url);
        const others = used(found, url).filter((other) => !given.includes(other));
        pages.push(laidOut(found, url, notes));
        for (const other of others) await add(other);
      } catch (error) {
        lost.push(url);
      }
    };
    await Promise.allSettled(given.map(article));
    for (const url of given) await add(url);
    return { pages, lost };
  };
})();
