/* A place in a page that has another id now leads on to it. */
(function () {
  "use strict";
  function lead() {
    const asked = document.getElementById(location.hash.slice(1));
    if (asked && asked.dataset.now) location.replace("#" + asked.dataset.now);
  }
  window.addEventListener("hashchange", lead);
  lead();
})();
