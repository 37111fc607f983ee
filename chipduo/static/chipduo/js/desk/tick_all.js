// One box that ticks and clears all rows of a queue; without this module the page does not show it.
const all = document.querySelector("#tick-all");
const rows = [...document.querySelectorAll('.rows input[name="row"]')];

function follow() {
  const ticked = rows.filter((row) => row.checked).length;
  all.checked = ticked === rows.length;
  all.indeterminate = ticked > 0 && ticked < rows.length;
}

if (all) {
  all.closest("p").hidden = false;
  all.addEventListener("change", () => rows.forEach((row) => (row.checked = all.checked)));
  rows.forEach((row) => row.addEventListener("change", follow));
  follow();
}
