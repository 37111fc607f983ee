// “Copy link to this sentence”: a button below the words a reader selects, and beside the number of a passage.
// Where sentences end is said by the server, in data-sentences; here code points are only counted.
const prose = document.querySelector(".prose");
const box = made("div", { className: "copy", hidden: true });
const button = made("button", { type: "button" });
const field = made("input", { readOnly: true, ariaLabel: "Address of the sentence" });
const status = made("p", { className: "visually-hidden", role: "status" });
let address = "";

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

// Code points of the passage’s visible text before a place, as the server counts: without note numbers, with
// a line for each <br>, and an end for each cell and row that is over.
function pointsBefore(passage, node, offset) {
  const range = new Range();
  range.setStart(passage, 0);
  range.setEnd(node, offset);
  const part = range.cloneContents();
  for (const number of part.querySelectorAll("sup.ref")) number.remove();
  let ends = part.querySelectorAll("br, td, th, tr").length;
  for (let up = node; up !== passage; up = up.parentNode) if (/^T[DHR]$/.test(up.nodeName)) ends -= 1;
  return [...part.textContent].length + ends;
}

function addressOf(pin, isHere, at) {
  for (const entry of pin.dataset.sentences.split(" ")) {
    const [key, list] = entry.split(":");
    const passage = document.getElementById(key);
    if (!list || !passage || !isHere(passage)) continue;
    const ends = list.split(",");
    const number = Math.min(ends.filter((end) => Number(end) <= at(passage)).length + 1, ends.length);
    return new URL(`../${key}/${number}/`, pin.href).href;
  }
  return "";
}

function show(block, found, words, place, top) {
  if (!found) return;
  address = found;
  button.textContent = words;
  field.hidden = true;
  status.textContent = "";
  place(box);
  box.hidden = false;
  box.style.insetBlockStart = `${top - block.getBoundingClientRect().top}px`;
}

function hide() {
  if (!box.contains(document.activeElement)) box.hidden = true;
}

function showForSelection() {
  const selected = document.getSelection();
  if (selected.isCollapsed || !selected.rangeCount) return hide();
  const range = selected.getRangeAt(0);
  const { startContainer: node, startOffset: offset } = range;
  const block = (node.closest ? node : node.parentElement).closest(".passage");
  const pin = block?.querySelector(".pin");
  if (!pin || !prose.contains(block)) return hide();
  const isHere = (passage) => passage.contains(node);
  const found = addressOf(pin, isHere, (passage) => pointsBefore(passage, node, offset));
  const bottom = Math.min(range.getBoundingClientRect().bottom, block.getBoundingClientRect().bottom);
  show(block, found, "Copy link to this sentence", (one) => block.append(one), bottom + 4);
}

function showForPin(pin) {
  const found = addressOf(pin, () => true, () => 0);
  const only = !/,/.test(pin.dataset.sentences.split(" ")[0]);
  const words = `Copy link to ${only ? "this" : "the first"} sentence`;
  show(pin.parentElement, found, words, (one) => pin.after(one), pin.getBoundingClientRect().bottom);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address);
    button.textContent = status.textContent = "Copied";
  } catch {
    field.value = address;
    field.hidden = false;
    field.focus();
    field.select();
    status.textContent = "The address is in the field: copy it from there";
  }
}

if (prose) {
  box.append(button, field);
  prose.after(status);
  box.addEventListener("pointerdown", (event) => event.target === button && event.preventDefault());
  button.addEventListener("click", copy);
  document.addEventListener("selectionchange", showForSelection);
  document.addEventListener("focusin", ({ target }) => (target.matches(".pin") ? showForPin(target) : hide()));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && (box.hidden = true));
}
