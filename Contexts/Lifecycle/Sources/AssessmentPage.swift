import Ecosystems
import Kernel
import MethodLibrary

/// A checklist with the verdict on each item. Without a score: it only counts what is healthy, unhealthy and open.
package struct AssessmentPage: Sendable, Hashable {
    /// Id of the checklist.
    package let checklist: String
    package let name: Text
    package let summary: Text
    /// In the order of the checklist.
    package let items: [Item]

    package struct Item: Sendable, Hashable {
        package let id: String
        package let text: Text
        /// Why it matters; may be empty.
        package let why: Text
        package let wanted: ChecklistMethod.Answer?
        package let health: Health
        /// The latest verdict; nil when nobody judged it, or the reader may not see it.
        package let verdict: Verdict?
        /// The verdicts before it, the latest first.
        package let earlier: [Verdict]
    }

    package struct Verdict: Sendable, Hashable {
        /// Id of the assessment.
        package let id: String
        package let verdict: Assessment.Verdict
        package let note: Text
        package let on: Day?
        package let source: String
    }

    package enum Health: String, Sendable, Hashable, CaseIterable {
        case healthy
        case partly
        case unhealthy
        /// Not judged, or judged unknown.
        case open

        package var label: Text {
            switch self {
            case .healthy: Text("gezond", "healthy")
            case .partly: Text("deels", "partly")
            case .unhealthy: Text("ongezond", "unhealthy")
            case .open: Text("nog open", "open")
            }
        }
    }

    package func count(_ health: Health) -> Int { items.filter { $0.health == health }.count }

    /// The counts in words, without those that are zero.
    package var sentence: Text {
        func list(_ language: Language) -> String {
            Health.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.label.shown(language))" }
                .joined(separator: ", ")
        }
        return Text("\(list(.nl)).", "\(list(.en)).")
    }
}

extension AssessmentPage {
    /// The page of one checklist; nil when it is not in the library or not for a diagnosis.
    package static func of(_ checklist: String, _ reader: Reader) -> AssessmentPage? {
        guard let method = reader.library.method(checklist) else { return nil }
        return AssessmentPage(method, reader.records(Assessment.self).filter { $0.checklist == checklist })
    }

    /// The checklists that the ecosystem uses or has judged itself by, by id.
    package static func all(_ reader: Reader) -> [AssessmentPage] {
        let given = Dictionary(grouping: reader.records(Assessment.self), by: \.checklist)
        let inUse = reader.state.profile.methods
        return reader.library.methods(of: .checklists)
            .filter { given[$0.id] != nil || inUse.contains($0.id) }
            .compactMap { AssessmentPage($0, given[$0.id] ?? []) }
    }

    private init?(_ method: Method, _ assessments: [Assessment]) {
        guard let body = method.checklist, body.use == .diagnosis else { return nil }
        checklist = method.id
        name = method.name
        summary = method.summary
        let given = Dictionary(grouping: assessments, by: \.item)
        items = body.items.map { Item($0, (given[$0.id] ?? []).sorted(by: Assessment.precedes)) }
    }
}

extension AssessmentPage.Item {
    fileprivate init(_ item: ChecklistMethod.Item, _ assessments: [Assessment]) {
        id = item.id
        text = item.text
        why = item.why
        wanted = item.wanted
        let verdicts = assessments.reversed().compactMap(AssessmentPage.Verdict.init)
        verdict = verdicts.first
        earlier = Array(verdicts.dropFirst())
        health =
            switch verdicts.first?.verdict {
            case .yes: item.wanted == .no ? .unhealthy : .healthy
            case .no: item.wanted == .no ? .healthy : .unhealthy
            case .partly: .partly
            case .unknown, nil: .open
            }
    }
}

extension AssessmentPage.Verdict {
    fileprivate init?(_ assessment: Assessment) {
        guard let verdict = assessment.verdict else { return nil }
        id = assessment.id.rawValue
        self.verdict = verdict
        note = assessment.why
        on = assessment.on
        source = assessment.source
    }
}

extension Assessment {
    /// By day, those without a day first.
    static func precedes(_ one: Assessment, _ other: Assessment) -> Bool {
        (one.on?.number ?? .min, one.id) < (other.on?.number ?? .min, other.id)
    }
}
