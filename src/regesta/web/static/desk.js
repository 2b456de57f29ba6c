// The desk's keys. Every screen works without this file.

import { copyFrom, tell } from "./copy.js";
import { stepReader } from "./reader.js";

const help = document.getElementById("keys");
const GO_WAITS = 1500; // milliseconds between g and the letter after it
let going = -GO_WAITS;

const all = (what) => [...document.querySelectorAll(what)];
const rows = () => all("[data-row]");
const lead = (row) => row.querySelector("[data-open]") ?? row.querySelector("a");
const current = () => document.activeElement?.closest("[data-row]");

function move(step) {
  if (stepReader(step)) return;
  const list = rows();
  if (!list.length) return;
  const at = list.indexOf(current());
  const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step];
  const link = next && lead(next);
  if (!link) return;
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

// What stands in the current row, else what belongs to the whole screen.
function pick(what) {
  const row = current();
  return row?.querySelector(what) ?? document.querySelector(`.record-head ${what}, .screen ${what}`);
}

function press(what, otherwise) {
  const found = pick(what);
  if (found) found.click();
  else tell(otherwise);
}

function openRow() {
  const row = current();
  if (row) lead(row)?.click();
}

function original() {
  const link = pick("[data-original]");
  if (link) window.open(link.href, "_blank", "noopener,noreferrer");
  else tell("No original address here; open an article first.");
}

function cite() {
  const words = document.querySelector("[data-citation]");
  if (words) return copyFrom(words);
  const link = current() && lead(current());
  tell(link ? "Open the line first (o); its screen has the citation." : "This screen has no citation.");
}

function why() {
  const place = document.getElementById("why");
  if (place) {
    place.scrollIntoView();
    place.focus({ preventScroll: true });
    return;
  }
  press("[data-why]", "This screen shows no count of origins; open a happening.");
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: openRow,
  v: original,
  m: () => press("[data-act=read]", "Nothing here can be marked as read; go to a line with j."),
  s: () => press("[data-act=star]", "Nothing here can be starred; go to a line with j."),
  A: () => press("[data-act=page]", "This screen has no list to mark as read."),
  h: () => document.querySelector('[rel="prev"]')?.click(),
  l: () => document.querySelector('[rel="next"]')?.click(),
  w: why,
  ".": cite,
  ">": () => document.querySelector("[popovertarget=cite-forms]")?.click(),
  "/": () => document.getElementById("find").select(),
  "?": () => help.togglePopover(),
};

function go(letter) {
  const link = document.querySelector(`[data-go="${letter}"]`);
  if (link) location.assign(link.href);
  return Boolean(link);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Shift") document.body.classList.add("hinting");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const letter = event.key;
  if (event.timeStamp - going < GO_WAITS && /^[a-z]$/.test(letter)) {
    going = -GO_WAITS;
    if (go(letter)) event.preventDefault();
    return;
  }
  if (letter === "g") going = event.timeStamp;
  if (!Object.hasOwn(acts, letter)) return;
  event.preventDefault();
  acts[letter]();
});

const unhint = (event) => {
  if (event.type === "blur" || event.key === "Shift") document.body.classList.remove("hinting");
};
document.addEventListener("keyup", unhint);
window.addEventListener("blur", unhint);

// A marked line is drawn anew; the button that was pressed keeps the focus, and the line is told.
let pressed = "";
document.addEventListener("htmx:before:request", (event) => {
  pressed = event.detail.ctx?.request?.submitter?.id ?? "";
});
document.addEventListener("htmx:after:swap", () => {
  const button = pressed && document.getElementById(pressed);
  if (!button) return;
  if (document.activeElement === document.body) button.focus({ preventScroll: true });
  tell(button.dataset.said ?? "");
  pressed = "";
});
for (const failed of ["htmx:error", "htmx:response:error"]) {
  document.addEventListener(failed, () => tell("That did not work; reload the screen and try again."));
}
