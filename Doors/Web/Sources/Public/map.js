// Zoom, pan, search and neighbourhoods for every figure[data-map]. Without it the map is a drawing with links, and nothing is missing
// that the table beside it does not have. Words come from the figure: data-zoom-in, data-zoom-out, data-reset, data-search, data-hint, and
// data-found, in which {count} is the number of nodes found.

const LARGEST = 8;
const STEP = 1.4;
const words = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class NetworkMap {
  constructor(figure, svg) {
    Object.assign(this, { figure, svg, pointers: new Map(), dragged: 0 });
    const { width, height } = svg.viewBox.baseVal;
    this.whole = { x: 0, y: 0, width, height };
    this.view = { ...this.whole };
    this.nodes = [...svg.querySelectorAll(".node")];
    this.edges = [...svg.querySelectorAll(".edge")];
    this.texts = new Map(this.nodes.map(node => [node, words(node.querySelector("title")?.textContent ?? "")]));
    if (!this.nodes.length) return;
    svg.classList.add("is-movable");
    this.addTools();
    this.listen();
    this.show(this.view);
    this.find();
  }

  // Controls

  addTools() {
    const tools = document.createElement("div");
    tools.className = "map-tools";
    const label = name => this.figure.dataset[name] ?? "";
    const button = (sign, name, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: sign, title: label(name) });
      made.setAttribute("aria-label", label(name));
      made.setAttribute("aria-controls", this.svg.id);
      made.addEventListener("click", act);
      return made;
    };
    this.search = Object.assign(document.createElement("input"), { type: "search", placeholder: label("search"), autocomplete: "off" });
    this.search.setAttribute("aria-label", label("search"));
    this.search.addEventListener("input", () => this.find());
    this.search.addEventListener("keydown", event => {
      if (event.key === "Enter") this.firstFound()?.focus();
      if (event.key === "Escape") { this.search.value = ""; this.find(); }
    });
    this.less = button("−", "zoomOut", () => this.zoom(1 / STEP));
    this.more = button("+", "zoomIn", () => this.zoom(STEP));
    this.all = button("⤢", "reset", () => this.reset());
    this.count = Object.assign(document.createElement("span"), { className: "map-count" });
    this.count.setAttribute("role", "status");
    tools.append(this.search, this.less, this.more, this.all, this.count);
    this.figure.prepend(tools);
  }

  // Moving

  get scale() { return this.whole.width / this.view.width; }

  show({ x, y, width, height }) {
    const inside = (value, size, whole) => Math.min(Math.max(value, 0), whole - size);
    this.view = { x: inside(x, width, this.whole.width), y: inside(y, height, this.whole.height), width, height };
    const { view } = this;
    this.svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].map(n => n.toFixed(2)).join(" "));
    this.svg.classList.toggle("is-zoomed", this.scale > 1.001);
    this.less.disabled = this.all.disabled = this.scale <= 1.001;
    this.more.disabled = this.scale >= LARGEST - 0.001;
    this.tell();
  }

  // Screen pixels per pixel of the drawing: where names are too small to read, a word says what helps.
  get size() { return this.svg.getBoundingClientRect().width / this.view.width; }

  reset() { cancelAnimationFrame(this.frame); this.glide(this.whole); }

  // Zooms around a point of the screen; without one around the middle.
  zoom(factor, at, glides = true) {
    const scale = Math.min(Math.max(this.scale * factor, 1), LARGEST);
    const width = this.whole.width / scale, height = this.whole.height / scale;
    const box = this.svg.getBoundingClientRect();
    const shareX = at ? (at.x - box.left) / box.width : 0.5, shareY = at ? (at.y - box.top) / box.height : 0.5;
    const goal = {
      x: this.view.x + (this.view.width - width) * shareX, y: this.view.y + (this.view.height - height) * shareY, width, height,
    };
    glides ? this.glide(goal) : this.show(goal);
  }

  pan(x, y) { this.show({ ...this.view, x: this.view.x + x, y: this.view.y + y }); }

  glide(goal) {
    cancelAnimationFrame(this.frame);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.show(goal);
    const start = { ...this.view }, began = performance.now();
    const step = now => {
      const t = Math.min(Math.max((now - began) / 160, 0), 1), eased = t * (2 - t);
      this.show(Object.fromEntries(Object.keys(goal).map(key => [key, start[key] + (goal[key] - start[key]) * eased])));
      if (t < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  // Listening

  listen() {
    const { svg } = this;
    const on = (name, act, options) => svg.addEventListener(name, act, options);
    if (!svg.hasAttribute("tabindex")) svg.setAttribute("tabindex", "0");
    on("wheel", event => this.wheel(event), { passive: false });
    on("keydown", event => this.key(event));
    on("pointerdown", event => this.press(event));
    on("pointermove", event => this.drag(event));
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) on(name, event => this.release(event));
    on("dragstart", event => event.preventDefault());
    on("click", event => { if (this.dragged > 5) event.preventDefault(); }, true);
    for (const name of ["pointerover", "focusin"]) on(name, event => this.light(event.target.closest(".node"), name));
    for (const name of ["pointerout", "focusout"]) on(name, () => this.find());
  }

  // A wheel scrolls the page until the reader has stepped into the map (or holds Ctrl, as a pinch on a touchpad does).
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey && !this.svg.contains(document.activeElement)) return;
    if (event.deltaY > 0 && this.scale <= 1.001) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    this.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), { x: event.clientX, y: event.clientY }, false);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = this.view.width / 8;
    const acts = {
      "+": () => this.zoom(STEP), "=": () => this.zoom(STEP), "-": () => this.zoom(1 / STEP), "0": () => this.reset(),
      ArrowLeft: () => this.pan(-far, 0), ArrowRight: () => this.pan(far, 0),
      ArrowUp: () => this.pan(0, -far), ArrowDown: () => this.pan(0, far),
    };
    if (!acts[event.key] || (event.key.startsWith("Arrow") && this.scale <= 1.001)) return;
    event.preventDefault();
    acts[event.key]();
  }

  press(event) {
    if (event.button !== 0) return;
    if (!this.pointers.size) this.dragged = 0;
    if (!event.target.closest("a")) this.svg.focus({ preventScroll: true });
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    const far = (one, two) => Math.hypot(one.x - two.x, one.y - two.y);
    this.dragged += far(before, now);
    if (other) {
      this.zoom(far(now, other) / Math.max(far(before, other), 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, false);
    } else if (this.scale > 1.001 && this.dragged > 3) {
      const size = this.view.width / this.svg.getBoundingClientRect().width;
      this.svg.setPointerCapture(event.pointerId);
      this.svg.classList.add("is-dragged");
      this.pan((before.x - now.x) * size, (before.y - now.y) * size);
    }
    this.pointers.set(event.pointerId, now);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
    if (!this.pointers.size) this.svg.classList.remove("is-dragged");
  }

  // Looking

  mark(isLit, isFound) {
    this.svg.classList.toggle("is-filtered", Boolean(isLit));
    this.svg.classList.toggle("is-found", Boolean(isLit && isFound));
    for (const item of [...this.nodes, ...this.edges]) item.classList.toggle("is-lit", Boolean(isLit?.(item)));
  }

  // A node with its neighbours; one that has the keyboard is also brought into view.
  light(node, cause) {
    if (!node || this.svg.classList.contains("is-dragged")) return;
    const id = node.dataset.id, around = new Set([id]);
    for (const { dataset } of this.edges) {
      if (dataset.from === id) around.add(dataset.to);
      if (dataset.to === id) around.add(dataset.from);
    }
    this.mark(item => item.classList.contains("edge") ? item.dataset.from === id || item.dataset.to === id : around.has(item.dataset.id));
    if (cause === "focusin" && this.scale > 1.001) this.centre(node);
  }

  centre(node) {
    const { x, y, width, height } = node.getBBox(), { view } = this;
    if (x >= view.x && y >= view.y && x + width <= view.x + view.width && y + height <= view.y + view.height) return;
    this.glide({ ...view, x: x + width / 2 - view.width / 2, y: y + height / 2 - view.height / 2 });
  }

  find() {
    const wanted = words(this.search.value.trim());
    const found = wanted ? this.nodes.filter(node => this.texts.get(node).includes(wanted)) : [];
    this.mark(wanted ? item => found.includes(item) : null, true);
    this.found = found;
    this.tell();
    if (found.length) this.bring(found[0]);
  }

  // How many were found; while nothing is searched, what helps to read names.
  tell() {
    const { found = "{count}", hint = "" } = this.figure.dataset;
    const told = this.search.value.trim() ? found.replace("{count}", new Set(this.found?.map(node => node.dataset.id)).size) : this.size < 0.6 ? hint : "";
    if (this.count.textContent !== told) this.count.textContent = told;
  }

  // The first that was found comes into sight, large enough to read.
  bring(node) {
    if (this.size >= 0.6) return this.centre(node);
    const { x, y, width, height } = node.getBBox(), scale = Math.min(this.scale / this.size, LARGEST);
    const view = { width: this.whole.width / scale, height: this.whole.height / scale };
    this.glide({ ...view, x: x + width / 2 - view.width / 2, y: y + height / 2 - view.height / 2 });
  }

  firstFound() { return this.found?.find(node => node.hasAttribute("href")); }
}

function begin() {
  for (const figure of document.querySelectorAll("figure[data-map]")) {
    const svg = figure.querySelector(":scope > svg.map, :scope > * > svg.map:not(.map-sample)");
    if (svg && !svg.classList.contains("is-movable")) new NetworkMap(figure, svg);
  }
}

begin();
document.addEventListener("stelsel:refreshed", begin);
