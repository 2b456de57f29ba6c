// Copying citations, and saying in one line what was done.

const said = document.querySelector(".said-aloud");
const TOLD_FOR = 6000; // milliseconds a line stays to be read
let quiet = 0;

export function tell(words) {
  said.textContent = words;
  clearTimeout(quiet);
  quiet = setTimeout(() => (said.textContent = ""), TOLD_FOR);
}

export async function copyFrom(element) {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    tell("Citation copied.");
  } catch {
    element.closest("[popover]:not(:popover-open)")?.showPopover();
    getSelection().selectAllChildren(element);
    tell("The browser does not let the desk copy; the citation is selected, copy it by hand.");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copyFrom(document.getElementById(button.dataset.copy));
});
