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

// What stands in the current row, else in the head of the one record this screen shows.
function pick(what) {
  return current()?.querySelector(what) ?? document.querySelector(`.record-head ${what}`);
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
  const link = pick("[data-original]") ?? document.querySelector(".record [data-original]");
  if (link) window.open(link.href, "_blank", "noopener,noreferrer");
  else tell("No original address here; open an article first.");
}

function cite(form) {
  const words = document.getElementById(form);
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

function markPage() {
  const button = document.querySelector("[data-act=page]");
  if (button) button.click();
  else tell("This screen has no list to mark as read.");
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: openRow,
  v: original,
  m: () => press("[data-act=read]", "Nothing here can be marked as read; go to a line with j."),
  s: () => press("[data-act=star]", "Nothing here can be starred; go to a line with j."),
  A: markPage,
  h: () => document.querySelector('[rel="prev"]')?.click(),
  l: () => document.querySelector('[rel="next"]')?.click(),
  w: why,
  ".": () => cite("cite-plain"),
  b: () => cite("cite-form-bibtex"),
  n: () => cite("cite-form-chicago"),
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

// A marked line's buttons are drawn anew: say what was done, and keep the focus on the line.
document.addEventListener("htmx:after:swap", (event) => {
  const button = document.getElementById(event.detail.ctx?.request?.submitter?.id ?? "");
  if (!button) return;
  if (document.activeElement === document.body) button.focus({ preventScroll: true });
  tell(button.dataset.said ?? "");
});

// A question that cannot be answered as it stands is asked again as a whole screen, which says why.
document.addEventListener("htmx:response:error", (event) => {
  const { request, sourceElement } = event.detail.ctx;
  if (sourceElement?.hidden) return; // nobody pressed anything: a visit was to be noted
  if (request.method === "GET") location.assign(request.action);
  else tell("That did not work; reload the screen and try again.");
});
document.addEventListener("htmx:error", () => tell("The desk does not answer; is it still running?"));
