// While a new entity is given its names, those that are like them are shown; saving asks once more.

const PAUSE = 350; // milliseconds without typing
const shown = document.querySelector("[data-similar]");
const form = shown?.closest("form");
let waiting, asked;
if (form) form.addEventListener("input", ({ target }) => isName(target) && look());

function isName({ name }) {
  return name === "name" || name === "native_name" || /^aliases-\d+-text$/.test(name);
}

function look() {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const fields = [...form.elements].filter((field) => isName(field) && field.value.trim());
  const query = new URLSearchParams(fields.map((field) => ["name", field.value.trim()]));
  try {
    const answer = await fetch(`${shown.dataset.similar}?${query}`, { signal: asked.signal, redirect: "error" });
    if (answer.ok) show((await answer.json()).similar);
  } catch {
    // saving asks
  }
}

function show(similar) {
  shown.hidden = !similar.length;
  shown.querySelector("ul").replaceChildren(...similar.map(line));
}

function line({ name, kind, spelling, url }) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: url, target: "_blank", textContent: name });
  item.append(link, ` (${kind})`);
  if (spelling) item.append(", also written ", Object.assign(document.createElement("q"), { textContent: spelling }));
  return item;
}
