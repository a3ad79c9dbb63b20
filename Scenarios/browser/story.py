"""Invite, passkey, read, edit, see it live in a second browser, history, revert, verify: the whole line, in real browsers."""

import re

from playwright.sync_api import expect

from pages import HERE, Camera, tour
from stage import Browser

RECORD = f"{HERE}/records/organisations/agenda-stad"
MARK = "Standplaats van de proef"


class Story:
    def __init__(self, server, chromium):
        self.server = server
        self.camera = Camera()
        self.administrator = Browser(chromium, "administrator", server.base)
        self.guest = Browser(chromium, "guest", server.base)
        self.invitation = None
        self.told = None

    # The way in

    def open_the_printed_link(self):
        page = self.administrator.page
        link = self.server.first_link()
        page.goto(link)
        expect(page.get_by_role("heading", level=1)).to_have_text("Welkom bij Stelsel")
        self.camera.shoot(page, "link")
        page.reload()  # opening a link uses nothing up
        page.get_by_test_id("link-sign-in").click()
        expect(page).to_have_url(re.compile(r"/account/passkeys\?welcome$"))

    def make_a_passkey(self):
        page = self.administrator.page
        self.camera.shoot(page, "welcome")
        page.get_by_label("Naam van de passkey").fill("Sleutel van de proef")
        page.get_by_test_id("passkey-register").click()
        page.wait_for_url(f"{self.server.base}/")
        assert len(self.administrator.passkeys()) == 1, "the authenticator holds one passkey"
        page.goto("/account")
        expect(page.get_by_test_id("passkey")).to_contain_text("Sleutel van de proef")

    def find_the_link_used_up(self):
        page = self.guest.page
        with self.guest.expecting_refusal():
            answer = page.goto(self.server.first_link())
        assert answer.status == 403, f"a used link answers {answer.status}"
        expect(page.get_by_role("heading", level=1)).to_have_text("Deze link is al gebruikt")
        self.camera.shoot(page, "used-link")

    def sign_out(self):
        page = self.administrator.page
        page.get_by_role("button", name="Afmelden", exact=True).first.click()
        expect(page.get_by_role("status").first).to_have_text("U bent afgemeld.")
        cookies = [cookie["name"] for cookie in self.administrator.context.cookies()]
        assert "stelsel" not in cookies, "the session's cookie is gone"
        page.goto("/account")
        expect(page).to_have_url(re.compile(r"/sign-in\?next="))

    def be_refused_without_unlocking_the_passkey(self):
        browser, page = self.guest, self.guest.page
        page.goto("/sign-in")
        page.get_by_test_id("passkey-sign-in").click()  # an authenticator without a passkey for this site
        expect(page.locator("[data-message]")).not_to_be_empty()
        self.camera.shoot(page, "sign-in-refused")
        assert not [c for c in browser.context.cookies() if c["name"] == "stelsel"]

    def sign_in_with_the_passkey_and_the_keyboard(self):
        page = self.administrator.page
        page.goto("/sign-in?next=/account")
        self.camera.shoot(page, "sign-in")
        page.get_by_test_id("passkey-sign-in").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{self.server.base}/account")
        cookie = next(c for c in self.administrator.context.cookies() if c["name"] == "stelsel")
        assert cookie["httpOnly"] and cookie["sameSite"] == "Lax" and cookie["path"] == "/", "the cookie is guarded"

    def invite_somebody(self):
        page = self.administrator.page
        page.goto("/people")
        page.get_by_label("Naam", exact=True).fill("Deelnemer van de proef")
        page.get_by_label("Treedt op als").select_option("city-deal/dealmaker")
        page.get_by_role("button", name="Link maken").click()
        self.invitation = page.get_by_test_id("fresh-link").input_value()
        assert self.invitation.startswith(f"{self.server.base}/sign-in/"), "the link leads here"
        self.camera.shoot(page, "fresh-link")

    def follow_the_invitation(self):
        page = self.guest.page
        page.goto(self.invitation)
        expect(page.get_by_role("main")).to_contain_text("Dealmaker")
        page.get_by_role("button", name="Aanmelden als Deelnemer van de proef").click()
        page.get_by_test_id("skip-passkey").click()
        expect(page).to_have_url(f"{self.server.base}/")

    # The work

    def open_the_ecosystem(self):
        self.administrator.page.goto(HERE)
        expect(self.administrator.page.get_by_role("heading", level=1)).to_be_visible()
        self.guest.page.goto(RECORD)
        expect(self.guest.page.get_by_role("heading", level=1)).to_have_text("Agenda Stad")

    def edit_and_see_it_live_elsewhere(self):
        page = self.administrator.page
        page.goto(f"{RECORD}/edit")
        page.get_by_label("Plaats", exact=True).fill(MARK)
        page.get_by_label("Waarom (voor de geschiedenis)").fill("Omdat het verhaal dat vraagt")
        page.get_by_role("button", name="Bewaren").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Agenda Stad")
        page.goto(RECORD)
        expect(page.get_by_role("main")).to_contain_text(MARK)
        expect(self.guest.page.get_by_role("main")).to_contain_text(MARK)  # nobody reloaded it

    def find_it_in_the_history(self):
        page = self.administrator.page
        page.goto(f"{HERE}/history")
        expect(page.get_by_role("main")).to_contain_text("Agenda Stad")
        page.goto(f"{RECORD}/history")
        expect(page.get_by_role("main")).to_contain_text(MARK)
        expect(page.get_by_role("main")).to_contain_text("Omdat het verhaal dat vraagt")
        self.camera.shoot(page, "versions")

    def go_back_to_the_version_before(self):
        page = self.administrator.page
        page.get_by_role("button", name="Zet terug naar deze versie").first.click()
        page.wait_for_load_state()
        page.goto(RECORD)
        expect(page.get_by_role("main")).not_to_contain_text(MARK)
        expect(self.guest.page.get_by_role("main")).not_to_contain_text(MARK)

    def keep_what_is_being_typed(self):
        page, other = self.administrator.page, self.guest.page
        page.goto(f"{RECORD}/edit")
        page.get_by_label("Website", exact=True).fill("https://half.getypt.nl")
        second = self.administrator.context.new_page()
        second.goto(f"{RECORD}/edit")
        second.get_by_label("Plaats", exact=True).fill(f"{MARK} 2")
        second.get_by_role("button", name="Bewaren").click()
        expect(page.locator(".toast")).to_contain_text("Iemand anders heeft hier iets gewijzigd. Bewaar gerust")
        expect(page.locator(".toast").get_by_role("button")).to_have_text(["Sluiten"])
        expect(page.get_by_label("Website", exact=True)).to_have_value("https://half.getypt.nl")
        expect(other.get_by_role("main")).to_contain_text(f"{MARK} 2")
        second.close()
        self.camera.shoot(page, "typing")
        with self.administrator.expecting_refusal():
            page.get_by_role("button", name="Bewaren").click()
            expect(page.get_by_role("alert")).to_contain_text("Terwijl u schreef is dit gewijzigd")
        expect(page.get_by_label("Website", exact=True)).to_have_value("https://half.getypt.nl")

    def speak_english_when_asked(self):
        page = self.administrator.page
        page.goto("/account")
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("My account")
        page.get_by_role("button", name="Nederlands").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")

    def look_at_every_page(self):
        wrong = tour(self.administrator, self.camera)
        assert not wrong, "\n".join(wrong)

    def hear_no_complaints(self):
        complaints = self.administrator.complaints + self.guest.complaints
        assert not complaints, "\n".join(dict.fromkeys(complaints))

    def prove_that_nothing_was_altered(self):
        status = self.server.stop()
        assert status == 0, f"the server stopped with {status}:\n{self.server.log()}"
        verdict = self.server.run("verify")
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr
        self.told = verdict.stdout.strip()

    @property
    def line(self):
        """Each step needs those before it."""
        return [
            self.open_the_printed_link, self.make_a_passkey, self.find_the_link_used_up, self.sign_out,
            self.be_refused_without_unlocking_the_passkey, self.sign_in_with_the_passkey_and_the_keyboard,
            self.invite_somebody, self.follow_the_invitation, self.open_the_ecosystem,
            self.edit_and_see_it_live_elsewhere, self.find_it_in_the_history, self.go_back_to_the_version_before,
            self.keep_what_is_being_typed, self.speak_english_when_asked,
        ]

    @property
    def closing(self):
        """What can be told whatever happened before."""
        return [self.look_at_every_page, self.hear_no_complaints, self.prove_that_nothing_was_altered]
