import Ecosystems
import Foundation
import Hummingbird
import Kernel
import NetworkMap
import Networks

/// The network of an ecosystem in numbers: as it is, and as it would be. The same keys as `stelsel network analyse` and `whatif` print.
struct NetworkNumbersResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}/network"
        return [
            Endpoint(.get, base + "/analysis", NetworkSheets.analysis, handle: analysis),
            Endpoint(.get, base + "/what-if", NetworkSheets.whatIf, handle: whatIf),
        ]
    }

    func analysis(_ ask: Ask) async throws -> Answer {
        let inquiry = try inquiry(ask)
        let view = try await room.view(ask)
        let graph = try scope(ask, today: view.today).graph(view)
        let report = NetworkReport(NetworkAnalysis(of: graph, try inquiry.question(for: graph)))
        return Answer(.json(Array(try report.json)))
    }

    func whatIf(_ ask: Ask) async throws -> Answer {
        let inquiry = try inquiry(ask)
        let asked = WhatIf(
            remove: ask.queries("remove"), weaken: ask.queries("weaken"), add: ask.queries("add"))
        guard !asked.isEmpty else { throw Refusal.invalid([.noChange]) }
        let view = try await room.view(ask)
        let graph = try scope(ask, today: view.today).graph(view)
        let report = NetworkComparisonReport(try asked.comparison(of: graph, inquiry))
        return Answer(.json(Array(try report.json)))
    }

    private func scope(_ ask: Ask, today: Day) throws(Refusal) -> NetworkScope {
        var day = today
        if let text = try ask.query("day") {
            guard let read = Day(text) else { throw .invalid([.badDay(text)]) }
            day = read
        }
        return NetworkScope(
            kinds: Set(try ask.words("kinds")), day: day, showsDerived: try ask.flag("derived", else: true),
            isDirected: try ask.flag("directed"))
    }

    private func inquiry(_ ask: Ask) throws(Refusal) -> NetworkInquiry {
        var sample: Int?
        if let text = try ask.query("sample") {
            guard let read = Int(text) else { throw .invalid([.wrong("sample", "een geheel getal", "a whole number")]) }
            sample = read
        }
        return NetworkInquiry(
            metrics: try ask.words("metrics"), sample: sample, isWeighted: try ask.flag("weighted"),
            most: NetworkInquiry.mostForPrograms)
    }
}

extension Ask {
    /// Every value of a query parameter that may be given more than once.
    fileprivate func queries(_ name: String) -> [String] {
        request.uri.queryParameters[values: name[...]].map(String.init).filter { !$0.isEmpty }
    }

    /// The words of a query parameter, with commas between.
    fileprivate func words(_ name: String) throws(Refusal) -> [String] {
        (try query(name) ?? "").split(separator: ",").map(String.init)
    }

    /// `true` or `false`; refuses anything else.
    fileprivate func flag(_ name: String, else standard: Bool = false) throws(Refusal) -> Bool {
        guard let text = try query(name) else { return standard }
        guard let flag = Bool(text) else { throw .invalid([.wrong(name, "true of false", "true or false")]) }
        return flag
    }
}

extension Problem {
    fileprivate static func badDay(_ text: String) -> Problem {
        Problem(
            "query.day", at: ["day"], Text("“\(text.inShort)” is geen dag.", "“\(text.inShort)” is not a day."),
            mend: Text("Schrijf bijvoorbeeld 2026-11-27.", "Write for example 2026-11-27."))
    }

    fileprivate static let noChange = Problem(
        "network.change", at: ["remove"], Text("Er verandert niets.", "Nothing changes."),
        mend: Text("Geef remove, weaken of add.", "Give remove, weaken or add."))
}
