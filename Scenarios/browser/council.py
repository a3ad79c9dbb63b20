"""Deciding: a matter, a proposal, an objection, another text, consent, its effect, minutes; a secret ballot; who is responsible for what."""

import json
import re
from hashlib import sha256

from playwright.sync_api import expect

from pages import Camera, tour
from people import enter, invitation
from stage import Browser, today, without_scripts

HERE = "/ecosystems/raad-noord"
QUESTION = "Mag een huishouden worden afgesloten?"
FIRST = "Wie drie maanden niet betaalt, wordt afgesloten."
SECOND = "Niemand wordt in de winter afgesloten, en nooit zonder gesprek vooraf."
HARM = "In de kou raken mensen ziek; dat kunnen wij onze leden niet aandoen."
EFFECT = {"nl": SECOND, "en": "Nobody is cut off in winter, and never without a talk."}
CANDIDATES = [
    "Wijkcoöperatie: kent de bewoners", "Gemeente: heeft een bureau dat ondersteunt", "Netbeheer: kent het net",
]
PAGES = {
    "governance": f"{HERE}/governance",
    "governance-body": f"{HERE}/governance/bodies/stuurgroep",
    "governance-rights": f"{HERE}/governance/rights",
    "governance-matters": f"{HERE}/matters",
    "responsibilities": f"{HERE}/responsibilities",
    "responsibilities-lots": "/ecosystems/it-lots/responsibilities",
    "responsibilities-shared": "/ecosystems/it-lots/responsibilities/shared",
    "selections": f"{HERE}/selections",
    "disputes": f"{HERE}/disputes",
    "risks": f"{HERE}/risks",
    "decisions": f"{HERE}/decisions",
    "digest": "/digest",
    "governance-deal": "/ecosystems/city-deal/governance",
    "matters-district": "/ecosystems/den-bosch/matters",
    "matter-district": "/ecosystems/den-bosch/matters/eerste-casus",
    "decisions-district": "/ecosystems/den-bosch/decisions",
}


def field(page, name):
    """An input of the form of a record."""
    return page.locator(f"form.record [name='f.{name}']")


class CouncilStory:
    def __init__(self, server, chromium):
        self.server, self.chromium = server, chromium
        self.camera = Camera()
        self.chair = Browser(chromium, "chair", server.base)
        self.alderman = Browser(chromium, "alderman", server.base)
        self.director = Browser(chromium, "director", server.base)
        self.tenant = Browser(chromium, "tenant", server.base)
        self.pages = dict(PAGES)
        self.codes = {}

    # The way in

    def come_in_and_invite_the_others(self):
        page = self.chair.page
        enter(self.chair, self.server.first_link(), self.server.base)
        page.goto("/people")
        page.get_by_test_id("account").first.get_by_role("link").first.click()
        page.get_by_label("Ook laten optreden als").select_option("raad-noord/voorzitter")
        page.get_by_role("button", name="Koppelen").click()
        expect(page.get_by_role("main")).to_contain_text("Wijkcoöperatie Noordwal")
        for browser, person in [
            (self.alderman, "wethouder"), (self.director, "directeur"), (self.tenant, "woordvoerder"),
        ]:
            link = invitation(self.chair.page, f"Proef {person}", f"raad-noord/{person}")
            enter(browser, link, self.server.base)

    # A matter and a proposal

    def raise_a_matter(self):
        page = self.tenant.page
        page.goto(f"{HERE}/matters")
        page.get_by_role("link", name="Breng een kwestie in").click()
        field(page, "question.nl").fill(QUESTION)
        field(page, "body").select_option("stuurgroep")
        field(page, "why.nl").fill("De huurders vragen om duidelijkheid voor de winter.")
        field(page, "raisedBy").select_option("huurders")
        page.locator("form.record button.button").click()
        page.goto(f"{HERE}/matters")
        page.get_by_role("link", name=QUESTION).first.click()
        self.matter = page.url.split(self.server.base)[1].split("?")[0]
        self.pages["matter"] = self.matter

    def put_it_on_the_agenda(self):
        page = self.chair.page
        page.goto(f"{HERE}/governance/bodies/stuurgroep")
        page.get_by_role("link", name="Eén vergadering").click()
        field(page, "on").fill(str(today()))
        page.locator("form.record button.button").click()
        page.goto(f"{HERE}/governance/bodies/stuurgroep")
        page.locator("a[href*='/governance/meetings/']").first.click()
        self.meeting = page.url.split(self.server.base)[1].split("?")[0]
        self.pages["meeting"] = self.meeting
        expect(page.get_by_role("main")).to_contain_text(QUESTION)
        page.get_by_role("button", name="Zet dit op de agenda").click()
        expect(page.get_by_role("main")).to_contain_text(QUESTION)

    def make_a_proposal(self):
        page = self.director.page
        page.goto(self.matter)
        page.get_by_label("Naam", exact=True).fill("Afsluiten na drie maanden")
        page.get_by_label("Wat stelt u voor").fill(FIRST)
        page.get_by_role("button", name="Voeg een gevolg toe").click()
        page.get_by_label("Wat voor gegeven").select_option("clauses")
        page.get_by_role("button", name="Verder").click()
        page.locator("select[name='e.record']").select_option("afsluiten")
        page.locator("input[name='e.field'][value=text]").check()
        page.get_by_role("button", name="Verder").click()
        expect(page.get_by_role("main")).to_contain_text("Nu staat er:")
        for language, words in EFFECT.items():
            field(page, f"text.{language}").fill(words)
        page.get_by_role("button", name="Zet bij het voorstel").click()
        expect(page.get_by_role("main")).to_contain_text("Wordt gewijzigd:")
        self.camera.shoot(page, "proposal-draft")
        page.get_by_role("button", name="Dien het voorstel in").click()
        expect(page.locator("section.proposal")).to_contain_text(FIRST)
        expect(page.locator("section.proposal")).to_contain_text("Niemand wordt afgesloten zonder gesprek vooraf.")

    def feel_how_the_others_stand(self):
        page = self.alderman.page
        page.goto(self.matter)
        page.get_by_text("Peil: zeg hoe u ertegenover staat").click()
        page.get_by_label("Toelichting").fill("Wij willen eerst met de mensen praten.")
        page.get_by_role("button", name="Laat weten").click()
        expect(page.locator("section.proposal")).to_contain_text("Peiling")

    # Objection, another text, consent

    def open_a_ballot_by_consent(self):
        self.first = self._open(self.chair.page, "consent")

    def _open(self, page, method, secrecy="named"):
        page.goto(self.matter)
        page.get_by_text("Open een stemming").click()
        page.get_by_label("Regel", exact=True).select_option(method)
        page.get_by_label("Openheid").select_option(secrecy)
        page.get_by_role("button", name="Open de stemming").click()
        page.locator("section.proposal a[href*='/ballots/']").last.click()
        expect(page.get_by_role("main")).to_contain_text("0 van 4 zetels stemden")
        return page.url.split(self.server.base)[1].split("?")[0]

    def _vote(self, browser, ballot, cast, reason="", objects=False):
        page = browser.page
        page.goto(ballot)
        form = page.locator("section[id^=vote-]").first
        form.get_by_label(cast, exact=True).check()
        if objects:
            form.get_by_label(re.compile("Ik maak bezwaar")).check()
        if reason:
            form.get_by_label(re.compile("Redenen")).fill(reason)
        form.get_by_role("button", name="Stem", exact=True).click()

    def an_objection_without_reasons_is_refused(self):
        with self.tenant.expecting_refusal():
            self._vote(self.tenant, self.first, "tegen", objects=True)
            expect(self.tenant.page.get_by_role("alert").first).to_be_visible()

    def object_with_reasons(self):
        self._vote(self.tenant, self.first, "tegen", HARM, objects=True)
        expect(self.tenant.page.get_by_role("main")).to_contain_text(HARM)
        self._vote(self.director, self.first, "voor")

        self.alderman.page.goto(self.first)
        self.camera.shoot(self.alderman.page, "ballot-open")

    def who_has_no_seat_cannot_vote(self):
        with without_scripts(self.chromium, self.chair, self.server.base) as page:
            page.goto(self.first)
            expect(page.locator("section[id^=vote-]")).to_have_count(1)

    def cancel_and_change_the_text(self):
        page = self.chair.page
        page.goto(self.first)
        page.get_by_text("Breek af, met een reden").click()
        page.get_by_label("Waarom", exact=True).last.fill("Het bezwaar vraagt om een andere tekst.")
        page.get_by_role("button", name="Breek de stemming af").click()
        page = self.director.page
        page.goto(self.matter)
        page.get_by_text("Verander de tekst").click()
        page.get_by_label("Nieuwe tekst").fill(SECOND)
        because = page.get_by_label("Naar aanleiding van")
        because.select_option(index=1)
        page.get_by_label("Waarom", exact=True).first.fill("Zo is het bezwaar van de huurders opgelost.")
        page.get_by_role("button", name="Leg tekst 2 vast").click()
        card = page.locator("section.proposal")
        expect(card).to_contain_text(SECOND)
        expect(card).to_contain_text("Eerdere teksten")
        expect(card).to_contain_text("Peiling over de vorige tekst")
        self.camera.shoot(self.alderman.page, "ballot-cancelled")
        self.alderman.page.goto(self.matter)
        self.camera.shoot(self.alderman.page, "matter-changed")

    def consent_to_the_changed_text(self):
        self.second = self._open(self.chair.page, "consent")
        for browser in [self.chair, self.alderman, self.director, self.tenant]:
            self._vote(browser, self.second, "voor")
            expect(browser.page.get_by_role("main")).to_contain_text("heeft gestemd")
        page = self.chair.page
        page.goto(self.second)
        page.get_by_role("button", name="Sluit de stemming").click()
        page.get_by_role("button", name="Tel en leg het besluit vast").click()
        expect(page.locator("section.result")).to_contain_text("aangenomen", ignore_case=True)
        self.pages["ballot"] = self.second

    def anyone_counts_it_again(self):
        page = self.tenant.page
        page.goto(self.second)
        page.get_by_text("Tel het zelf na").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="Haal het op").click()
        path = self.server.folder / "ballot.json"
        download.value.save_as(path)
        counted = self.server.run_alone("ballot", "count", str(path), "--json")
        assert counted.returncode == 0, counted.stderr
        assert json.loads(counted.stdout)["result"] == "adopted", counted.stdout

    def carry_it_out(self):
        page = self.chair.page
        page.goto(self.matter)
        page.get_by_role("button", name="Voer het besluit uit").click()
        expect(page.get_by_role("main")).to_contain_text("uitgevoerd", ignore_case=True)
        page.goto(f"{HERE}/records/clauses/afsluiten")
        expect(page.get_by_role("main")).to_contain_text(SECOND)

    def write_the_minutes(self):
        page = self.chair.page
        page.goto(self.meeting)
        page.get_by_text("Schrijf het verslag").click()
        page.get_by_label("Besproken").first.fill("Met instemming van allen besloten; zie het besluit.")
        page.get_by_role("button", name="Bewaar").first.click()
        expect(page.get_by_role("main")).to_contain_text("Met instemming van allen besloten")

    # In secret

    def vote_in_secret(self):
        page = self.alderman.page
        page.goto(f"{HERE}/matters")
        page.get_by_role("link", name="Breng een kwestie in").click()
        field(page, "question.nl").fill("Wie zit de stuurgroep voor?")
        field(page, "body").select_option("stuurgroep")
        field(page, "raisedBy").select_option("gemeente")
        page.locator("form.record button.button").click()
        page.goto(f"{HERE}/matters")
        page.get_by_role("link", name="Wie zit de stuurgroep voor?").first.click()
        self.matter = page.url.split(self.server.base)[1].split("?")[0]
        page.get_by_label("Naam", exact=True).fill("Voorzitter kiezen")
        page.get_by_label("Wat stelt u voor").fill("De gekozen organisatie levert een jaar lang de voorzitter.")
        page.get_by_label("Opties").fill("\n".join(CANDIDATES))
        page.get_by_role("button", name="Dien het voorstel in").click()
        self.secret = self._open(self.chair.page, "irv", "secret")
        for browser, order in self.rankings:
            self._rank(browser, order)
            receipt = browser.page.locator("section.receipt")
            expect(receipt).to_contain_text("Uw stem ligt in de bus")
            self.codes[browser.name] = receipt.locator("code").first.inner_text().strip()
        self.camera.shoot(self.tenant.page, "receipt")
        assert len(set(self.codes.values())) == 4, self.codes

    @property
    def rankings(self):
        """Three of the four put one candidate first."""
        return [
            (self.chair, ["Wijkcoöperatie", "Gemeente"]), (self.alderman, ["Gemeente", "Wijkcoöperatie"]),
            (self.director, ["Wijkcoöperatie", "Gemeente"]), (self.tenant, ["Wijkcoöperatie", "Netbeheer"]),
        ]

    def _rank(self, browser, order):
        page = browser.page
        page.goto(self.secret)
        form = page.locator("section[id^=vote-]").first
        for place, candidate in enumerate(order, 1):
            form.get_by_label(candidate, exact=True).select_option(str(place))
        form.get_by_role("button", name="Stem", exact=True).click()

    def nobody_sees_who_voted_what(self):
        page = self.chair.page
        page.goto(self.secret)
        page.get_by_role("button", name="Sluit de stemming").click()
        page.get_by_role("button", name="Tel en leg het besluit vast").click()
        expect(page.locator("section.result")).to_contain_text("Wijkcoöperatie")
        exported = self.server.run("export", "raad-noord", "--out", str(self.server.folder / "out"))
        assert exported.returncode == 0, exported.stderr
        for browser, code in self.codes.items():
            for file in (self.server.folder / "out").rglob("*.yaml"):
                assert code not in file.read_text(), (browser, file)

    def a_voter_finds_the_own_vote(self):
        page = self.director.page
        page.goto(self.secret)
        page.get_by_label("Uw ontvangstcode").fill(self.codes["director"])
        page.get_by_role("button", name="Zoek mijn stem").click()
        expect(page.get_by_role("main")).to_contain_text("Wijkcoöperatie")
        page.goto(self.secret)
        page.locator("summary", has_text="Alle stembiljetten").click()
        digest = sha256(self.codes["director"].encode()).hexdigest()[:16]
        expect(page.get_by_role("main")).to_contain_text(digest)

    # Since

    def read_what_was_decided_in_two_minutes(self):
        page = self.tenant.page
        page.goto("/digest")
        main = page.get_by_role("main")
        expect(main).to_contain_text("Aangenomen: Afsluiten na drie maanden")
        expect(main).to_contain_text("Gekozen: Voorzitter kiezen (Wijkcoöperatie)")
        self.camera.shoot(page, "digest")
        told = self.server.run("digest")
        assert told.returncode == 0, told.stderr
        assert "Afsluiten na drie maanden" in told.stdout, told.stdout

    # Responsible

    def divide_an_activity_until_nothing_is_missing(self):
        page = self.chair.page
        page.goto(f"{HERE}/responsibilities")
        expect(page.get_by_role("main")).to_contain_text("Storingen verhelpen")
        expect(page.get_by_role("main")).not_to_contain_text("De verdeling is volledig")
        page.locator("summary", has_text="Kolommen kiezen").click()
        page.get_by_label("Nordic Heat Networks").check()
        page.get_by_role("button", name="Toon deze kolommen").click()
        page.locator("tbody tr", has_text="Storingen verhelpen").locator("td a").first.click()
        page.get_by_label(re.compile("voert uit")).check()
        page.get_by_label(re.compile("eindverantwoordelijk")).check()
        page.get_by_test_id("assign").click()
        expect(page.get_by_role("main")).to_contain_text("De verdeling is volledig")

    def every_page_reads_wide_on_a_phone_and_in_the_dark(self):
        wrong = tour(self.chair, self.camera, self.pages)
        assert not wrong, "\n".join(wrong)

    def no_browser_complained(self):
        for browser in [self.chair, self.alderman, self.director, self.tenant]:
            assert not browser.complaints, "\n".join(browser.complaints)

    @property
    def line(self):
        return [
            self.come_in_and_invite_the_others, self.raise_a_matter, self.put_it_on_the_agenda, self.make_a_proposal,
            self.feel_how_the_others_stand, self.open_a_ballot_by_consent, self.an_objection_without_reasons_is_refused,
            self.object_with_reasons, self.who_has_no_seat_cannot_vote, self.cancel_and_change_the_text,
            self.consent_to_the_changed_text, self.anyone_counts_it_again, self.carry_it_out, self.write_the_minutes,
            self.vote_in_secret, self.nobody_sees_who_voted_what, self.a_voter_finds_the_own_vote,
            self.read_what_was_decided_in_two_minutes,
        ]

    @property
    def closing(self):
        return [
            self.divide_an_activity_until_nothing_is_missing, self.every_page_reads_wide_on_a_phone_and_in_the_dark,
            self.no_browser_complained,
        ]
