// The reader: an event of the margin and its words in the text light up together.

const margin = document.querySelector(".margin-events");
const text = document.querySelector("[data-reader]");
const items = margin ? [...margin.querySelectorAll("[data-event]")] : [];
let lit = null;

const owners = (mark) => (mark.dataset.of ?? "").split(" ").filter(Boolean);

function light(item) {
  if (item === lit) return;
  lit?.classList.remove("lit");
  item?.classList.add("lit");
  for (const mark of text.querySelectorAll("[data-of]")) {
    mark.classList.toggle("lit", Boolean(item) && owners(mark).includes(item.dataset.event));
  }
  lit = item;
}

function firstMark(item) {
  const own = [...text.querySelectorAll("mark.deed[data-of]")];
  return own.find((mark) => owners(mark).includes(item.dataset.event));
}

// Keys j and k on a reader screen: the next event, its words in view. False where there is none.
export function stepReader(step) {
  if (!text || !items.length) return false;
  const at = items.indexOf(lit);
  const item = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step];
  if (!item) return true;
  light(item);
  item.querySelector("a").focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  firstMark(item)?.scrollIntoView({ block: "center" });
  return true;
}

function byMark(event) {
  const mark = event.target.closest("mark[data-of]");
  if (!mark) return;
  const number = owners(mark)[0];
  const item = items.find((one) => one.dataset.event === number);
  light(item ?? null);
  item?.scrollIntoView({ block: "nearest" });
}

if (text && items.length) {
  text.addEventListener("pointerover", byMark);
  text.addEventListener("click", byMark);
  for (const item of items) {
    item.addEventListener("pointerenter", () => light(item));
    item.addEventListener("focusin", () => light(item));
  }
}
