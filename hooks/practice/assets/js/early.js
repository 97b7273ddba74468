/* Runs before the page is drawn: the reader's choice of colours, without a flash. */
(function () {
  var root = document.documentElement,
    scheme;
  root.classList.add("practice-js");
  try {
    scheme = localStorage.getItem("practice-scheme");
  } catch (e) {
    /* storage is off: the device decides */
  }
  if (scheme) root.dataset.practiceScheme = scheme;
})();
