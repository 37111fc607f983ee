// Words are kept on the server while they are typed, or after it refused to save them, for whoever types them: who leaves
// before it has them is warned. Who else is at the same form is shown.

const EVERY = 4000; // milliseconds between keeping and keeping, if something was typed
const BEAT = 20000; // between saying that one is there, if nothing was
const state = document.querySelector("[data-scratch]");
const form = state && document.querySelector("#content-main > form[method=post]");
if (form) begin();

function begin() {
  let kept = document.querySelector(".errorlist") ? "" : words(), said = 0, isSaving = false;
  const opening = `${Date.now()}-${Math.random()}`.slice(0, 40);
  const ending = new AbortController();

  form.addEventListener("submit", ({ submitter }) => {
    form.elements.csrfmiddlewaretoken.value = token();
    if (submitter?.formTarget === "_blank") return;
    isSaving = true;
    ending.abort();
  });
  addEventListener("beforeunload", (event) => !isSaving && words() !== kept && event.preventDefault());
  addEventListener("pageshow", ({ persisted }) => persisted && (isSaving = false));
  setInterval(look, EVERY);
  look();

  function look() {
    if (isSaving) return;
    const now = words();
    if (now !== kept) send(typed(), now);
    else if (Date.now() - said >= BEAT) send(new URLSearchParams({ _there: 1 }), now);
  }

  async function send(body, now) {
    said = Date.now();
    body.set("csrfmiddlewaretoken", token());
    body.set("_opening", opening);
    try {
      const answer = await fetch(state.dataset.scratch, { method: "POST", body, redirect: "error", signal: ending.signal });
      if (!answer.ok) throw new Error(answer.status);
      const { at, others, gone } = await answer.json();
      if (gone) tell(`${gone} What you type is kept, ${at}: save it to see what can be done with it.`, true);
      else if (now !== kept || state.textContent) tell(`What you typed is kept, ${at}. It is not saved.`, now === words());
      kept = now;
      show(others);
    } catch {
      if (!isSaving) tell("What you type cannot be kept just now: there is no connection, or you are signed out. Saving will ask you to sign in.", false);
    }
  }
}

function tell(text, isKept) {
  state.textContent = text;
  state.classList.toggle("is-lost", !isKept && text.includes("cannot"));
}

function show(others) {
  const line = document.querySelector(".desk-notes .others");
  line.hidden = !others.length;
  line.querySelector("strong").textContent = others.join(", ");
}

// What would be sent, without files.
function typed() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}

function words() {
  const all = typed();
  all.delete("csrfmiddlewaretoken");
  return all.toString();
}

// As it is now: signing in anew in another tab changes it.
function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value;
}
