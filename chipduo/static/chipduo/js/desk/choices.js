// A field that asks for something by its name offers what is called as one types; without this module a name is typed in full.

const PAUSE = 250; // milliseconds without typing
const field = document.querySelector("[data-choices]");
let waiting, asked;
field?.addEventListener("input", () => {
  clearTimeout(waiting);
  if (field.value.trim()) waiting = setTimeout(ask, PAUSE);
});

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const address = `${field.dataset.choices}&${new URLSearchParams({ term: field.value.trim() })}`;
  try {
    const answer = await fetch(address, { signal: asked.signal, redirect: "error" });
    if (!answer.ok) return;
    const { results } = await answer.json();
    field.list.replaceChildren(...results.map(({ text }) => new Option(text, text)));
  } catch {
    // what is typed is looked up when it is sent
  }
}
