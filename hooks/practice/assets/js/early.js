/* Runs before the page is drawn: the reader's choice of colours, without a flash, and whether the finder is asked. */
(function () {
  var root = document.documentElement,
    scheme;
  root.classList.add("practice-js");
  if (location.search && /\/examples\/(index\.html)?$/.test(location.pathname))
    root.classList.add("practice-asked");
  /* A script that does not load or run leaves the other ways to be seen. */
  addEventListener(
    "error",
    function (event) {
      if (event.target === window || event.target.tagName === "SCRIPT") {
        root.classList.add("practice-broken");
        root.classList.remove("practice-asked");
      }
    },
    true,
  );
  try {
    scheme = localStorage.getItem("practice-scheme");
  } catch (e) {
    /* storage is off: the device decides */
  }
  if (scheme) root.dataset.practiceScheme = scheme;
})();
