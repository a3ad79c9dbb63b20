"""How many frames a second the map of everything draws while it is moved and zoomed, in Chromium.

    .venv/bin/python Scenarios/browser/frames.py [organisations] [relations]

Makes an ecosystem of that size (5,000 and 25,000 unless told otherwise) with a seeded generator, serves it, opens the map of everything, and prints
the frames a second, the slowest frame and how long the map took to appear. Exit 1 below 30 frames a second.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from stage import Server, chromium_path

SECTORS = ["government", "company", "knowledge", "citizens", "association"]
KINDS = ["cooperation", "supply"]

# Moves in a circle and breathes in and out, as a hand would, for so many milliseconds; answers the time of every frame.
MOVING = """
async milliseconds => {
  const map = document.querySelector("figure[data-canvas]").map, times = [];
  const began = performance.now();
  return await new Promise(done => {
    const step = now => {
      times.push(now);
      const t = (now - began) / 1000, whole = map.whole;
      const scale = whole.scale * (2.5 + 1.5 * Math.sin(t * 2));
      map.show({ scale, x: -map.width * scale * (0.3 + 0.1 * Math.cos(t * 3)), y: -map.height * scale * (0.3 + 0.1 * Math.sin(t * 3)) });
      now - began < milliseconds ? requestAnimationFrame(step) : done(times);
    };
    requestAnimationFrame(step);
  });
}
"""


def written(folder, organisations, relations):
    """Preferential attachment inside communities of fifty, one tie in ten to elsewhere."""
    chance = random.Random(42)
    (folder / "ecosystem.yaml").write_text("id: frames\nname: Frames\nlanguages: [nl, en]\n")
    with open(folder / "organisations.yaml", "w") as out:
        for number in range(organisations):
            out.write(f"- id: org-{number}\n  name: Organisatie {number}\n  sector: {SECTORS[number % 5]}\n")
    known = [[] for _ in range((organisations + 49) // 50)]
    with open(folder / "relations.yaml", "w") as out:
        made = 0
        while made < relations:
            one = chance.randrange(organisations)
            group = chance.randrange(len(known)) if chance.random() < 0.1 else one // 50
            if known[group] and chance.random() < 0.66:
                other = chance.choice(known[group])
            else:
                other = min(group * 50 + chance.randrange(50), organisations - 1)
            if one == other:
                continue
            known[one // 50].append(one)
            out.write(f"- id: r-{made}\n  from: org-{one}\n  to: org-{other}\n  kind: {KINDS[made % 2]}\n")
            made += 1


def main():
    organisations, relations = (int(word) for word in (sys.argv[1:3] or ["5000", "25000"]))
    server = Server(os.environ.get("STELSEL_BINARY", ".build/debug/stelsel"))
    try:
        with tempfile.TemporaryDirectory() as folder:
            written(Path(folder), organisations, relations)
            server.start(prepared=folder)
        with sync_playwright() as player:
            chromium = player.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": 1280, "height": 900})
            began = time.monotonic()
            page.goto(f"{server.base}/ecosystems/frames/map?view=all", timeout=300_000)
            page.wait_for_selector("figure[data-canvas] canvas", timeout=300_000)
            appeared = time.monotonic() - began
            page.wait_for_timeout(500)
            times = page.evaluate(MOVING, 6_000)
            chromium.close()
    finally:
        server.stop()
        server.clear()
    gaps = [later - earlier for earlier, later in zip(times, times[1:])]
    rate = 1000 * len(gaps) / (times[-1] - times[0])
    print(f"{organisations} organisations, {relations} relations: {rate:.1f} frames a second, slowest {max(gaps):.0f} ms, "
          f"appeared after {appeared:.1f} s")
    return 0 if rate >= 30 else 1


if __name__ == "__main__":
    sys.exit(main())
