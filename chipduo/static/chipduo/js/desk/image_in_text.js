// An image for the text is uploaded without leaving the form, and put in at the cursor. Without this, its Markdown opens in a new tab.

import { insert } from "./insert.js";

const form = document.getElementById("image-in-text");
const body = document.querySelector("textarea[name=body]");
const state = document.querySelector(".image-in-text [role=status]");
if (form && body && state) form.addEventListener("submit", upload);

async function upload(event) {
  event.preventDefault();
  state.textContent = "Uploading…";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    state.textContent = "Not uploaded: there is no connection, or you are signed out.";
  }
}

function show(page) {
  const markdown = page.querySelector("[data-markdown]")?.value;
  const refused = [...page.querySelectorAll(".errorlist li")].map((line) => line.textContent);
  state.textContent = markdown ? "The image is in the text, where the cursor was." : refused.join(" ");
  if (!markdown) return;
  insert(body, markdown, false);
  form.reset();
}
