// A link to an entity tells what it leads to: pointed at, focused, or tapped once. Without this script it is a link.
// What is shown holds nothing to press, never lies over the link, stays while it is pointed at, and Escape closes it (WCAG 1.4.13).

const WAIT = 150; // milliseconds before asking: a pointer on its way asks for nothing
const GRACE = 300; // before closing: time to reach the preview
const GAP = 6; // pixels between the link and the preview
const OFF = "previews-off";
const article = document.querySelector("[data-article]");
if (article) begin(article.dataset.article);

function begin(slug) {
  const card = made("div", { className: "preview", id: "preview", role: "tooltip", hidden: true });
  const answers = new Map();
  let link, timer, pointer;

  document.body.append(card);
  addSwitch();

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const found = entityAt(target);
    if (found) schedule(() => show(found), WAIT);
    else if (card.contains(target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", ({ target, pointerType }) => {
    if (pointerType !== "touch" && (entityAt(target) || card.contains(target))) schedule(hide, GRACE);
  });
  document.addEventListener("focusin", ({ target }) => {
    const found = entityAt(target);
    if (found?.matches(":focus-visible")) schedule(() => show(found), WAIT);
  });
  document.addEventListener("focusout", ({ target }) => entityAt(target) && schedule(hide, GRACE));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("pointerdown", ({ pointerType }) => (pointer = pointerType), true);
  document.addEventListener("click", (event) => {
    if (pointer !== "touch" || event.detail === 0) return; // 0: by the keyboard
    const found = entityAt(event.target);
    if (!found) return hide();
    if (found === link) return; // the second tap follows the link
    event.preventDefault();
    show(found).then((isShown) => isShown || link !== found || location.assign(found.href));
  });
  addEventListener("resize", hide);

  function entityAt(target) {
    return isOff() ? null : target.closest?.("main a.entity");
  }

  function schedule(action, after) {
    clearTimeout(timer);
    timer = setTimeout(action, after);
  }

  async function show(found) {
    clearTimeout(timer);
    if (found === link) return true;
    hide();
    link = found;
    const lines = await ask(found.href);
    if (!lines || found !== link) return false;
    card.innerHTML = lines; // of our own server, escaped there
    card.hidden = false;
    found.setAttribute("aria-describedby", card.id);
    place(found);
    return true;
  }

  function hide() {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = undefined;
    card.hidden = true;
  }

  // The lines for a link, or nothing: without a connection it is a link as before.
  function ask(href) {
    const address = `${href}preview/?in=${encodeURIComponent(slug)}`;
    if (!answers.has(address)) {
      const answer = fetch(address).then((response) => (response.ok ? response.text() : ""));
      answers.set(address, answer.catch(() => void answers.delete(address)));
    }
    return answers.get(address);
  }

  // Below the last line of the link, or above its first where there is more room: never over it.
  function place(found) {
    const { top, bottom, left } = found.getBoundingClientRect();
    const page = document.documentElement;
    card.style.maxBlockSize = "";
    const below = page.clientHeight - bottom - 2 * GAP;
    const isBelow = card.offsetHeight <= below || below >= top;
    card.style.maxBlockSize = `${Math.max(isBelow ? below : top - 2 * GAP, 96)}px`;
    card.style.top = `${scrollY + (isBelow ? bottom + GAP : top - GAP - card.offsetHeight)}px`;
    card.style.left = `${scrollX + Math.max(GAP, Math.min(left, page.clientWidth - card.offsetWidth - GAP))}px`;
  }

  function addSwitch() {
    const button = made("button", { type: "button" });
    const say = () => (button.textContent = isOff() ? "Show previews of names" : "Show no previews of names");
    button.addEventListener("click", () => {
      try {
        if (isOff()) localStorage.removeItem(OFF);
        else localStorage.setItem(OFF, "yes");
      } catch {} // a reader who keeps nothing has them on
      hide();
      say();
    });
    say();
    const line = made("p", {});
    line.append(button);
    document.querySelector(".colophon").append(line);
  }
}

function isOff() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
