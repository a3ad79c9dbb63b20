// What pages do beyond HTML: show changes as they happen, and search while typing. Everything works without it.

const updates = document.body.dataset.updates;
if (updates && "EventSource" in window) watch(updates);
for (const form of document.querySelectorAll("form[data-live-search]")) searchWhileTyping(form);
for (const form of document.querySelectorAll("form.record")) keepFrom(form);

function watch(url) {
  let seen = null;
  const source = new EventSource(url);
  source.addEventListener("now", (event) => {
    if (seen !== null && event.data !== seen) refresh();
    seen = event.data;
  });
  source.addEventListener("changed", (event) => {
    seen = event.data;
    refresh();
  });
  addEventListener("pagehide", () => source.close());
}

// A page that somebody is typing on is left alone; it only says that there is something newer.
async function refresh() {
  if (document.querySelector("form.record") || document.activeElement?.matches("main input, main textarea, main select")) {
    return say(document.body.dataset.changed, true);
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [old, fresh] = [document.querySelector("main"), page.querySelector("main")];
  if (!fresh || old.innerHTML === fresh.innerHTML) return;
  const open = [...old.querySelectorAll("details")].map((details) => details.open);
  old.replaceChildren(...fresh.childNodes);
  old.querySelectorAll("details").forEach((details, index) => { if (open[index]) details.open = true; });
  document.dispatchEvent(new CustomEvent("stelsel:refreshed"));
  say(document.body.dataset.changed, false);
}

function say(words, withReload) {
  document.querySelector(".toast")?.remove();
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  toast.textContent = words + " ";
  if (withReload) {
    const button = document.createElement("button");
    button.className = "plain";
    button.textContent = "↻";
    button.setAttribute("aria-label", words);
    button.addEventListener("click", () => location.reload());
    toast.append(button);
  }
  document.body.append(toast);
  if (!withReload) setTimeout(() => toast.remove(), 4000);
}

function searchWhileTyping(form) {
  const input = form.querySelector("input[name=q]");
  const list = document.querySelector(form.dataset.liveSearch);
  let running;
  input.addEventListener("input", async () => {
    running?.abort();
    running = new AbortController();
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form), ["format", "fragment"]]);
    try {
      const answer = await fetch(url, { signal: running.signal });
      if (answer.ok) list.innerHTML = await answer.text();
      const shown = new URL(location.href);
      shown.searchParams.set("q", input.value);
      history.replaceState(null, "", shown);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
}

// Leaving a form with unsaved words asks first; a second press of the button does not send twice.
function keepFrom(form) {
  let dirty = false;
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", () => {
    dirty = false;
    setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
  });
  addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
}
