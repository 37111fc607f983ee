// The search field offers names while one types: a combobox as the ARIA practices have it. Else it is a plain form.

const WAIT = 120; // milliseconds after a key
const form = document.querySelector("form.find");
if (form) offer(form, form.elements.q);

function offer(form, input) {
  const list = made("ul", { id: "offered", role: "listbox", ariaLabel: "Suggestions", hidden: true });
  const status = made("p", { role: "status", className: "visually-hidden" });
  let timer, asking, at = -1; // -1: in the field itself

  Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  input.setAttribute("aria-controls", list.id);
  form.append(list, status);

  input.oninput = () => {
    close();
    if (input.value.trim()) timer = setTimeout(ask, WAIT);
  };
  input.onblur = close;
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && !list.hidden) choose(at + step);
    else if (step > 0 && input.value.trim()) ask();
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  };
  list.onmousedown = (event) => event.preventDefault(); // the field keeps the focus
  list.onclick = (event) => go(event.target.closest("li"));

  async function ask() {
    close();
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(input.value)}`, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {} // newer words, or no connection
  }

  function show([, names, notes, addresses]) {
    list.replaceChildren(...names.map((name, n) => {
      const option = made("li", { id: `offered_${n}`, role: "option", ariaSelected: "false" });
      option.dataset.address = addresses[n];
      option.append(made("span", { textContent: name }), " ", made("span", { className: "count", textContent: notes[n] }));
      return option;
    }));
    open(names.length > 0);
    status.textContent = `${names.length || "No"} suggestion${names.length === 1 ? "" : "s"}`;
  }

  function choose(n) {
    const options = [...list.children];
    at = n < -1 ? options.length - 1 : n < options.length ? n : -1;
    options.forEach((option) => option.ariaSelected = String(option === options[at]));
    input.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  function open(is) {
    list.hidden = !is;
    input.ariaExpanded = String(is);
    choose(-1);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
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
