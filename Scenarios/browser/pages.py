"""Every page, looked at wide, on a phone and in the dark."""

import os
import subprocess
from pathlib import Path

from stage import PHONE, WIDE

HERE = "/ecosystems/city-deal"

TOUR = {
    "today": "/",
    "ecosystems": "/ecosystems",
    "overview": HERE,
    "parties": f"{HERE}/parties",
    "organisation": f"{HERE}/parties/agenda-stad",
    "organisations": f"{HERE}/records/organisations",
    "record": f"{HERE}/records/goals",
    "edit": f"{HERE}/records/organisations/agenda-stad/edit",
    "purpose": f"{HERE}/purpose",
    "lifecycle": f"{HERE}/lifecycle",
    "map": f"{HERE}/map",
    "findings": f"{HERE}/findings",
    "history": f"{HERE}/history",
    "search": f"{HERE}/search?q=zwolle",
    "methods": "/methods",
    "glossary": "/glossary",
    "reference": "/reference",
    "proof": "/proof",
    "account": "/account",
    "new-passkey": "/account/passkeys",
    "people": "/people",
}


class Camera:
    """Keeps pictures in the folder that STELSEL_SCREENSHOTS names; without it, it only looks."""

    def __init__(self):
        folder = os.environ.get("STELSEL_SCREENSHOTS")
        self.folder = Path(folder) if folder else None
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)

    def shoot(self, page, name):
        """Three pictures; leaves the page wide and light. Says what is wider than the phone, if anything."""
        self._keep(page, f"{name}-wide")
        page.emulate_media(color_scheme="dark")
        self._keep(page, f"{name}-dark")
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)
        self._keep(page, f"{name}-phone")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.set_viewport_size(WIDE)
        return wide

    def keep_pages(self, pdf, name):
        """The pages of a PDF, as pictures."""
        if self.folder:
            subprocess.run(["pdftoppm", "-png", "-r", "80", str(pdf), str(self.folder / name)], check=True, timeout=60)

    def _keep(self, page, name):
        if self.folder:
            page.screenshot(path=self.folder / f"{name}.png", full_page=True)


def tour(browser, camera, pages=None):
    """Opens every page; returns what is wrong with them. `pages`: names with their addresses; the whole tour when left out."""
    wrong = []
    for name, path in (pages or TOUR).items():
        answer = browser.page.goto(path, wait_until="load")
        if answer.status != 200:
            wrong.append(f"{path} answers {answer.status}")
            continue
        if browser.page.locator("main h1").count() != 1:
            wrong.append(f"{path} has no single main heading")
        extra = camera.shoot(browser.page, name)
        if extra > 0:
            wrong.append(f"{path} is {extra} px wider than a phone")
    return wrong
