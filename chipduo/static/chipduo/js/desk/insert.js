// Text put in at the cursor as if it were typed, so that Ctrl+Z takes it out again. Blocks get empty lines around them.

export function insert(field, text, isInLine) {
  const before = field.value.slice(0, field.selectionStart);
  const after = field.value.slice(field.selectionEnd);
  const whole = isInLine ? text : gap(before, /\n*$/) + text + gap(after, /^\n*/);
  field.focus();
  if (document.execCommand("insertText", false, whole)) return; // the one way in that browsers let one undo
  field.setRangeText(whole, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function gap(beside, breaks) {
  return beside.trim() ? "\n".repeat(Math.max(0, 2 - beside.match(breaks)[0].length)) : "";
}
