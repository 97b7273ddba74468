/* Runs before the page is drawn: the reader's choice of colours, without a flash, and whether the finder is asked. */
(function () {
  var root = document.documentElement,
    asked = document.currentScript.dataset.asked,
    scheme;
  root.classList.add("practice-js");
  /* Only the finder names what answers. Browsers keep scripts back until the style sheet has come, unless told. */
  if (asked && location.search) {
    root.classList.add("practice-asked");
    if (/[?&]q=[^&]/.test(location.search))
      asked.split(" ").forEach(function (address) {
        var link = document.createElement("link");
        link.rel = "preload";
        link.as = "script";
        link.href = address;
        document.head.append(link);
      });
  }
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
