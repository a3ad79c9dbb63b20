import Kernel
import MethodLibrary

extension DraftFindings {
    /// A place with two values, in the agreement itself and beside the documents that go before it.
    func values(_ agreement: Agreement, _ clauses: [Clause]) -> [Finding] {
        let own = byName(clauses)
        let inside = own.sorted { $0.key < $1.key }.compactMap { name, values in
            values.count > 1 ? twoValues(name, values, agreement) : nil
        }
        let beside = agreement.precedence.sorted().flatMap { id in
            let theirs = byName(self.clauses[id] ?? [])
            return own.sorted { $0.key < $1.key }.compactMap { name, values -> Finding? in
                guard let other = theirs[name]?.first, let mine = values.first, values.count == 1, other != mine,
                    let document = agreements[id]
                else { return nil }
                return otherValue(name, mine, other, agreement, document)
            }
        }
        return inside + beside
    }

    /// The distinct values of each place, in the order of the document.
    private func byName(_ clauses: [Clause]) -> [String: [Text]] {
        clauses.flatMap(\.variables).reduce(into: [:]) { values, variable in
            guard !variable.value.isEmpty else { return }
            let value = variable.type == .text ? variable.value : Text(same: variable.plain)
            if values[variable.name]?.contains(value) != true { values[variable.name, default: []].append(value) }
        }
    }

    private func twoValues(_ name: String, _ values: [Text], _ agreement: Agreement) -> Finding {
        let list = AgreementWords.list(values)
        return Finding(
            "agreement.two-values", .warning,
            Text(
                "In “\(agreement.name.dutch)” is “\(name)” verschillend ingevuld: \(list.nl).",
                "In “\(agreement.name.english)” “\(name)” is filled in differently: \(list.en)."),
            why: Text(
                "Twee bepalingen zeggen iets anders over hetzelfde. Vul hetzelfde in, of geef de ene plek een eigen naam.",
                "Two clauses say different things about the same. Fill in the same, or give one of the places its own name."
            ),
            kind: Agreement.naming.plural, record: agreement.id.rawValue)
    }

    private func otherValue(
        _ name: String, _ mine: Text, _ other: Text, _ agreement: Agreement, _ document: Agreement
    ) -> Finding {
        Finding(
            "agreement.two-values", .notice,
            Text(
                "“\(name)” is in “\(agreement.name.dutch)” \(mine.dutch), en in “\(document.name.dutch)”, dat voorgaat, \(other.dutch).",
                "“\(name)” is \(mine.english) in “\(agreement.name.english)”, and \(other.english) in “\(document.name.english)”, which prevails."
            ),
            why: Text(
                "Waar documenten verschillen geldt het document dat voorgaat; wat hier staat, werkt dus niet.",
                "Where documents differ the one that goes before holds; so what it says here does not work."),
            kind: Agreement.naming.plural, record: agreement.id.rawValue, others: [document.id.rawValue])
    }

    /// Blocks that do not go together, and blocks that lean on one that is not there.
    func blocks(_ agreement: Agreement, _ clauses: [Clause]) -> [Finding] {
        let used = Set(clauses.map(\.block)).subtracting([""])
        let before = Set(agreement.precedence.flatMap { self.clauses[$0] ?? [] }.map(\.block))
        return used.sorted().flatMap { id -> [Finding] in
            guard let block = situation.library.block(id) else { return [] }
            let against = used.filter { other in
                other > id && situation.library.conflict(id, other)
            }
            let missing = block.dependsOn.filter { !used.contains($0) && !before.contains($0) }
            return against.sorted().map { conflict(id, $0, agreement) }
                + missing.sorted().map { missingBlock($0, for: id, agreement) }
        }
    }

    private func conflict(_ one: String, _ other: String, _ agreement: Agreement) -> Finding {
        let (first, second) = (situation.library.called(one), situation.library.called(other))
        return Finding(
            "agreement.conflict", .warning,
            Text(
                "In “\(agreement.name.dutch)” gaan “\(first.dutch)” en “\(second.dutch)” niet samen.",
                "In “\(agreement.name.english)”, “\(first.english)” and “\(second.english)” do not go together."),
            why: Text(
                "De bibliotheek noemt deze bouwstenen strijdig: wie het ene nakomt, kan het andere niet nakomen.",
                "The library calls these blocks conflicting: whoever keeps the one cannot keep the other."),
            kind: Agreement.naming.plural, record: agreement.id.rawValue)
    }

    private func missingBlock(_ missing: String, for id: String, _ agreement: Agreement) -> Finding {
        let (wanted, block) = (situation.library.called(missing), situation.library.called(id))
        return Finding(
            "agreement.depends", .warning,
            Text(
                "In “\(agreement.name.dutch)” vraagt “\(block.dutch)” om “\(wanted.dutch)”, en dat ontbreekt.",
                "In “\(agreement.name.english)”, “\(block.english)” needs “\(wanted.english)”, which is missing."),
            why: Text(
                "Een bouwsteen die op een andere leunt, werkt zonder die andere niet. Voeg hem toe, of laat beide weg.",
                "A block that leans on another does not work without it. Add it, or leave both out."),
            kind: Agreement.naming.plural, record: agreement.id.rawValue)
    }

    /// Documents that each go before the other, along any way; each circle once, at its first id.
    var circles: [Finding] {
        var told: Set<Set<ID<Agreement>>> = []
        return open.compactMap { agreement in
            guard let circle = circle(from: agreement.id), circle.min() == agreement.id,
                told.insert(Set(circle)).inserted
            else { return nil }
            let names = AgreementWords.list(circle.map { agreements[$0]?.name ?? Text(same: $0.rawValue) })
            return Finding(
                "agreement.precedence-circle", .error,
                Text(
                    "Deze documenten gaan in een kring voor elkaar: \(names.nl).",
                    "These documents go before each other in a circle: \(names.en)."),
                why: Text(
                    "Zo is er geen document dat beslist waar zij verschillen. Kies wat eerst gaat en haal de andere richting weg.",
                    "So there is no document that decides where they differ. Choose which goes first and take the other way out."
                ),
                kind: Agreement.naming.plural, record: agreement.id.rawValue,
                others: circle.filter { $0 != agreement.id }.map(\.rawValue), field: "precedence")
        }
    }

    /// The shortest way from a document back to itself.
    private func circle(from start: ID<Agreement>) -> [ID<Agreement>]? {
        var seen: Set<ID<Agreement>> = []
        var line: [[ID<Agreement>]] = [[start]]
        while !line.isEmpty {
            let way = line.removeFirst()
            for next in (way.last.flatMap { agreements[$0]?.precedence } ?? []).sorted() {
                if next == start { return way }
                if seen.insert(next).inserted { line.append(way + [next]) }
            }
        }
        return nil
    }
}

extension Library {
    /// What a block is called; its id when it is not there.
    func called(_ block: String) -> Text { self.block(block)?.name ?? Text(same: block) }

    /// Whether either of two blocks says that they do not go together.
    func conflict(_ one: String, _ other: String) -> Bool {
        block(one)?.conflictsWith.contains(other) == true || block(other)?.conflictsWith.contains(one) == true
    }
}
