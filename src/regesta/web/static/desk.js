// Keys for the desk. Every screen works without this file.

const rows = [...document.querySelectorAll("[data-row]")];
const keys = document.getElementById("keys");
const said = document.querySelector(".said-aloud");
const places = { d: "/", s: "/stories", t: "/troubles" };
let going = 0;

function lead(row) {
  return row.querySelector("[data-open]") ?? row.querySelector("a");
}

function here() {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function move(step) {
  if (!rows.length) return;
  const at = here();
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  const link = rows[next] && lead(rows[next]);
  if (!link) return;
  link.focus({ preventScroll: true });
  rows[next].scrollIntoView({ block: "nearest" });
}

function follow(selector) {
  document.querySelector(selector)?.click();
}

function tell(words) {
  said.textContent = words;
  setTimeout(() => (said.textContent = ""), 2500);
}

async function cite() {
  const words = document.querySelector("[data-citation]")?.textContent.trim();
  if (!words) return tell("This screen has no citation; open a happening or an event.");
  try {
    await navigator.clipboard.writeText(words);
    tell("Citation copied.");
  } catch {
    tell("The browser does not let the desk copy; the citation stands below.");
    document.getElementById("cite")?.scrollIntoView();
  }
}

function open() {
  const row = rows[here()];
  if (row) lead(row)?.click();
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: open,
  h: () => follow('[rel="prev"]'),
  l: () => follow('[rel="next"]'),
  w: () => document.getElementById("why")?.scrollIntoView(),
  ".": cite,
  "/": () => document.getElementById("find").select(),
  "?": () => keys.showModal(),
};

document.addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey || keys.open) return;
  if (press.target.closest("input, select, textarea, [contenteditable]")) {
    if (press.key === "Escape") press.target.blur();
    return;
  }
  if (performance.now() - going < 1500 && places[press.key]) {
    going = 0;
    location.assign(places[press.key]);
    return;
  }
  going = press.key === "g" ? performance.now() : 0;
  const act = acts[press.key];
  if (!act) return;
  press.preventDefault();
  act();
});
