/* What is typed into a form stays on this device, and can be deleted and brought back. */
(function () {
  "use strict";
  /* key: where it is kept; name: what the ids around it begin with; read() and write(value) the form; after() is told when all was changed. */
  window.practiceForm.keeping = function ({ key, name, read, write, after }) {
    const part = (id) => document.getElementById(`${name}-${id}`);
    const away = part("delete"),
      status = part("status"),
      words = away.textContent;
    let deleted = null;

    function keep() {
      try {
        localStorage.setItem(key, JSON.stringify(read()));
      } catch (error) {
        part("kept").textContent = "Your answers cannot be saved here. Keep this page open.";
      }
    }
    function kept() {
      try {
        return Object(JSON.parse(localStorage.getItem(key)));
      } catch (error) {
        return {}; /* storage is off, or holds something else */
      }
    }
    function typed() {
      deleted = null;
      away.textContent = words;
      status.textContent = "";
      keep();
    }
    /* Deletes, and until something is typed or the page is left, brings back. */
    function forget() {
      const back = deleted;
      deleted = back ? null : read();
      write(back || {});
      if (back) keep();
      else
        try {
          localStorage.removeItem(key);
        } catch (error) {
          /* there is none */
        }
      away.textContent = back ? words : away.dataset.back;
      status.textContent = back ? away.dataset.returned : away.dataset.gone;
      after();
    }
    away.addEventListener("click", forget);
    return { kept, keep, typed };
  };
})();
