// Names that can be heard, for what Django's forms leave without: cells of rows, and boxes that choose by name.

addEventListener("load", () => setTimeout(() => name(document)));
document.addEventListener("formset:added", ({ target }) => setTimeout(() => name(target))); // once its boxes are made

function name(root) {
  for (const field of root.querySelectorAll(":is(input, select, textarea):not([type=hidden])")) {
    const label = field.labels?.[0]?.textContent.replace(/:\s*$/, "");
    const called = label ?? field.getAttribute("aria-label") ?? heading(field);
    if (!called) continue;
    if (!label) field.setAttribute("aria-label", called);
    const box = field.matches(".select2-hidden-accessible") ? field.nextElementSibling : null;
    for (const part of box?.querySelectorAll("[role=textbox], [role=searchbox]") ?? []) {
      part.setAttribute("aria-label", called);
    }
  }
}

function heading(field) {
  if (field.name.endsWith("-DELETE")) return "Delete";
  const column = field.closest("td")?.className.match(/\bfield-(\w+)/)?.[1];
  const head = column && field.closest("table")?.querySelector(`thead .column-${column}`);
  return head?.firstChild?.textContent.trim();
}
