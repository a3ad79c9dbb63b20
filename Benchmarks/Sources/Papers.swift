import Agreements
import Documents
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// An agreement of 60 clauses between 40 parties, from what is recorded to HTML in two languages, beside the time in which the
/// server answers a constant page, as in `Pages`; and its PDF, without a target. A time is the inverse of a rate for both: the
/// server answers on all processors, so documents are made on all of them too.
enum Papers {
    static func measure(in folder: URL, methods: Library) async throws {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("papers.sqlite").path)
        let ecosystem = try await EcosystemHost(ledger: store, catalogue: .stelsel, methods: methods).begin("papers")
        _ = try await ecosystem.perform(ChangeRecords(records), by: .atTheMachine)
        let reader = try await ecosystem.reader(for: .atTheMachine)
        let server = try ServedStore(folder.appendingPathComponent("constant.sqlite"))
        _ = try await Load.of("/health", at: server, seconds: 1)
        var constants: [Load] = []
        for _ in 1...3 { constants.append(try await Load.of("/health", at: server, seconds: 3)) }
        try server.stop()
        let constant = 1 / Load.median(constants).rate
        let whole = await median { (paper(reader).map { PaperHTML($0).page.text.utf8.count }) ?? 0 }
        let ratio = whole.time / constant
        report(
            "HTML of 60 clauses, 40 parties, two languages / a constant page", ratio, "≤ 50", holds: ratio <= 50,
            String(
                format: "%.2f ms, %d kB, against %.3f ms", whole.time * 1000, whole.size / 1000, constant * 1000))
        if let paper = paper(reader) { await pdf(paper) }
        try store.close()
    }

    private static func pdf(_ paper: Paper) async {
        do {
            var size = 0
            let spent = try await seconds { size = try await WeasyPrint().pdf(of: paper).count }
            print("     its PDF: \(time(spent)), \(size / 1000) kB")
        } catch { print("     its PDF: \((error as? Refusal)?.problems.first?.message.en ?? "\(error)")") }
    }

    /// The middle of many rounds, once it is warm. A round makes one document on each processor; a document counts for its part.
    private static func median(_ work: @escaping @Sendable () -> Int) async -> (time: Double, size: Int) {
        let size = (0..<5).map { _ in work() }[0]
        let processors = ProcessInfo.processInfo.activeProcessorCount
        var rounds: [Double] = []
        for _ in 0..<51 {
            let spent = await seconds {
                await withTaskGroup(of: Int.self) { group in
                    for _ in 0..<processors { group.addTask { work() } }
                    await group.waitForAll()
                }
            }
            rounds.append(spent / Double(processors))
        }
        return (rounds.median, size)
    }

    private static func paper(_ reader: Reader) -> Paper? {
        guard let draft = AgreementDraft("together", in: reader.situation) else { return nil }
        let text = draft.document(number: 1)
        return AgreementPaper(text, VersionEvidence(draft: text, reader: reader)).paper(in: [.nl, .en])
    }

    private static var records: [RecordChange] {
        let parties = (0..<40).map { "party-\($0)" }
        var changes = [RecordChange("ecosystems", "papers", .add(["name": "Papers", "languages": ["nl", "en"]]))]
        changes += parties.map { id in
            RecordChange(
                "organisations", id,
                .add(["name": .string("Organisatie \(id)"), "place": "Zwolle", "sector": "company"]))
        }
        changes.append(
            RecordChange(
                "agreements", "together",
                .add([
                    "name": ["nl": "Samen", "en": "Together"], "kind": "cooperation", "notice": 6, "review": 12,
                    "parties": .list(parties.map { ["organisation": .string($0)] }),
                ])))
        changes += (0..<60).map(clause)
        changes += (0..<60).map { number in
            RecordChange(
                "norms", "norm-\(number)",
                .add([
                    "agreement": "together", "clause": .string("clause-\(number)"),
                    "rule": [
                        "name": ["nl": "Elke partij doet verslag.", "en": "Each party reports."], "form": "duty",
                        "action": "report", "every": "year", "least": "1",
                    ],
                ]))
        }
        return changes
    }

    private static func clause(_ number: Int) -> RecordChange {
        func text(_ sentence: String) -> Value {
            let paragraph = Array(repeating: sentence, count: 4).joined(separator: " ")
            return .string("\(paragraph)\n\n- \(sentence)\n- \(sentence)\n\n\(paragraph)")
        }
        return RecordChange(
            "clauses", "clause-\(number)",
            .add([
                "agreement": "together", "position": .whole(number * 10),
                "heading": ["nl": .string("Bepaling \(number)"), "en": .string("Clause \(number)")],
                "text": [
                    "nl": text("{partij} draagt elk jaar {bedrag} bij aan wat de partijen samen doen."),
                    "en": text("{partij} contributes {bedrag} every year to what the parties do together."),
                ],
                "variables": [
                    ["name": "partij", "type": "organisation", "value": .string("party-\(number % 40)")],
                    ["name": "bedrag", "type": "amount", "value": "2500"],
                ],
            ]))
    }
}
