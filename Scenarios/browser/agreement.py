"""Choose, fill in, consult, object, amend, sign, watch, prove: three organisations, two languages, a browser for each."""

import re
from datetime import date, timedelta
from zipfile import ZipFile

from playwright.sync_api import expect

import papers
from pages import Camera, tour
from people import enter, invitation
from stage import Browser, today, without_scripts

HERE = "/ecosystems/warmte-noord"
AGREEMENT = f"{HERE}/agreements/samenwerking"
INTENT = f"{HERE}/agreements/intentie"
TERM = "samenwerking-term"
GOAL = "samenwerking-common-goal"

FILLED = {
    "samenwerking-decision-rights": {
        "Overleg van de partijen": "stuurgroep", "Regisseur": "wijkcooperatie",
    },
    GOAL: {
        "Het gevraagde resultaat": "Vóór 2032 stookt de wijk zonder aardgas",
        "Wat niet bij het doel hoort": "Isolatie van woningen",
        "Orgaan dat de samenwerking stuurt": "stuurgroep",
    },
    "samenwerking-intents": {"Waarom de partijen dit samen doen": "Niemand kan dit alleen"},
    "samenwerking-collaboration": {"Naam van het platform": "Noordplein", "Beheerder van de informatieplek": "gemeente"},
}
PROPOSED = "The agreement runs for ten years. After that the parties decide together whether to go on."
ADOPTED = "De overeenkomst loopt tien jaar. Daarna besluiten de partijen samen of zij doorgaan."
NO = "De gemeenteraad stelt de warmtevisie vast, niet deze partijen."
WHY_NOT = "Het doel blijft binnen de warmtevisie; de raad houdt het laatste woord."


class AgreementStory:
    def __init__(self, server, chromium):
        self.server = server
        self.camera = Camera()
        self.chromium = chromium
        self.chair = Browser(chromium, "chair", server.base)
        self.alderman = Browser(chromium, "alderman", server.base)
        self.director = Browser(chromium, "director", server.base, "en")
        self.hash = None
        self.folder = server.folder

    # The way in

    def come_in_and_invite_the_others(self):
        page = self.chair.page
        enter(self.chair, self.server.first_link(), self.server.base)
        page.goto("/people")
        page.get_by_test_id("account").first.get_by_role("link").first.click()
        page.get_by_label("Ook laten optreden als").select_option("warmte-noord/voorzitter")
        page.get_by_role("button", name="Koppelen").click()
        expect(page.get_by_role("main")).to_contain_text("Wijkcoöperatie Noordwal")
        self._let_in(self.alderman, "Wethouder van de proef", "wethouder", "nl")
        self._let_in(self.director, "Director of the story", "directeur", "en")
        expect(self.director.page.locator("html")).to_have_attribute("lang", "en")

    def _let_in(self, browser, name, person, language):
        link = invitation(self.chair.page, name, f"warmte-noord/{person}", language)
        enter(browser, link, self.server.base)

    # Writing

    def choose_blocks_by_the_advice(self):
        page = self.chair.page
        page.goto(f"{HERE}/agreements")
        page.get_by_role("link", name="Samenwerkingsovereenkomst wijkwarmte").click()
        page.get_by_role("link", name="Schrijven").click()
        expect(page.get_by_role("main")).to_contain_text("Nog geen bepalingen")
        self.camera.shoot(page, "assembly-empty")
        page.get_by_role("button", name=re.compile(r"^Neem deze \d+ over$")).click()
        expect(page.locator("section.assembling")).to_have_count(7)
        self.camera.shoot(page, "assembly-advised")

    def fill_in_the_places(self):
        page = self.chair.page
        day = str(today() + timedelta(days=3000))
        for clause, places in (FILLED | {
            TERM: {"Laatste dag": day, "Uiterste dag om te laten weten of een partij wil verlengen": day},
        }).items():
            card = page.locator(f"#clause-{clause}")
            for label, value in places.items():
                place = card.get_by_label(label, exact=True)
                if place.evaluate("place => place.tagName") == "SELECT":
                    place.select_option(value)
                else:
                    place.fill(value)
            if clause == "samenwerking-intents":
                card.get_by_label("Einde van de verkenning").fill(day)
            card.get_by_role("button", name="Vul in").click()
            expect(page.locator(f"#clause-{clause} mark.blank")).to_have_count(0)
        expect(page.locator("mark.blank")).to_have_count(0)
        self.camera.shoot(page, "assembly-filled")
        page.locator(f"#clause-{GOAL}").get_by_role("button", name="Omhoog").click()
        expect(page.locator("section.assembling").first).to_contain_text("1 Gemeenschappelijk doel")

    # Consulting

    def fix_a_version_and_open_a_round(self):
        self._fix(1, "Eerste tekst, volgens het voorstel.")
        page = self.chair.page
        page.get_by_role("button", name="Open de ronde").click()
        expect(page.get_by_role("main")).to_contain_text("in consultatie")

    def _fix(self, number, changes):
        page = self.chair.page
        page.goto(AGREEMENT)
        self._open(page, f"Leg versie {number} vast")
        page.get_by_label("Wat is er veranderd, en waarom").fill(changes)
        page.get_by_role("button", name="Leg vast").click()
        expect(page.get_by_role("main")).to_contain_text(f"Versie {number}")

    def _open(self, place, words):
        """Unfolds what is not open yet."""
        summary = place.locator("summary", has_text=words).first
        if summary.evaluate("summary => !summary.parentElement.open"):
            summary.click()

    def react_without_scripts(self):
        """The alderman reads and reacts in a browser without JavaScript."""
        with without_scripts(self.chromium, self.alderman, self.server.base) as page:
            page.goto(AGREEMENT)
            expect(page.locator(".asked")).to_contain_text("7 bepalingen vragen uw reactie namens Gemeente Havenrijk")
            self.camera.shoot(page, "consultation-plain")
            self._react(page, GOAL, "objection", text=NO)
            expect(page.locator(f"#clause-{GOAL} .remark.objection")).to_contain_text(NO)
            for clause in page.locator("section.clause").evaluate_all("all => all.map(one => one.id)"):
                if clause != f"clause-{GOAL}":
                    self._react(page, clause.removeprefix("clause-"), "agree")
            page.goto(AGREEMENT)
            expect(page.locator(".asked")).to_have_count(0)

    def propose_a_text_in_english(self):
        page = self.director.page
        page.goto(AGREEMENT)
        expect(page.get_by_role("heading", level=1)).to_have_text("Cooperation agreement neighbourhood heat")
        with self.director.expecting_refusal():
            self._react(page, TERM, "objection")  # an objection says why
            expect(page.get_by_role("alert").first).to_be_visible()
        self.camera.shoot(page, "consultation-refused")
        page.goto(AGREEMENT)
        self._react(page, TERM, "proposal", text="Banks ask for a fixed term.", proposal=PROPOSED)
        expect(page.locator(f"#clause-{TERM} .remark")).to_contain_text(PROPOSED)
        self.camera.shoot(page, "consultation")

    def _react(self, page, clause, sort, text="", proposal=""):
        place = page.locator(f"#clause-{clause}")
        self._open(place, re.compile("Reageer|React"))
        place.locator("select[name=sort]").select_option(sort)
        place.locator("textarea[name=text]").fill(text)
        place.locator("textarea[name=proposal]").fill(proposal)
        place.get_by_role("button", name=re.compile("Verstuur reactie|Send remark")).click()
        page.wait_for_load_state()

    def adopt_one_and_set_one_aside(self):
        page = self.chair.page
        page.goto(AGREEMENT)
        self._reply(GOAL, "set-aside", WHY_NOT)
        expect(page.locator(f"#clause-{GOAL} .reply")).to_contain_text(f"terzijde gelegd {WHY_NOT}")
        self._reply(TERM, "adopted", "Een vaste termijn helpt iedereen.")
        expect(page.locator(f"#clause-{TERM} .reply")).to_contain_text("overgenomen")
        self.camera.shoot(page, "consultation-answered")

    def _reply(self, clause, outcome, reason):
        place = self.chair.page.locator(f"#clause-{clause} .remark")
        self._open(place, "Antwoord")
        place.locator("select[name=outcome]").select_option(outcome)
        place.locator("textarea[name=reason]").fill(reason)
        place.get_by_role("button", name="Antwoord").click()

    def write_the_adopted_text_in_dutch(self):
        """What was proposed in one language is written in the other too, before it is fixed."""
        page = self.chair.page
        page.goto(f"{AGREEMENT}/assembly")
        page.locator(f"#clause-{TERM}").get_by_role("link", name="Wijzig de tekst").click()
        page.get_by_label("Nederlands").nth(1).fill(ADOPTED)
        page.get_by_role("button", name="Bewaren").click()
        page.goto(f"{AGREEMENT}?draft=1")
        expect(page.locator(f"#clause-{TERM}")).to_contain_text(ADOPTED)

    def see_the_difference(self):
        self._fix(2, "Een vaste termijn, op voorstel van Nordic Heat Networks.")
        for browser, text in ((self.chair, "tien jaar"), (self.director, "for ten years")):
            browser.page.goto(f"{AGREEMENT}/redline?from=1&to=2")
            expect(browser.page.locator(f"#clause-{TERM} ins").filter(has_text=text).first).to_be_visible()
            assert browser.page.locator(f"#clause-{TERM} del").count(), "what went is struck through"
        self.camera.shoot(self.director.page, "redline")

    # Signing

    def offer_it(self):
        page = self.chair.page
        page.goto(AGREEMENT)
        self._open(page, "Leg versie 2 voor ter ondertekening")
        page.get_by_role("button", name="Leg voor").click()
        expect(page.get_by_role("main")).to_contain_text("ter ondertekening")

    def sign_each_in_their_own_language(self):
        self._sign(self.alderman, "Wij aanvaarden deze tekst", "Naar ondertekenen", "Lees wat u ondertekent")
        self._sign(self.director, "We accept this text", "Go to signing", "Read what you sign")
        expect(self.director.page.locator("#standing")).to_contain_text("asked")  # nobody is bound before all have signed
        self._sign(self.chair, "Wij aanvaarden deze tekst", "Naar ondertekenen", "Lees wat u ondertekent")

    def _sign(self, browser, answer, link, read):
        page = browser.page
        page.goto(AGREEMENT)
        page.locator(".asked").get_by_role("link", name=link).click()
        self.camera.shoot(page, f"signing-choice-{browser.name}")
        page.get_by_label(answer).check()
        page.get_by_role("button", name=read).click()
        expect(page.locator(".statement")).to_have_text(answer)
        self.hash = page.locator(".ceremony code").inner_text().replace(" ", "")
        self.camera.shoot(page, f"ceremony-{browser.name}")
        page.get_by_test_id("sign").click()
        page.wait_for_url(re.compile(r"#standing$"))

    def not_sign_twice(self):
        page = self.alderman.page
        page.goto(f"{AGREEMENT}/signing?party=gemeente&answer=accept")
        expect(page.get_by_test_id("sign")).to_have_count(0)
        expect(page.get_by_role("alert")).to_be_visible()
        self.camera.shoot(page, "signed-already")

    def find_everybody_bound(self):
        page = self.chair.page
        page.goto(AGREEMENT)
        expect(page.locator(".lead")).to_contain_text("van kracht")
        objection = page.locator(f"#clause-{GOAL} .remark.objection")  # what was set aside stays in sight
        expect(objection).to_contain_text("bij versie 1")
        expect(objection).to_contain_text(WHY_NOT)
        page.get_by_role("link", name="Wie is gebonden").click()
        expect(page.locator("tbody").first.get_by_text("✓ versie 2")).to_have_count(3)
        page.get_by_label("Wie was gebonden op").fill("2025-03-01")
        page.get_by_role("button", name="Kijk").click()
        expect(page.get_by_role("main")).to_contain_text("nog niemand gebonden")

    # Watching

    def see_what_will_be_breached(self):
        """Nobody did anything yet: what each owes in the first whole year is breached when that is over."""
        page = self.director.page
        page.goto(f"{HERE}/obligations")
        expect(page.locator(".pill", has_text="breached")).to_have_count(0)
        self.camera.shoot(page, "obligations-today")
        page.get_by_label("As it is on").fill(str(date(today().year + 2, 1, 15)))
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".pill", has_text="breached").first).to_be_visible()
        self.camera.shoot(page, "obligations-later")

    def see_a_breach_in_an_example(self):
        page = self.chair.page
        page.goto("/ecosystems/it-lots/obligations?on=2026-11-20")
        expect(page.locator(".pill", has_text="niet nagekomen").first).to_be_visible()
        self.camera.shoot(page, "obligations-it-lots")

    # Proving

    def look_at_the_paper(self):
        for browser, row, title in (
            (self.chair, "Nederlands", "Samenwerkingsovereenkomst wijkwarmte"),
            (self.director, "side by side", "Cooperation agreement neighbourhood heat"),
        ):
            pdf = self._download(browser, row, "PDF")
            pages = papers.words(pdf)
            assert papers.is_tagged(pdf), "the PDF has tags"
            assert title in " ".join(pages[0].split()), "the first page has the title"
            for number, text in enumerate(pages, 1):
                bare = "".join(text.split())
                assert self.hash[:16] in bare, f"page {number} has no code: {text}"
            assert self.hash in "".join("".join(pages).split()), "the whole hash is in it"
            drawn = papers.pictures(pdf, self.folder / f"paper-{browser.name}")
            assert len(drawn) == len(pages)
            for picture in drawn:
                assert papers.ink(picture) > 0.002, f"{picture.name} is blank"
            self.camera.keep_pages(pdf, f"paper-{browser.name}")

    def _download(self, browser, row, name):
        page = browser.page
        page.goto(f"{AGREEMENT}/document")
        place = page.locator("dl.fields > div", has_text=row) if row else page
        with page.expect_download(timeout=60_000) as coming:
            place.get_by_role("link", name=name).click()
        file = self.folder / f"{browser.name}-{coming.value.suggested_filename}"
        coming.value.save_as(file)
        return file

    def verify_the_bundle_without_the_house(self):
        bundle = self._download(self.alderman, None, "Bewijsbundel (zip)")
        told = self.server.run_alone("agreement", "verify", str(bundle))
        assert told.returncode == 0, told.stdout + told.stderr
        changed = self.folder / "changed.zip"
        with ZipFile(bundle) as old, ZipFile(changed, "w") as new:
            for entry in old.infolist():
                content = old.read(entry)
                new.writestr(entry, content.replace(b"ten years", b"two years") if entry.filename.endswith(".json") else content)
        told = self.server.run_alone("agreement", "verify", str(changed))
        assert told.returncode == 1, f"a changed text verifies: {told.stdout}"

    # Going on and leaving

    def hold_a_review_that_becomes_a_draft(self):
        page = self.chair.page
        page.goto(f"{AGREEMENT}/course")
        page.get_by_role("link", name="Houd een evaluatie").click()
        page.get_by_label("Conclusies").fill("Het doel mag scherper.")
        page.locator("#clause-0").select_option(GOAL)
        page.get_by_label("Wat moet anders").first.fill("Noem het jaar")
        page.get_by_label("Nieuwe tekst van de bepaling").first.fill("Vóór 2031 stookt de wijk zonder aardgas.")
        self.camera.shoot(page, "review-session")
        page.get_by_role("button", name="Leg de evaluatie vast").click()
        page.get_by_role("button", name="Neem over in de tekst").click()
        expect(page.locator("ins", has_text="2031").first).to_be_visible()

    def leave_knowing_what_follows(self):
        with without_scripts(self.chromium, self.director, self.server.base) as plain:
            plain.goto(f"{AGREEMENT}/exit")
            expect(plain.locator("#follows")).to_contain_text("2 other parties stay bound")
            self.camera.shoot(plain, "exit")
            plain.get_by_test_id("give-notice").click()
            expect(plain.get_by_role("main")).to_contain_text("gives notice")

    def confirm_a_letter_of_intent_without_scripts(self):
        page = self.chair.page
        page.goto(INTENT)
        page.get_by_role("button", name="Leg vast").click()
        self._open(page, "Leg versie 1 voor ter ondertekening")
        page.get_by_role("button", name="Leg voor").click()
        for browser, answer, read, confirm in (
            (self.alderman, "Wij aanvaarden", "Lees wat u ondertekent", "Bevestig zonder handtekening"),
            (self.director, "We accept", "Read what you sign", "Confirm without a signature"),
        ):
            with without_scripts(self.chromium, browser, self.server.base) as plain:
                plain.goto(f"{INTENT}/signing")
                plain.get_by_label(answer).check()
                plain.get_by_role("button", name=read).click()
                self.camera.shoot(plain, f"intent-plain-{browser.name}")
                plain.get_by_role("button", name=confirm).click()
                expect(plain.locator("#standing .pill.ok", has_text=re.compile("aanvaardt|accepts")).first).to_be_visible()

    # Looking back

    def look_at_every_page(self):
        pages = {
            "agreements": f"{HERE}/agreements", "agreement": AGREEMENT, "assembly": f"{AGREEMENT}/assembly",
            "bound": f"{AGREEMENT}/bound", "redline": f"{AGREEMENT}/redline", "document": f"{AGREEMENT}/document",
            "course": f"{AGREEMENT}/course", "signing": f"{AGREEMENT}/signing", "exit": f"{AGREEMENT}/exit",
            "review": f"{AGREEMENT}/review", "obligations": f"{HERE}/obligations",
            "today-of-the-chair": "/",
        }
        wrong = tour(self.chair, self.camera, pages)
        english = {f"{name}-en": path for name, path in pages.items() if name != "assembly"}
        assert not (wrong := wrong + tour(self.director, self.camera, english)), "\n".join(wrong)

    def hear_no_complaints(self):
        complaints = self.chair.complaints + self.alderman.complaints + self.director.complaints
        assert not complaints, "\n".join(dict.fromkeys(complaints))

    def prove_that_nothing_was_altered(self):
        assert self.server.stop() == 0, self.server.log()
        verdict = self.server.run("verify")
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr

    @property
    def line(self):
        """Each step needs those before it."""
        return [
            self.come_in_and_invite_the_others, self.choose_blocks_by_the_advice, self.fill_in_the_places,
            self.fix_a_version_and_open_a_round, self.react_without_scripts, self.propose_a_text_in_english,
            self.adopt_one_and_set_one_aside, self.write_the_adopted_text_in_dutch, self.see_the_difference,
            self.offer_it, self.sign_each_in_their_own_language, self.not_sign_twice, self.find_everybody_bound,
            self.see_what_will_be_breached, self.see_a_breach_in_an_example, self.look_at_the_paper,
            self.verify_the_bundle_without_the_house, self.hold_a_review_that_becomes_a_draft,
            self.leave_knowing_what_follows, self.confirm_a_letter_of_intent_without_scripts,
        ]

    @property
    def closing(self):
        """What can be told whatever happened before."""
        return [self.look_at_every_page, self.hear_no_complaints, self.prove_that_nothing_was_altered]
