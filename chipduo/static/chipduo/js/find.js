// The search field of the masthead offers names while one types. Without this script it is a plain form.
// A combobox with a list, as the ARIA authoring practices describe it.

const WAIT = 120; // milliseconds after a key before asking
const form = document.querySelector("form.find");
if (form) offer(form, form.elements.q);

function offer(form, input) {
  const list = made("ul", { id: "found", role: "listbox", ariaLabel: "Suggestions", hidden: true });
  const status = made("p", { role: "status", className: "visually-hidden" });
  let timer, asking, typed = "", at = -1;

  input.role = "combobox";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);
  form.append(list, status);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    typed = input.value;
    close();
    if (typed.trim()) timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) move(step);
    else if (step > 0 && input.value.trim()) ask();
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else if (event.key === "Escape" && !list.hidden) input.value = typed, close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => go(event.target.closest("li")));

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    typed = input.value;
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {} // given up for newer words, or no connection: the form still works
  }

  function show([, names, notes, addresses]) {
    list.replaceChildren(...names.map((name, n) => {
      const option = made("li", { id: `found_${n}`, role: "option", ariaSelected: "false" });
      option.dataset.address = addresses[n];
      option.append(made("span", { textContent: name }), " ", made("span", { className: "count", textContent: notes[n] }));
      return option;
    }));
    at = -1;
    open(names.length > 0 && document.activeElement === input);
    const count = names.length === 1 ? "1 suggestion" : `${names.length} suggestions`;
    status.textContent = names.length ? count : "No suggestions";
  }

  function move(step) {
    const options = [...list.children];
    at = ((at + step + 1 + options.length + 1) % (options.length + 1)) - 1; // -1: the field itself
    options.forEach((option, n) => option.ariaSelected = String(n === at));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options[at].id);
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  function open(is) {
    list.hidden = !is;
    input.ariaExpanded = String(is);
    if (!is) input.removeAttribute("aria-activedescendant");
  }

  function close() {
    at = -1;
    status.textContent = "";
    open(false);
  }

  function go(option) {
    if (option) location.assign(option.dataset.address);
  }
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
