/* The show: one slide at a time, as large as the screen. Without this script the slides are one long page. */
(function () {
  "use strict";
  const root = document.documentElement;
  const start = document.querySelector("[data-show]");
  const slides = [...document.querySelectorAll(".practice-slide")];
  let at = -1;

  const bar = document.createElement("nav");
  bar.className = "practice-show";
  bar.setAttribute("aria-label", "The show");
  bar.hidden = true;
  const where = document.createElement("p");
  where.setAttribute("role", "status");
  const back = button("Back", () => go(at - 1));
  const on = button("Forward", () => go(at + 1));
  const timer = button("", count);
  timer.hidden = true;
  bar.append(back, where, on, timer, button("End the show", end));
  document.body.append(bar);

  /* A clock for the step that is shown. It counts on while its prompts are shown, and begins anew on a new step. */
  let ticking = 0;
  let left = 0;
  function count() {
    if (ticking) return rest();
    const until = Date.now() + left * 1000;
    ticking = setInterval(() => {
      left = Math.max(0, Math.round((until - Date.now()) / 1000));
      if (left === 0) clearInterval(ticking);
      say();
    }, 1000);
    say();
  }
  function rest() {
    clearInterval(ticking);
    ticking = 0;
    say();
  }
  function say() {
    const time = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    timer.textContent =
      left === 0 ? "Time is up" : (ticking ? "Stop the clock: " : "Start the clock: ") + time;
  }
  function wind(minutes) {
    timer.hidden = !minutes;
    left = minutes * 60;
    rest();
  }

  function button(words, run) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "practice-button practice-button--quiet";
    made.textContent = words;
    made.addEventListener("click", run);
    return made;
  }

  function go(to) {
    if (to < 0 || to >= slides.length) return;
    if (slides[at]) slides[at].classList.remove("is-shown");
    at = to;
    slides[at].classList.add("is-shown");
    const own = Number(slides[at].dataset.minutes || 0);
    if (own || at === 0 || at === slides.length - 1) wind(own);
    fit();
    const title = document.createElement("span");
    title.className = "practice-hidden";
    title.textContent = ": " + slides[at].querySelector(".practice-slide__title").textContent;
    where.replaceChildren("Slide " + (at + 1) + " of " + slides.length, title);
    back.disabled = at === 0;
    on.disabled = at === slides.length - 1;
    if (document.activeElement === document.body) (on.disabled ? back : on).focus();
    history.replaceState(null, "", "#" + slides[at].id);
  }

  /* The largest letters at which the slide fits above the bar, which takes several lines on a telephone. */
  const LARGEST = 6.2;
  const SMALLEST = 2.6;
  function fit() {
    const slide = slides[at];
    if (!slide) return;
    slide.scrollTop = 0;
    slide.style.bottom = bar.offsetHeight + "px";
    for (let size = LARGEST; size >= SMALLEST; size -= 0.2) {
      slide.style.fontSize = "max(1rem, " + size + "vmin)";
      if (slide.scrollHeight <= slide.clientHeight && slide.scrollWidth <= slide.clientWidth) break;
    }
    reach(slide);
  }

  /* In a low window a slide scrolls; Safari scrolls by key only what has the focus. */
  function reach(slide) {
    if (slide.scrollHeight > slide.clientHeight) slide.tabIndex = 0;
    else slide.removeAttribute("tabindex");
  }

  function begin() {
    root.classList.add("is-show");
    bar.hidden = false;
    on.disabled = false;
    on.focus();
    go(
      Math.max(
        0,
        slides.findIndex((slide) => "#" + slide.id === location.hash),
      ),
    );
    if (root.requestFullscreen)
      root.requestFullscreen().catch(() => {
        /* the window is large enough */
      });
  }

  function end() {
    if (at < 0) return;
    const last = slides[at];
    at = -1;
    wind(0);
    last.classList.remove("is-shown");
    slides.forEach((slide) => slide.removeAttribute("style"));
    last.removeAttribute("tabindex");
    root.classList.remove("is-show");
    bar.hidden = true;
    if (document.fullscreenElement)
      document.exitFullscreen().catch(() => {
        /* it has ended already */
      });
    start.focus({ preventScroll: true });
    last.scrollIntoView();
  }

  const KEYS = {
    ArrowRight: () => go(at + 1),
    PageDown: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    PageUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(slides.length - 1),
    Escape: end,
  };

  start.addEventListener("click", begin);
  addEventListener("resize", fit);
  new ResizeObserver(fit).observe(bar);
  document.addEventListener("keydown", (event) => {
    if (at < 0 || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) end();
  });
})();
