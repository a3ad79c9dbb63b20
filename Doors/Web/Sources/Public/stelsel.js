// What pages do beyond HTML: show changes as they happen, and search while typing. Everything works without it.

const updates = document.body.dataset.updates;
if (updates && "EventSource" in window) watch(updates);
for (const form of document.querySelectorAll("form[data-live-search]")) searchWhileTyping(form);
keepTyped();

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

// What somebody typed is never thrown away: with a form that was changed the page only says that there is something newer.
async function refresh() {
  const words = document.body.dataset;
  if (document.querySelector("main [data-once]")) return; // what is shown once is not taken away
  if (isBeingFilledIn()) return say(words.typing, { stays: true });
  if (document.querySelector("form.record") || document.activeElement?.matches("main input, main textarea, main select")) {
    return say(words.newer, { stays: true, offersReload: true });
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [old, fresh] = [document.querySelector("main"), page.querySelector("main")];
  if (!fresh || old.innerHTML === fresh.innerHTML) return;
  if (isBeingFilledIn()) return say(words.typing, { stays: true });
  const open = [...old.querySelectorAll("details")].map((details) => details.open);
  old.replaceChildren(...fresh.childNodes);
  old.querySelectorAll("details").forEach((details, index) => { if (open[index]) details.open = true; });
  document.dispatchEvent(new CustomEvent("stelsel:refreshed"));
  say(words.updated, {});
}

// Was a form of this page changed, or is the page an answer to what was sent, which has no address to be fetched from again?
function isBeingFilledIn() {
  return "sent" in document.body.dataset
    || [...document.querySelectorAll("main form[method=post]")].some((form) => [...form.elements].some(isChanged));
}

function isChanged(input) {
  if (input.matches("[type=checkbox], [type=radio]")) return input.checked !== input.defaultChecked;
  if (input.matches("select")) {
    const first = [...input.options].findIndex((option) => option.defaultSelected);
    return input.selectedIndex !== Math.max(first, 0);
  }
  return input.matches("input:not([type=hidden]), textarea") && input.value !== input.defaultValue;
}

function say(words, { stays, offersReload }) {
  document.querySelector(".toast")?.remove();
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  toast.append(words);
  if (offersReload) toast.append(" ", button(document.body.dataset.show, () => location.reload()));
  if (stays) toast.append(" ", button(document.body.dataset.close, () => toast.remove()));
  document.body.append(toast);
  if (!stays) setTimeout(() => toast.remove(), 4000);
}

function button(words, press) {
  const made = document.createElement("button");
  made.className = "plain";
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
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

// Leaving a page with unsaved words asks first; a second press of the button does not send twice.
function keepTyped() {
  let isSending = false;
  addEventListener("submit", (event) => {
    isSending = event.target.matches("form[method=post]"); // not `.method`: an input may bear that name
    if (!event.target.matches("form.record")) return;
    setTimeout(() => event.target.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
  });
  addEventListener("pageshow", () => { isSending = false; });
  addEventListener("beforeunload", (event) => { if (!isSending && isBeingFilledIn()) event.preventDefault(); });
}
