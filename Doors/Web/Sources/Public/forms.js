// What forms do beyond HTML: the focus on what is wrong, and a filter above long lists of boxes. Everything works without it.

const summary = document.querySelector(".problem-summary");
if (summary && document.activeElement === document.body) summary.focus();
for (const list of document.querySelectorAll(".choices[data-filter]")) filterWhileTyping(list);

function filterWhileTyping(list) {
  const input = document.createElement("input");
  input.type = "search";
  input.className = "choices-filter";
  input.setAttribute("aria-label", list.dataset.filter);
  input.placeholder = list.dataset.filter;
  list.before(input);
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    const wanted = input.value.trim().toLowerCase();
    for (const box of list.querySelectorAll(".box")) {
      box.hidden = wanted !== "" && !box.textContent.toLowerCase().includes(wanted) && !box.querySelector("input").checked;
    }
    for (const group of list.querySelectorAll("fieldset")) group.hidden = !group.querySelector(".box:not([hidden])");
  });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}
