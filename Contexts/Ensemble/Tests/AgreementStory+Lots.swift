import Ecosystems
import Kernel

@testable import Agreements

extension AgreementStory {
    /// The lots: signed in spring, amended after the move to the cloud, with a partial yes, a no and a late joiner.
    mutating func tellLots() throws {
        let agreement = "kavelafspraken"
        let final = Final(self)
        try firstText(final)
        try on("2026-04-01", ProposeVersion(agreement: agreement, changes: Text("Eerste versie.", "First version.")))
        try consult(
            agreement, from: "2026-04-02", until: "2026-04-14",
            agreeing: ["opdrachtgever", "service-integrator", "kavel-datacenter", "kavel-netwerk", "kavel-applicaties"])
        try offer(agreement, on: "2026-04-15", until: "2026-05-15")
        try sign(agreement, on: "2026-04-16", "opdrachtgever", "opdrachtgever-it")
        try sign(agreement, on: "2026-04-20", "service-integrator", "integrator-aansturing")
        try sign(agreement, on: "2026-04-21", "kavel-datacenter", "datacenter-deelname")
        try sign(agreement, on: "2026-04-28", "kavel-netwerk", "netwerk-deelname")
        try sign(agreement, on: "2026-05-06", "kavel-applicaties", "applicaties-deelname")

        try secondText(final)
        try on(
            "2026-09-01",
            ProposeVersion(
                agreement: agreement,
                changes: Text(
                    "Nieuwe verdeling na de overstap naar de cloud; verslag twee keer per jaar.",
                    "New division after the move to the cloud; reporting twice a year.")))
        try negotiate(agreement)
        try on(
            "2026-09-28",
            ProposeVersion(
                agreement: agreement,
                changes: Text(
                    "Het voorstel van het datacenter over taken en vergoedingen is overgenomen.",
                    "The proposal of the datacenter on tasks and payments was adopted.")))
        try amend(agreement)
        try on("2026-11-09", final.parties)
        try sign(agreement, on: "2026-11-16", "cloudleverancier", "cloud-toetreding", .accede)
        try on(
            "2026-11-16",
            RecordChange(
                "reviews", "kavelafspraken-2027", .add(["agreement": .string(agreement), "planned": "2027-04-14"])))
    }

    /// What the folder says now, to go back to.
    private struct Final {
        let parties: RecordChange
        let report: RecordChange
        let reportNorm: RecordChange
        let division: RecordChange
        let divisionText: Value

        init(_ story: AgreementStory) {
            func whole(_ kind: String, _ id: String) -> RecordChange {
                RecordChange(kind, id, .put(story.values(kind, id)))
            }
            parties = whole("agreements", "kavelafspraken")
            report = whole("clauses", "verslag")
            reportNorm = whole("norms", "keten-verslag")
            division = whole("clauses", "nieuwe-verdeling")
            divisionText = story.values("clauses", "nieuwe-verdeling")["text"] ?? .null
        }
    }

    private mutating func firstText(_ final: Final) throws {
        let own = values("agreements", "kavelafspraken")["parties"]?.list ?? []
        let first = own.filter { $0["organisation"].string != "cloudleverancier" }
        var rule = values("norms", "keten-verslag")["rule"]?.map ?? [:]
        rule["every"] = "year"
        rule["name"] = [
            "nl": "De service-integrator doet elk jaar verslag aan de stuurgroep",
            "en": "The service integrator reports to the steering group every year",
        ]
        try on(
            "2026-03-30", RecordChange("clauses", "nieuwe-verdeling", .remove),
            RecordChange("agreements", "kavelafspraken", .patch(["parties": .list(first)])),
            RecordChange(
                "clauses", "verslag",
                .patch([
                    "text": [
                        "nl":
                            "De {integrator} doet één keer per jaar verslag aan de {stuurgroep} over de prestaties van de hele keten, niet per leverancier.",
                        "en":
                            "The {integrator} reports to the {stuurgroep} once a year on the performance of the whole chain, not supplier by supplier.",
                    ]
                ])), RecordChange("norms", "keten-verslag", .patch(["rule": .map(rule)])))
    }

    private mutating func secondText(_ final: Final) throws {
        try on("2026-08-31", final.report, final.reportNorm, final.division)
        try on(
            "2026-08-31",
            RecordChange(
                "clauses", "nieuwe-verdeling",
                .patch([
                    "text": [
                        "nl":
                            "Na de overstap bewaakt {monitor} de diensten in de publieke cloud. De andere partijen leveren de metingen die daarvoor nodig zijn.",
                        "en":
                            "After the move {monitor} monitors the services in the public cloud. The other parties supply the measurements that this takes.",
                    ]
                ])))
        proposed = final.divisionText
    }

    private mutating func negotiate(_ agreement: String) throws {
        let round = "kavelafspraken-v2-ronde"
        try consult(
            agreement, from: "2026-09-02", until: "2026-09-23",
            agreeing: ["opdrachtgever", "service-integrator", "kavel-applicaties"])
        try remark(
            agreement, round, "kavel-datacenter", "nieuwe-verdeling",
            [
                "sort": "proposal", "on": "2026-09-10", "proposal": proposed,
                "text": [
                    "nl": "Verschuif taken en vergoedingen in dezelfde stap.",
                    "en": "Shift tasks and payments in the same step.",
                ],
            ])
        try remark(
            agreement, round, "kavel-netwerk", "overstapkosten",
            [
                "sort": "objection", "on": "2026-09-15",
                "text": [
                    "nl": "Wie draagt de kosten van de extra koppelingen? Gelijk delen raakt ons kavel het hardst.",
                    "en": "Who bears the costs of the extra connections? Equal shares hit our lot hardest.",
                ],
            ])
        try on(
            "2026-09-24",
            AnswerRemark(
                remark: "\(round)-kavel-datacenter-nieuwe-verdeling", outcome: .adopted,
                reason: Text("Dit houdt de verdeling in balans.", "This keeps the division in balance."),
                on: day("2026-09-24")))
        try on(
            "2026-09-24",
            AnswerRemark(
                remark: "\(round)-kavel-netwerk-overstapkosten", outcome: .setAside,
                reason: Text(
                    "De stuurgroep houdt gelijke delen aan; wie dat niet wil, kan deze bepaling weglaten.",
                    "The steering group keeps equal shares; who does not want that can leave this clause out."),
                on: day("2026-09-24")))
    }

    private mutating func amend(_ agreement: String) throws {
        try offer(agreement, on: "2026-10-01", until: "2026-11-30")
        try sign(agreement, on: "2026-10-02", "opdrachtgever", "opdrachtgever-it")
        try sign(agreement, on: "2026-10-05", "service-integrator", "integrator-aansturing")
        try sign(agreement, on: "2026-10-06", "kavel-applicaties", "applicaties-deelname")
        try sign(agreement, on: "2026-10-12", "kavel-datacenter", "datacenter-deelname", except: ["overstapkosten"])
        try sign(
            agreement, on: "2026-10-20", "kavel-netwerk", "netwerk-deelname", .reject,
            reason: Text(
                "De kosten van de extra koppelingen zijn niet gedekt; wij houden ons aan versie 1.",
                "The costs of the extra connections are not covered; we keep to version 1."))
    }

    private func day(_ text: String) -> Day { Day(text) ?? today }
}
