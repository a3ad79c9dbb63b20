// Thousands of organisations as dots: every figure[data-canvas] fetches where they stand, and draws them so that one can move and zoom at ease.
// Groups and tables on the same page say the same. Words come from the figure, as in map.js; data-open is the address of the map.

const LARGEST = 24;
const STEP = 1.4;
const SETTLE = 140;
const words = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class DotMap {
  constructor(figure, data) {
    Object.assign(this, { figure, data, pointers: new Map(), dragged: 0, lit: null, found: [] });
    [this.width, this.height] = data.size;
    this.count = data.ids.length;
    this.texts = data.names.map(words);
    this.sort();
    this.build();
    this.listen();
    this.measure();
    this.reset(false);
  }

  // What is drawn in one stroke: dots by sector, and who is next to whom.
  sort() {
    const { dots, lines } = this.data;
    this.bySector = this.data.sectors.map(() => []);
    this.order = [...Array(this.count).keys()].sort((a, b) => dots[b * 4 + 2] - dots[a * 4 + 2] || a - b);
    for (let i = 0; i < this.count; i++) this.bySector[dots[i * 4 + 3]]?.push(i);
    this.near = Array.from({ length: this.count }, () => []);
    for (let i = 0; i < lines.length; i += 2) {
      this.near[lines[i]].push(lines[i + 1]);
      this.near[lines[i + 1]].push(lines[i]);
    }
  }

  build() {
    const { figure } = this;
    figure.querySelector(":scope > p")?.remove();
    const tools = Object.assign(document.createElement("div"), { className: "map-tools" });
    const button = (sign, name, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: sign, title: figure.dataset[name] });
      made.setAttribute("aria-label", figure.dataset[name]);
      made.addEventListener("click", act);
      return made;
    };
    this.search = Object.assign(document.createElement("input"), { type: "search", placeholder: figure.dataset.search, autocomplete: "off" });
    this.search.setAttribute("aria-label", figure.dataset.search);
    this.search.addEventListener("input", () => this.find());
    this.status = Object.assign(document.createElement("span"), { className: "map-count" });
    this.status.setAttribute("role", "status");
    tools.append(
      this.search, button("−", "zoomOut", () => this.zoom(1 / STEP)), button("+", "zoomIn", () => this.zoom(STEP)),
      button("⤢", "reset", () => this.reset(true)), this.status);
    this.results = Object.assign(document.createElement("ul"), { className: "map-results" });
    this.canvas = Object.assign(document.createElement("canvas"), { className: "map-dots", tabIndex: 0 });
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", document.querySelector("h1 + .lead")?.textContent ?? figure.dataset.search);
    this.layer = document.createElement("canvas");
    figure.prepend(tools, this.results, this.canvas);
    this.pen = this.canvas.getContext("2d");
    this.status.textContent = figure.dataset.hint;
  }

  // Colours follow the theme; sizes follow the screen.
  measure() {
    const style = getComputedStyle(this.canvas), box = this.canvas.getBoundingClientRect();
    const colour = name => style.getPropertyValue(`--map-${name}`).trim();
    this.colours = this.data.sectors.map(([sector]) => colour(sector) || colour("other"));
    this.ink = { line: colour("line"), ink: colour("ink"), ground: colour("ground"), accent: colour("accent") };
    this.font = style.fontFamily;
    this.ratio = Math.min(devicePixelRatio || 1, 2);
    this.screen = { width: box.width, height: box.height };
    for (const canvas of [this.canvas, this.layer]) {
      canvas.width = Math.round(box.width * this.ratio);
      canvas.height = Math.round(box.height * this.ratio);
    }
    this.layerView = null;
  }

  get whole() {
    const scale = Math.min(this.screen.width / this.width, this.screen.height / this.height) * 0.97;
    return { scale, x: (this.screen.width - this.width * scale) / 2, y: (this.screen.height - this.height * scale) / 2 };
  }

  // Moving: the view is where the drawing's corner lies on the screen, and how large it is.

  show(view) {
    const { whole } = this;
    const scale = Math.min(Math.max(view.scale, whole.scale), whole.scale * LARGEST);
    const inside = (value, size, room) => size <= room ? (room - size) / 2 : Math.min(Math.max(value, room - size - 40), 40);
    this.view = {
      scale, x: inside(view.x, this.width * scale, this.screen.width), y: inside(view.y, this.height * scale, this.screen.height),
    };
    this.ask();
  }

  reset(glides) { glides ? this.glide(this.whole) : this.show(this.whole); }

  zoom(factor, at, glides = true) {
    const { whole, view } = this, point = at ?? { x: this.screen.width / 2, y: this.screen.height / 2 };
    const scale = Math.min(Math.max(view.scale * factor, whole.scale), whole.scale * LARGEST), share = scale / view.scale;
    const goal = { scale, x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share };
    glides ? this.glide(goal) : this.show(goal);
  }

  glide(goal) {
    cancelAnimationFrame(this.gliding);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.show(goal);
    const start = { ...this.view }, began = performance.now();
    const step = now => {
      const t = Math.min(Math.max((now - began) / 180, 0), 1), eased = t * (2 - t);
      this.show(Object.fromEntries(Object.keys(goal).map(key => [key, start[key] + (goal[key] - start[key]) * eased])));
      if (t < 1) this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  bring(dot) {
    const scale = Math.max(this.view.scale, this.whole.scale * 5), { dots } = this.data;
    this.glide({ scale, x: this.screen.width / 2 - dots[dot * 4] * scale, y: this.screen.height / 2 - dots[dot * 4 + 1] * scale });
  }

  // Drawing: lines are slow, so while the map moves the last picture of them moves along; when it rests they are drawn sharp.

  ask() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => { this.layerView = null; this.frame ??= requestAnimationFrame(() => this.draw()); }, SETTLE);
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  draw() {
    this.frame = null;
    const { pen, view, ratio, screen } = this;
    if (!this.layerView) this.drawLines();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const share = view.scale / this.layerView.scale;
    pen.setTransform(share, 0, 0, share, (view.x - this.layerView.x * share) * ratio, (view.y - this.layerView.y * share) * ratio);
    pen.globalAlpha = this.lit ? 0.35 : 1;
    pen.drawImage(this.layer, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.globalAlpha = this.lit ? 0.25 : 1;
    for (const [sector, dots] of this.bySector.entries()) this.drawDots(dots, sector);
    pen.globalAlpha = 1;
    if (this.lit) this.drawLit();
    this.drawNames(screen);
  }

  drawLines() {
    const pen = this.layer.getContext("2d"), { view, ratio } = this, { dots, lines } = this.data;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.layer.width, this.layer.height);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.strokeStyle = this.ink.line;
    pen.globalAlpha = lines.length > 8_000 ? 0.22 : 0.5;
    pen.lineWidth = 0.7;
    pen.beginPath();
    for (let i = 0; i < lines.length; i += 2) {
      const a = lines[i] * 4, b = lines[i + 1] * 4;
      pen.moveTo(dots[a] * view.scale + view.x, dots[a + 1] * view.scale + view.y);
      pen.lineTo(dots[b] * view.scale + view.x, dots[b + 1] * view.scale + view.y);
    }
    pen.stroke();
    this.layerView = { ...view };
  }

  place(dot) {
    const { dots } = this.data, { view } = this;
    return { x: dots[dot * 4] * view.scale + view.x, y: dots[dot * 4 + 1] * view.scale + view.y, r: Math.max(dots[dot * 4 + 2] * Math.min(view.scale, 1.2), 1.4) };
  }

  drawDots(dots, sector) {
    const { pen, screen } = this, shape = this.data.sectors[sector][1];
    pen.fillStyle = this.colours[sector];
    pen.beginPath();
    for (const dot of dots) {
      const { x, y, r } = this.place(dot);
      if (x < -r || y < -r || x > screen.width + r || y > screen.height + r) continue;
      this.outline(x, y, r, r < 2.5 ? "square" : shape);
    }
    pen.fill();
  }

  outline(x, y, r, shape) {
    const { pen } = this;
    const corners = {
      triangle: [[0, -1.1], [1.1, 0.85], [-1.1, 0.85]], diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
      hexagon: [[-1.1, 0], [-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95]],
    }[shape];
    if (corners) {
      corners.forEach(([dx, dy], index) => index ? pen.lineTo(x + dx * r, y + dy * r) : pen.moveTo(x + dx * r, y + dy * r));
      pen.closePath();
    } else if (shape === "square") {
      pen.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    } else {
      pen.moveTo(x + r, y);
      pen.arc(x, y, r, 0, 2 * Math.PI);
    }
  }

  // Who is pointed at or was found, with the lines between them.
  drawLit() {
    const { pen } = this;
    pen.strokeStyle = this.ink.accent;
    pen.lineWidth = 1;
    pen.beginPath();
    if (this.lit.centre !== undefined) {
      const from = this.place(this.lit.centre);
      for (const other of this.near[this.lit.centre]) {
        const to = this.place(other);
        pen.moveTo(from.x, from.y);
        pen.lineTo(to.x, to.y);
      }
    }
    pen.stroke();
    for (const dot of this.lit.dots) {
      const { x, y, r } = this.place(dot);
      pen.fillStyle = this.colours[this.data.dots[dot * 4 + 3]];
      pen.beginPath();
      this.outline(x, y, Math.max(r, 3), this.data.sectors[this.data.dots[dot * 4 + 3]][1]);
      pen.fill();
      pen.stroke();
    }
  }

  // As many names as find a free place, the best connected first.
  drawNames(screen) {
    const { pen } = this, first = this.lit ? [...this.lit.dots] : [], taken = new Set();
    const most = 14 + Math.min(Math.round(this.view.scale / this.whole.scale * 8), 80);
    pen.font = `12px ${this.font}`;
    pen.textAlign = "center";
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.strokeStyle = this.ink.ground;
    pen.fillStyle = this.ink.ink;
    let drawn = 0;
    for (const dot of first.concat(this.lit ? [] : this.order)) {
      if (drawn >= most) break;
      const { x, y, r } = this.place(dot);
      if (x < 0 || y < 0 || x > screen.width || y > screen.height) continue;
      const name = this.data.names[dot].length > 34 ? `${this.data.names[dot].slice(0, 33)}…` : this.data.names[dot];
      const half = Math.ceil(name.length * 3.4 / 24), row = Math.floor((y + r) / 8), column = Math.round(x / 24), cells = [];
      for (let c = column - half; c <= column + half; c++) for (const near of [row, row + 1]) cells.push(`${near}:${c}`);
      if (cells.some(cell => taken.has(cell))) continue;
      cells.forEach(cell => taken.add(cell));
      pen.strokeText(name, x, y + r + 12);
      pen.fillText(name, x, y + r + 12);
      drawn++;
    }
  }

  // Listening

  listen() {
    const { canvas } = this, on = (name, act, options) => canvas.addEventListener(name, act, options);
    on("wheel", event => this.wheel(event), { passive: false });
    on("keydown", event => this.key(event));
    on("pointerdown", event => { this.dragged = 0; this.pointers.set(event.pointerId, this.at(event)); canvas.setPointerCapture(event.pointerId); });
    on("pointermove", event => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) on(name, event => this.release(event));
    on("pointerleave", () => this.light(null));
    addEventListener("resize", () => { const was = this.whole.scale; this.measure(); this.show({ ...this.view, scale: this.view.scale / was * this.whole.scale }); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { this.measure(); this.ask(); });
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  // A wheel scrolls the page until the reader has stepped into the map or holds Ctrl.
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== this.canvas) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 16 : 1) * (event.ctrlKey ? 0.01 : 0.002)), this.at(event), false);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = this.screen.width / 8, { view } = this;
    const acts = {
      "+": () => this.zoom(STEP), "=": () => this.zoom(STEP), "-": () => this.zoom(1 / STEP), "0": () => this.reset(true),
      ArrowLeft: () => this.show({ ...view, x: view.x + far }), ArrowRight: () => this.show({ ...view, x: view.x - far }),
      ArrowUp: () => this.show({ ...view, y: view.y + far }), ArrowDown: () => this.show({ ...view, y: view.y - far }),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }

  move(event) {
    const before = this.pointers.get(event.pointerId), now = this.at(event);
    if (!before) return this.light(this.under(now));
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    const far = (one, two) => Math.hypot(one.x - two.x, one.y - two.y);
    this.dragged += far(before, now);
    if (other) this.zoom(far(now, other) / Math.max(far(before, other), 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, false);
    else this.show({ ...this.view, x: this.view.x + now.x - before.x, y: this.view.y + now.y - before.y });
    this.pointers.set(event.pointerId, now);
  }

  release(event) {
    const dot = this.dragged < 5 && this.pointers.size === 1 && event.type === "pointerup" ? this.under(this.at(event)) : null;
    this.pointers.delete(event.pointerId);
    if (dot !== null) location.assign(this.address(dot));
  }

  address(dot) { return `${this.figure.dataset.open}?focus=${encodeURIComponent(this.data.ids[dot])}`; }

  under(point) {
    let best = null, nearest = 10;
    for (let dot = 0; dot < this.count; dot++) {
      const { x, y, r } = this.place(dot), far = Math.hypot(x - point.x, y - point.y) - r;
      if (far < nearest) [best, nearest] = [dot, far];
    }
    return best;
  }

  light(dot) {
    if (dot === (this.lit?.centre ?? null)) return;
    this.lit = dot === null ? (this.found.length ? { dots: this.found } : null) : { centre: dot, dots: [dot, ...this.near[dot].slice(0, 60)] };
    this.canvas.classList.toggle("is-over", dot !== null);
    this.frame ??= requestAnimationFrame(() => this.draw());
  }

  find() {
    const wanted = words(this.search.value.trim());
    this.found = wanted ? this.order.filter(dot => this.texts[dot].includes(wanted)) : [];
    this.lit = this.found.length ? { dots: this.found.slice(0, 200) } : null;
    this.status.textContent = wanted ? this.figure.dataset.found.replace("{count}", this.found.length) : this.figure.dataset.hint;
    this.results.replaceChildren(...this.found.slice(0, 8).map(dot => {
      const link = Object.assign(document.createElement("a"), { href: this.address(dot), textContent: this.data.names[dot] });
      link.addEventListener("focus", () => { this.light(dot); this.bring(dot); });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    if (this.found.length) this.bring(this.found[0]); else this.ask();
  }
}

async function begin() {
  for (const figure of document.querySelectorAll("figure[data-canvas]")) {
    if (figure.querySelector("canvas")) continue;
    const note = figure.querySelector(":scope > p");
    if (note) note.textContent = figure.dataset.wait;
    const answer = await fetch(figure.dataset.canvas, { headers: { Accept: "application/json" } });
    if (answer.ok) figure.map = new DotMap(figure, await answer.json());
  }
}

begin();
document.addEventListener("stelsel:refreshed", begin);
