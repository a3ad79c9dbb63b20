// Plays how a network grew, for every figure[data-growth]. The days are in the figure, who and what held when in the rows of the table beside it;
// without this script both are there to read. Nothing moves until somebody asks, and who prefers less motion gets steps instead of a fade.

const PACE = 900;

class Growth {
  constructor(figure, svg, rows) {
    Object.assign(this, { figure, svg, place: 0, timer: 0 });
    this.days = figure.dataset.days.split("|");
    this.labels = figure.dataset.labels.split("|");
    this.place = this.days.length - 1;
    this.parties = this.gather(rows.filter(row => row.dataset.party), row => row.dataset.party);
    this.ties = this.gather(rows.filter(row => row.dataset.from), row => `${row.dataset.from} ${row.dataset.to} ${row.dataset.kind}`);
    this.nodes = [...svg.querySelectorAll(".node[data-id]")].map(mark => ({ mark, spells: this.parties.get(mark.dataset.id) }));
    this.edges = [...svg.querySelectorAll(".edge[data-from]")].map(mark => ({ mark, spells: this.spells(mark) }));
    this.addTools();
    this.show();
  }

  gather(rows, name) {
    const found = new Map();
    for (const row of rows) {
      const spell = [row.dataset.since ?? "", row.dataset.until ?? "9999"];
      found.set(name(row), [...(found.get(name(row)) ?? []), spell]);
    }
    return found;
  }

  // A line may stand for several ties of one kind, also in the other direction.
  spells(mark) {
    const kind = [...mark.classList].find(name => name.startsWith("kind-"))?.slice(5) ?? "";
    const { from, to } = mark.dataset;
    const both = [...(this.ties.get(`${from} ${to} ${kind}`) ?? []), ...(this.ties.get(`${to} ${from} ${kind}`) ?? [])];
    return both.length ? both : undefined;
  }

  addTools() {
    const { play, pause, when } = this.figure.dataset;
    const tools = Object.assign(document.createElement("div"), { className: "growth-tools" });
    this.button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: play });
    this.button.addEventListener("click", () => (this.timer ? this.stop() : this.play()));
    this.slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: this.days.length - 1, step: 1, value: this.place });
    this.slider.setAttribute("aria-label", when);
    this.slider.addEventListener("input", () => { this.stop(); this.place = Number(this.slider.value); this.show(); });
    this.output = Object.assign(document.createElement("output"), { className: "growth-day" });
    this.words = { play, pause };
    tools.append(this.button, this.slider, this.output);
    this.figure.prepend(tools);
  }

  play() {
    if (this.place === this.days.length - 1) this.place = 0;
    this.button.textContent = this.words.pause;
    this.show();
    this.timer = setInterval(() => this.next(), PACE);
  }

  next() {
    this.place += 1;
    this.show();
    if (this.place >= this.days.length - 1) this.stop();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.button.textContent = this.words.play;
  }

  show() {
    const day = this.days[this.place];
    const holds = spells => !spells || spells.some(([since, until]) => since <= day && day <= until);
    const there = new Set();
    for (const { mark, spells } of this.nodes) {
      const isThere = holds(spells);
      mark.classList.toggle("is-not-there", !isThere);
      if (isThere) there.add(mark.dataset.id);
    }
    let ties = 0;
    for (const { mark, spells } of this.edges) {
      const isThere = holds(spells) && there.has(mark.dataset.from) && there.has(mark.dataset.to);
      mark.classList.toggle("is-not-there", !isThere);
      if (isThere) ties += 1;
    }
    this.slider.value = this.place;
    this.slider.setAttribute("aria-valuetext", this.labels[this.place]);
    this.output.textContent = this.figure.dataset.state.replace("{day}", this.labels[this.place]).replace("{parties}", there.size).replace("{ties}", ties);
  }
}

function start() {
  for (const figure of document.querySelectorAll("figure[data-growth]:not([data-grows])")) {
    const svg = figure.querySelector("svg.map");
    const rows = [...(figure.parentElement?.querySelectorAll("table.comings tbody tr") ?? [])];
    if (!svg) continue;
    figure.dataset.grows = "";
    new Growth(figure, svg, rows);
  }
}

start();
new MutationObserver(start).observe(document.body, { childList: true, subtree: true });
