/* A deck of cards: shuffled, or shown one at a time. Without this every card is on the page, in the deck's own order. */
(function () {
  var deck = document.querySelector("[data-practice-deck]"),
    tools = document.querySelector("[data-practice-deck-tools]");
  if (!deck || !tools) return;
  var cards = Array.from(deck.children),
    one = tools.querySelector("[name=one]"),
    status = tools.querySelector("[role=status]");
  var now = 0,
    alone = false;

  function prompt(card) {
    return card.querySelector("h2").textContent;
  }

  function draw() {
    deck.classList.toggle("is-one", alone);
    cards.forEach(function (card, n) {
      card.classList.toggle("is-away", alone && n !== now);
    });
    tools.querySelectorAll("[data-alone]").forEach(function (button) {
      button.hidden = !alone;
    });
    one.setAttribute("aria-pressed", alone);
  }

  function say(words, heard) {
    var hidden = document.createElement("span");
    hidden.className = "practice-hidden";
    hidden.textContent = heard || "";
    status.replaceChildren(words, hidden);
  }

  function tell() {
    say("Card " + (now + 1) + " of " + cards.length, ": " + prompt(cards[now]));
  }

  function show(n) {
    now = (n + cards.length) % cards.length;
    draw();
    tell();
  }

  function toggle() {
    alone = !alone;
    if (alone) show(now);
    else {
      draw();
      say("All " + cards.length + " cards are shown.");
    }
  }

  function shuffle() {
    for (var n = cards.length - 1; n > 0; n -= 1) {
      var other = Math.floor(Math.random() * (n + 1)),
        card = cards[n];
      cards[n] = cards[other];
      cards[other] = card;
    }
    cards.forEach(function (card) {
      deck.appendChild(card);
    });
    now = 0;
    draw();
    if (alone) tell();
    else say("The cards are shuffled.", " The first is: " + prompt(cards[0]));
  }

  function open() {
    var n = cards.findIndex(function (card) {
      return "#" + card.id === location.hash;
    });
    if (n >= 0 && alone) show(n);
    else if (n >= 0) now = n;
  }

  tools.addEventListener("click", function (e) {
    var button = e.target.closest("button");
    if (button)
      ({
        one: toggle,
        next: function () {
          show(now + 1);
        },
        previous: function () {
          show(now - 1);
        },
        shuffle: shuffle,
      })[button.name]();
  });
  tools.addEventListener("keydown", function (e) {
    if (!alone || e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === "ArrowRight") show(now + 1);
    else if (e.key === "ArrowLeft") show(now - 1);
    else return;
    e.preventDefault();
  });
  window.addEventListener("hashchange", open);
  open();
  tools.hidden = false;
})();
