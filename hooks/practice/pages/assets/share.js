/* "Copy link" beside headings, and this page's reference for reference managers. */
(function () {
  function meta(name) { var m = document.querySelector('meta[name="citation_' + name + '"]'); return m ? m.content : ""; }
  var status = document.createElement("p");
  status.className = "practice-hidden";
  status.setAttribute("role", "status");
  document.body.appendChild(status);
  function copy(text, said) {
    function done(ok) { status.textContent = ""; setTimeout(function () { status.textContent = ok ? said : "Copying did not work. Select the text and copy it by hand."; }, 50); }
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(false); });
    else {
      var area = document.createElement("textarea"), back = document.activeElement;
      area.value = text;
      document.body.appendChild(area);
      area.select();
      var ok = document.execCommand("copy");
      area.remove();
      if (back) back.focus();
      done(ok);
    }
  }
  function button(words, hidden, run) {
    var b = document.createElement("button"), more;
    b.type = "button";
    b.className = "practice-copy";
    b.textContent = words;
    if (hidden) { more = document.createElement("span"); more.className = "practice-hidden"; more.textContent = hidden; b.appendChild(more); }
    b.addEventListener("click", function () { run(b); });
    return b;
  }
  document.querySelectorAll(".practice-body h2[id], .practice-point[id], .practice-sources li[id], .practice-glossary > div[id]").forEach(function (place) {
    var named = place.matches("h2") ? place : place.querySelector(".practice-point__text, dt, p"), url = location.href.split("#")[0] + "#" + place.id;
    var b = button("Copy link", " to: " + named.textContent.trim(), function () { copy(url, "The link is copied."); });
    if (place.matches("h2")) place.insertAdjacentElement("afterend", b); else place.appendChild(b);
    if (place.matches("h2")) place.classList.add("has-copy");
  });
  var cite = document.querySelector(".practice-cite");
  if (!cite || !meta("title")) return;
  var url = meta("public_url"), name = meta("author"), day = meta("publication_date").split("/"), id = url.replace(/\/$/, "").split("/").pop();
  function tex(s) { return s.replace(/[&%#_$]/g, "\\$&"); }
  var forms = {
    BibTeX: ["bib", "@online{" + id + ",\n  author = {{" + tex(name) + "}},\n  title = {" + tex(meta("title")) + "},\n  year = {" + day[0] + "},\n  url = {" + url + "}\n}\n"],
    RIS: ["ris", "TY  - ELEC\nID  - " + id + "\nAU  - " + name + "\nTI  - " + meta("title") + "\nPY  - " + day[0] + "\nPB  - " + name + "\nUR  - " + url + "\nLA  - en-GB\nER  - \n"],
    "CSL-JSON": ["json", JSON.stringify([{ id: id, type: "webpage", title: meta("title"), author: [{ literal: name }], "container-title": name, issued: { "date-parts": [day.map(Number)] }, URL: url, language: "en-GB" }], null, 1)]
  };
  var row = document.createElement("p");
  row.className = "practice-buttons practice-screen";
  row.appendChild(button("Copy this reference", "", function () { copy(cite.firstChild.textContent.trim(), "The reference is copied."); }));
  Object.keys(forms).forEach(function (form) {
    row.appendChild(button("Download " + form, "", function () {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([forms[form][1]], { type: "text/plain" }));
      link.download = id + "." + forms[form][0];
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }));
  });
  cite.insertAdjacentElement("afterend", row);
})();
