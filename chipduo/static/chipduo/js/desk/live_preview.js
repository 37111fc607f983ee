// The preview beside the form: the page that the Preview button shows, asked for again when typing pauses.
// It is set into a frame in which no script runs. What is read stays where it is while the text around it changes.

const PAUSE = 900; // milliseconds without a key before asking
const panel = document.querySelector("[data-preview]");
if (panel) begin(panel, panel.closest("form"));

function begin(panel, form) {
  const frame = made("iframe", { title: "Preview of the article", className: "preview-frame" });
  const state = panel.querySelector("[role=status]");
  let timer, isAsking, shown;

  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  panel.append(frame);
  panel.hidden = false;
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  later();

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  // One at a time: each is a whole publication, undone. What was typed meanwhile is asked for after it.
  async function ask() {
    if (isAsking) return later();
    const words = typed(form);
    if (words === shown) return;
    isAsking = true;
    state.textContent = "Reading what you wrote…";
    try {
      show(await fetch(panel.dataset.preview, { method: "POST", body: new FormData(form), redirect: "error" }));
      shown = words;
    } catch {
      state.textContent = "No preview: there is no connection, or you are signed out. Your text is still here.";
    }
    isAsking = false;
  }

  async function show(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const refused = page.querySelector(".preview-refused ul");
    if (answer.ok) fill(frame, page);
    const unready = frame.contentDocument?.querySelector("main") ? "Not ready to publish. What is shown came before it:" : "Not ready to publish:";
    state.replaceChildren(...(answer.ok ? [] : [refused ? unready : "No preview just now."]));
    if (refused) state.append(refused);
  }
}

function typed(form) {
  const values = [...new FormData(form)].map(([name, value]) => [name, value.name ? `${value.name} ${value.size}` : value]);
  return JSON.stringify(values.filter(([name]) => name !== "csrfmiddlewaretoken"));
}

function fill(frame, page) {
  const before = frame.contentDocument;
  page.querySelectorAll("script").forEach((script) => script.remove());
  page.body.classList.add("is-beside");
  page.head.prepend(Object.assign(page.createElement("base"), { target: "_blank" }));
  if (!before?.querySelector("main")) {
    frame.srcdoc = page.documentElement.outerHTML;
    return;
  }
  const place = placeIn(before);
  const isOpen = before.querySelector("#preview_links")?.open;
  before.body.replaceWith(before.adoptNode(page.body));
  const links = before.querySelector("#preview_links");
  if (links && isOpen) links.open = true;
  restore(before, place);
}

// The passage at the top of what is seen, and how far down the page that is. It is known again by its key and its words,
// or by its words if another now has the key, or by its key while the words are being changed.
function placeIn(doc) {
  const passage = passagesIn(doc).find((one) => one.getBoundingClientRect().bottom > 0);
  const offset = passage?.getBoundingClientRect().top;
  return { key: passage?.id, words: passage?.textContent, offset, down: doc.scrollingElement.scrollTop };
}

function restore(doc, { key, words, offset, down }) {
  const byKey = key ? doc.getElementById(key) : null;
  const byWords = byKey?.textContent !== words && passagesIn(doc).find((one) => one.textContent === words);
  const same = down > 0 && (byWords || byKey);
  const top = same ? doc.scrollingElement.scrollTop + same.getBoundingClientRect().top - offset : down;
  doc.scrollingElement.scrollTo({ top, behavior: "instant" });
}

function passagesIn(doc) {
  return [...doc.querySelectorAll(".prose .passage [id]")];
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
