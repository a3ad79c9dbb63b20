"""The map read: filter, a finding, what if, a view that is kept and presented, and files for other programs."""

import json
import xml.etree.ElementTree as XML
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from pages import Camera, tour
from stage import Browser, without_scripts

HERE = "/ecosystems/city-deal"
MAP = f"{HERE}/map"
HUB = "dmi-ecosysteem"
PAGES = {
    "map-groups": f"{MAP}?view=groups",
    "map-rings": f"{MAP}?view=rings",
    "map-roles": f"{MAP}?view=roles",
    "map-matrix": f"{MAP}?view=matrix",
    "map-who": f"{MAP}?view=who",
    "map-flows": f"{MAP}?view=flows",
    "map-table": f"{MAP}?view=table",
    "map-all": f"{MAP}?view=all",
    "map-analysis": f"{MAP}/analysis",
    "map-what-if": f"{MAP}/what-if?remove={HUB}",
    "map-time": f"{MAP}/time",
    "map-views": f"{MAP}/views",
    "map-presentation": f"{MAP}/presentation/1",
}


class MapStory:
    def __init__(self, server, chromium):
        self.server, self.chromium = server, chromium
        self.camera = Camera()
        self.analyst = Browser(chromium, "analyst", server.base)
        self.page = self.analyst.page

    def come_in(self):
        self.page.goto(self.server.first_link())
        self.page.locator("main form button").first.click()
        expect(self.page.get_by_role("link", name="Mijn account")).to_be_visible()

    def open_the_map_and_filter_it(self):
        self.page.goto(MAP)
        whole = self.page.locator("svg.map .edge").count()
        self.page.locator("select[name=kind]").select_option("supply")
        self.page.get_by_role("button", name="Toon").click()
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("kind") == ["supply"])
        some = self.page.locator("svg.map .edge").count()
        assert 0 < some < whole, (some, whole)

    def read_what_the_map_tells(self):
        self.page.goto(f"{HERE}/findings")
        told = self.page.get_by_role("main")
        expect(told).to_contain_text("Zwakke plekken")
        self.page.goto(f"{HERE}/parties/{HUB}")
        main = self.page.get_by_role("main")
        expect(main).to_contain_text("van de kortste wegen tussen anderen loopt over DMI-ecosysteem")
        expect(main).to_contain_text("Wat eraan hangt")

    def say_how_both_sides_see_a_relation(self):
        relation = "agenda-stad-cooperation-dmi-ecosysteem"
        self._see(relation, "Agenda Stad", "deelt een belang")
        expect(self.page.locator("#sides")).to_contain_text("deelt een belang")
        self._see(relation, "DMI-ecosysteem", "werkt langs elkaar heen")
        expect(self.page.locator("#sides")).to_contain_text("≠")
        expect(self.page.locator("#sides")).to_contain_text("werkt langs elkaar heen")

    def _see(self, relation, side, quality):
        self.page.goto(f"{HERE}/records/relations/{relation}")
        self.page.locator("#sides tr", has_text=side).get_by_role("link", name="Zeg hoe het gaat").click()
        self.page.get_by_label("Hoe het gaat").select_option(label=quality)
        self.page.locator("form.record button.button").click()
        expect(self.page.get_by_role("main")).to_contain_text(quality)
        self.page.goto(f"{HERE}/records/relations/{relation}")

    def see_the_numbers_of_everyone(self):
        self.page.goto(f"{MAP}/analysis")
        main = self.page.get_by_role("main")
        expect(main).to_contain_text("Het geheel")
        rows = main.locator("tbody tr")
        first = rows.first.locator("th").inner_text()
        main.get_by_role("link", name="Nabijheid").click()
        expect(main.locator("[aria-sort]")).to_contain_text("Nabijheid")
        assert first in main.locator("tbody").last.inner_text()
        with self.page.expect_download() as download:
            main.get_by_role("link", name="Download als CSV").click()
        path = self.server.folder / "analysis.csv"
        download.value.save_as(path)
        assert len(path.read_text().splitlines()) > 50

    def ask_what_if(self):
        self.page.goto(f"{MAP}/what-if")
        self.page.locator("select[name=one]").select_option(HUB)
        self.page.locator("select[name=act]").select_option("leaves")
        self.page.get_by_role("button", name="Reken uit").click()
        self.page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("remove") == [HUB])
        main = self.page.get_by_role("main")
        expect(main).to_contain_text("raken los van de rest")
        expect(main).to_contain_text("Vereniging BTG")
        self.page.get_by_role("link", name="Haal weg").click()
        expect(main).to_contain_text("Er wordt niets vastgelegd")
        expect(main).not_to_contain_text("raken los van de rest")

    def keep_two_views_with_a_story(self):
        self._keep(f"{MAP}?view=groups", "Wie elkaar kent", "Vier groepen, elk rond een spil.")
        self._keep(f"{MAP}?view=matrix&kind=data-flow", "Wie data deelt", "Bijna alles loopt over één punt.")
        expect(self.page.get_by_role("main")).to_contain_text("Wie elkaar kent")

    def _keep(self, address, name, story):
        self.page.goto(address)
        self.page.get_by_text("Bewaar deze weergave").click()
        self.page.get_by_label("Naam", exact=True).fill(name)
        self.page.get_by_label("Verhaal").fill(story)
        self.page.get_by_role("button", name="Bewaar weergave").click()
        self.page.wait_for_url(lambda url: urlsplit(url).path.endswith("/map/views"))

    def present_them_with_the_keyboard(self):
        kept = self.page.get_by_role("listitem").filter(has_text="Wie elkaar kent")
        kept.get_by_role("link", name="Presenteer vanaf hier").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Wie elkaar kent")
        expect(self.page.locator("svg#map")).to_be_visible()
        self.page.keyboard.press("ArrowRight")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Wie data deelt")
        self.page.keyboard.press("ArrowLeft")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Wie elkaar kent")
        self.page.keyboard.press("Escape")
        self.page.wait_for_url(lambda url: urlsplit(url).path.endswith("/map/views"))

    def take_the_map_to_kumu_and_gephi(self):
        self.page.goto(MAP)
        self.page.get_by_text("Downloaden", exact=True).click()
        kumu = json.loads(self._download("Kumu (JSON)").read_text())
        names = {element["label"] for element in kumu["elements"]}
        assert "DMI-ecosysteem" in names, sorted(names)[:5]
        assert len(kumu["connections"]) > 50
        root = XML.parse(self._download("Gephi (GEXF)")).getroot()
        assert root.get("version") == "1.3", root.attrib
        nodes = root.findall(".//{*}node")
        assert len(nodes) == len(kumu["elements"]), (len(nodes), len(kumu["elements"]))

    def _download(self, name):
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=name).click()
        path = self.server.folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def the_files_come_back_as_they_went(self):
        for name in ["network.gexf", "network.kumu.json"]:
            given = next(self.server.folder.glob(f"*{name.split('.', 1)[1]}"))
            turned = self.server.run_alone("network", "convert", str(given), str(self.server.folder / "turned.graphml"))
            assert turned.returncode == 0, turned.stderr
            told = self.server.run_alone("network", "analyse", str(self.server.folder / "turned.graphml"), "--json")
            assert told.returncode == 0, told.stderr
            assert json.loads(told.stdout)["graph"]["nodes"] > 50

    def kumu_reads_along_without_a_session(self):
        stranger = self.chromium.new_context(base_url=self.server.base)
        answer = stranger.request.get(f"{MAP}/kumu.json")
        assert answer.status == 200 and answer.headers["access-control-allow-origin"] == "*", answer.headers
        assert stranger.request.get(f"{MAP}/kumu.json", headers={"If-None-Match": answer.headers["etag"]}).status == 304
        stranger.close()

    def a_filter_that_does_not_exist_is_refused_clearly(self):
        with self.analyst.expecting_refusal():
            answer = self.page.goto(f"{MAP}?kind=telepathie")
            assert answer.status in (200, 400, 422), answer.status
        expect(self.page.get_by_role("main")).to_contain_text("telepathie")

    def everything_is_there_without_scripts(self):
        with without_scripts(self.chromium, self.analyst, self.server.base) as page:
            page.goto(f"{MAP}?view=groups")
            expect(page.locator("svg.map .node").first).to_be_visible()
            page.goto(f"{MAP}/presentation/1")
            page.get_by_role("link", name="Volgende").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Wie doet wat")

    def every_form_of_the_map_reads_wide_on_a_phone_and_in_the_dark(self):
        wrong = tour(self.analyst, self.camera, PAGES)
        assert not wrong, "\n".join(wrong)

    def no_browser_complained(self):
        assert not self.analyst.complaints, "\n".join(self.analyst.complaints)

    @property
    def line(self):
        return [
            self.come_in, self.open_the_map_and_filter_it, self.read_what_the_map_tells,
            self.say_how_both_sides_see_a_relation, self.see_the_numbers_of_everyone, self.ask_what_if, self.keep_two_views_with_a_story,
            self.present_them_with_the_keyboard, self.take_the_map_to_kumu_and_gephi,
            self.the_files_come_back_as_they_went,
        ]

    @property
    def closing(self):
        return [
            self.kumu_reads_along_without_a_session, self.a_filter_that_does_not_exist_is_refused_clearly,
            self.everything_is_there_without_scripts,
            self.every_form_of_the_map_reads_wide_on_a_phone_and_in_the_dark, self.no_browser_complained,
        ]
