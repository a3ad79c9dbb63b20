import Kernel
import Networks

/// What could happen to a network, in words: the same at the command line, in the API and in the address of a page.
///
/// `ID` is a node, `ID,ID` the edge between two. An id may hold a comma itself: what is there as it stands is taken first.
package struct WhatIf: Sendable, Hashable {
    /// `ID` or `ID,ID`: goes.
    package var remove: [String]
    /// `ID=0.5` or `ID,ID=0.5`: its edges, or that edge, keep this share of their weight.
    package var weaken: [String]
    /// `ID`: comes without edges. `ID,ID` or `ID,ID=2.5`: an edge comes, of weight 1 unless it says so.
    package var add: [String]

    package init(remove: [String] = [], weaken: [String] = [], add: [String] = []) {
        (self.remove, self.weaken, self.add) = (remove, weaken, add)
    }

    package var isEmpty: Bool { remove.isEmpty && weaken.isEmpty && add.isEmpty }

    /// The changes in the order in which they happen: first what goes, then what is weakened, then what comes. Refuses all at once what
    /// cannot be read (`network.change`), and what is not in the network.
    package func changes(in graph: NetworkGraph) throws(Refusal) -> [NetworkChange] {
        var problems: [Problem] = []
        var changes: [NetworkChange] = []
        for text in Self.once(remove) {
            switch Ends(text, isKnown: { graph.number(of: $0) != nil }) {
            case .node(let id): changes.append(.removeNode(id))
            case .pair(let from, let to): changes.append(.removeEdge(from, to))
            }
        }
        for text in Self.once(weaken) {
            guard let change = Self.weakening(text, graph) else {
                problems.append(.unreadable(text, "weaken", "id=0.5", "id,id=0.5"))
                continue
            }
            changes.append(change)
        }
        changes += additions(to: graph)
        let checked = problems + Self.misfits(changes, graph)
        guard checked.isEmpty else { throw .invalid(checked) }
        return changes
    }

    /// Before and after. Weakening shows only where weight counts: then it does, in PageRank, communities and strength.
    package func comparison(
        of graph: NetworkGraph, _ inquiry: NetworkInquiry = .init(), threads: NetworkThreads = .all
    ) throws(Refusal) -> NetworkComparison {
        let changes = try changes(in: graph)
        var question = try inquiry.question(for: graph)
        if !weaken.isEmpty {
            question.isWeighted = true
            if inquiry.metrics.isEmpty { question.metrics.insert(.strength) }
        }
        do throws(NetworkRefusal) {
            return try NetworkComparison(of: graph, after: changes, question, threads: threads)
        } catch { throw Refusal(error, known: graph.ids) }
    }

    private func additions(to graph: NetworkGraph) -> [NetworkChange] {
        var come: Set<String> = []
        let isKnown = { (id: String) in come.contains(id) || graph.number(of: id) != nil }
        return Self.once(add).map { text in
            let (bare, weight) = Self.split(text, isKnown: isKnown)
            switch Ends(bare, isKnown: isKnown) {
            case .node:
                come.insert(text)
                return .addNode(text)
            case .pair(let from, let to): return .addEdge(from, to, weight: weight ?? 1)
            }
        }
    }

    private static func weakening(_ text: String, _ graph: NetworkGraph) -> NetworkChange? {
        let isKnown = { (id: String) in graph.number(of: id) != nil }
        let (bare, share) = split(text, isKnown: isKnown)
        guard let share else { return nil }
        switch Ends(bare, isKnown: isKnown) {
        case .node(let id): return .weakenNode(id, factor: share)
        case .pair(let from, let to): return .weakenEdge(from, to, factor: share)
        }
    }

    private static func misfits(_ changes: [NetworkChange], _ graph: NetworkGraph) -> [Problem] {
        do throws(NetworkRefusal) {
            _ = try graph.applying(changes)
            return []
        } catch { return Refusal(error, known: graph.ids).problems }
    }

    /// What stands before the last `=`, and the number after it; the whole when that is an id or there is no number.
    private static func split(_ text: String, isKnown: (String) -> Bool) -> (bare: String, number: Double?) {
        guard !isKnown(text), let sign = text.lastIndex(of: "="), let number = Double(text[text.index(after: sign)...])
        else { return (text, nil) }
        return (String(text[..<sign]), number)
    }

    private static func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// One or two ids.
    private enum Ends {
        case node(String)
        case pair(String, String)

        init(_ text: String, isKnown: (String) -> Bool) {
            let commas = isKnown(text) ? [] : text.indices.filter { text[$0] == "," }
            let pairs = commas.map { (String(text[..<$0]), String(text[text.index(after: $0)...])) }
            guard let pair = pairs.first(where: { isKnown($0.0) && isKnown($0.1) }) ?? pairs.first else {
                self = .node(text)
                return
            }
            self = .pair(pair.0, pair.1)
        }
    }
}

extension Problem {
    fileprivate static func unreadable(_ text: String, _ field: String, _ one: String, _ other: String) -> Problem {
        Problem(
            "network.change", at: [field],
            Text("“\(text.inShort)” is niet te lezen als wijziging.", "“\(text.inShort)” cannot be read as a change."),
            mend: Text("Schrijf \(one) of \(other).", "Write \(one) or \(other)."))
    }
}
