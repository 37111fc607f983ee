// Formatted text that is pasted into an article becomes Markdown. With Shift, or where nothing is formatted, it is pasted as ever.

import { asMarkdown } from "./as_markdown.js";
import { insert } from "./insert.js";

const body = document.querySelector("textarea[name=body]");
let isPlain = false;

if (body) {
  for (const key of ["keydown", "keyup"]) body.addEventListener(key, ({ shiftKey }) => (isPlain = shiftKey));
  body.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html");
    const found = html && !isPlain ? read(html) : null;
    if (!found) return;
    event.preventDefault();
    insert(body, found.text, found.isInLine);
  });
}

function read(html) {
  try {
    return asMarkdown(html);
  } catch {
    return null; // nested too deeply to be followed: the browser pastes it as plain text
  }
}
