// Steps through a presentation with the arrows, and stays on the whole screen while doing so. Without it the links do the same, page by page.

const STEPS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", PageUp: "prev" };

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, canvas, svg")) return;
  if (event.key === "Escape" && !document.fullscreenElement) return document.querySelector("a[rel=up]")?.click();
  if (event.key === " " && event.target.closest("a, button, summary")) return;
  const link = STEPS[event.key] && document.querySelector(`.turning a[rel=${STEPS[event.key]}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

// On the whole screen another page would end that, so only what it shows is put in place.
addEventListener("click", async event => {
  const link = event.target.closest(".turning a[rel=next], .turning a[rel=prev]");
  if (!link || !document.fullscreenElement || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  history.pushState(null, "", link.href);
  document.title = page.title;
  document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  document.dispatchEvent(new CustomEvent("stelsel:refreshed"));
  begin();
});

addEventListener("popstate", () => location.reload());

function begin() {
  const steps = document.querySelector(".turning");
  if (!steps || !document.fullscreenEnabled) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: steps.dataset.whole });
  button.addEventListener("click", () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  steps.querySelector("[rel=up]").after(button);
}

begin();
