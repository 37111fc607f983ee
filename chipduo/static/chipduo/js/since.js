// A returning reader is told how much changed since the last visit, which only their own browser remembers.
const KEY = "chipduo.visit";
const PAUSE = 30 * 60 * 1000; // after which reading on is another visit
const link = document.querySelector("[data-since]");

// When the last visit ended, to the minute; and that this one goes on.
function lastVisit(now) {
  const { seen, since } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  const last = now - Date.parse(seen) > PAUSE ? seen : since;
  localStorage.setItem(KEY, JSON.stringify({ seen: new Date(now).toISOString().slice(0, 16) + "Z", since: last }));
  return last;
}

async function tell() {
  const since = lastVisit(Date.now());
  if (!since) return;
  const answer = await fetch(`${link.dataset.since}?since=${since}`);
  if (!answer.ok) return;
  const { count } = await answer.json();
  if (!count) return;
  link.search = `?since=${since}`;
  link.textContent = `${count} thing${count === 1 ? "" : "s"} changed since your last visit`;
}

if (link) tell().catch(() => {}); // without storage or network the link leads to all that changed
