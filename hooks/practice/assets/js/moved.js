/* A former address leads on, with the place in the page and the choices that it was asked for. */
"use strict";

location.replace(document.querySelector("a").href + location.search + location.hash);
