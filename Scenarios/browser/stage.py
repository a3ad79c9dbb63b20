"""What a story is played with: a running Stelsel, browsers with passkeys, and a note of everything a browser complains about."""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import traceback
import urllib.request
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import expect, sync_playwright

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`stelsel serve` over a fresh store with the examples, on a free port."""

    def __init__(self, binary):
        self.binary = str(Path(binary).resolve())
        self.folder = Path(tempfile.mkdtemp(prefix="stelsel-story-"))
        self.store = self.folder / "store.sqlite"
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self.said = []
        self.process = None

    def start(self, prepared=None):
        """`prepared`: a folder of text that is brought in before the server begins."""
        if prepared:
            applied = self.run("apply", str(prepared))
            assert applied.returncode == 0, applied.stdout + applied.stderr
        log = open(self.folder / "log.txt", "w")
        arguments = ["serve", "--store", str(self.store), "--port", str(self.port), "--examples"]
        self.process = subprocess.Popen(
            [self.binary, *arguments], stdout=subprocess.PIPE, stderr=log, text=True, bufsize=1)
        threading.Thread(target=self._listen, daemon=True).start()
        self._wait_for(self.first_link, "a link for the first administrator", 120)
        self._wait_for(self._is_healthy, "GET /health", 30)

    def _listen(self):
        for line in self.process.stdout:
            self.said.append(line.strip())

    def first_link(self):
        words = " ".join(self.said).split()
        return next((word for word in words if "/sign-in/" in word), None)

    def _is_healthy(self):
        try:
            with urllib.request.urlopen(f"{self.base}/health", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def _wait_for(self, found, what, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found():
                return
            if self.process.poll() is not None:
                raise AssertionError(f"the server stopped before {what}:\n{self.log()}")
            time.sleep(0.05)
        raise AssertionError(f"no {what} after {seconds} s:\n{self.log()}")

    def log(self):
        return (self.folder / "log.txt").read_text()[-3000:]

    def run(self, *arguments):
        """Another command of the same program, over the same store."""
        return subprocess.run(
            [self.binary, *arguments, "--store", str(self.store)], capture_output=True, text=True, timeout=120)

    def run_alone(self, *arguments):
        """A command that needs neither the store nor the network."""
        return subprocess.run([self.binary, *arguments], capture_output=True, text=True, timeout=120)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            return self.process.wait(timeout=30)
        return self.process.returncode if self.process else 0

    def clear(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Browser:
    """One person's browser: its own cookies, its own authenticator."""

    def __init__(self, chromium, name, base, language="nl"):
        self.name = name
        self.complaints = []
        self.expected = 0
        self.context = chromium.new_context(
            viewport=WIDE, locale=LOCALES[language], base_url=base, accept_downloads=True)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self._give_authenticator()

    def _give_authenticator(self):
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }
        answer = self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.authenticator = answer["authenticatorId"]

    def passkeys(self):
        answer = self.devtools.send("WebAuthn.getCredentials", {"authenticatorId": self.authenticator})
        return answer["credentials"]

    def verify_user(self, verified):
        self.devtools.send(
            "WebAuthn.setUserVerified", {"authenticatorId": self.authenticator, "isUserVerified": verified})

    def _heard(self, message):
        if message.type != "error":
            return
        if self.expected and "Failed to load resource" in message.text:
            return
        self.complaints.append(f"{self.page.url}: {message.text}")

    @contextmanager
    def expecting_refusal(self):
        """Within, a refused request is what the story is about."""
        self.expected += 1
        yield
        self.expected -= 1


def today():
    """The day it is for Stelsel: that in Amsterdam, which is not always that of the machine."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


@contextmanager
def without_scripts(chromium, browser, base):
    """A page of somebody who is signed in already, in a browser that runs no JavaScript."""
    context = chromium.new_context(
        viewport=WIDE, java_script_enabled=False, base_url=base, storage_state=browser.context.storage_state())
    context.set_default_timeout(10_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def chromium_path():
    given = os.environ.get("CHROMIUM")
    return given or shutil.which("chromium") or shutil.which("google-chrome") or "/usr/bin/chromium"


def tell(step):
    name = step.__name__.replace("_", " ")
    try:
        step()
    except Exception:  # a story goes on to tell what else it can
        print(f"✗ {name}\n{traceback.format_exc(limit=3)}", flush=True)
        return False
    print(f"✓ {name}", flush=True)
    return True


def play(Story, prepared=None):
    """Tells a story over a fresh store: its line until a step fails, then its closing. Gives how many passed and failed."""
    expect.set_options(timeout=10_000)
    server = Server(os.environ.get("STELSEL_BINARY", ".build/debug/stelsel"))
    passed = failed = 0
    try:
        server.start(prepared)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
            story = Story(server, chromium)
            for step in story.line:
                if not tell(step):
                    failed += 1
                    break
                passed += 1
            for step in story.closing:
                if tell(step):
                    passed += 1
                else:
                    failed += 1
            chromium.close()
    except AssertionError as error:
        print(f"✗ start\n{error}")
        failed += 1
    finally:
        server.clear()
    return passed, failed
