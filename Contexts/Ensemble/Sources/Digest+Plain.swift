import Governance
import Kernel
import Parties

extension Digest {
    /// “Havenstad: 2 dingen voor u, 1 besluit”. Of what only participants may know of, not even the name.
    package func subject(_ language: Language) -> String {
        let told = parts.filter { !$0.isEmpty }
        let name = told.count == 1 && told.allSatisfy { !$0.isClosed } ? told.first?.name.shown(language) : nil
        let words = [
            Self.count(
                told.map(\.tasks.count), Text("ding voor u", "thing for you"), Text("dingen voor u", "things for you")),
            Self.count(told.map(\.decisions.count), Text("besluit", "decision"), Text("besluiten", "decisions")),
            Self.count(
                told.map { $0.changes.count + $0.moreChanges }, Text("wijziging", "change"),
                Text("wijzigingen", "changes")),
        ].compactMap { $0?.shown(language) }
        return "\(name?.onOneLine ?? "Stelsel"): " + (words.isEmpty ? "–" : words.joined(separator: ", "))
    }

    private static func count(_ numbers: [Int], _ one: Text, _ many: Text) -> Text? {
        let sum = numbers.reduce(0, +)
        let words = sum == 1 ? one : many
        return sum == 0 ? nil : Text("\(sum) \(words.nl)", "\(sum) \(words.en)")
    }

    /// The digest as plain text. What people wrote stays on its line.
    ///
    /// - Parameter address: of a record by ecosystem, kind and id; the id is empty for the ecosystem itself. Nil: no addresses.
    package func plain(
        _ language: Language, address: ((_ ecosystem: String, _ kind: String, _ record: String) -> String)? = nil
    ) -> String {
        let period = Text(
            "Uw overzicht van \(since.shown(.nl, today: today)) tot en met \(today.shown(.nl, today: today)).",
            "Your digest from \(since.shown(.en, today: today)) to \(today.shown(.en, today: today)).")
        let nothing = Text(
            "Er is niets van u gevraagd, besloten of gewijzigd.", "Nothing was asked, decided or changed.")
        let told = parts.filter { !$0.isEmpty }.map { part in
            part.plain(language, since: since, today: today) { kind, record in
                address?(part.ecosystem, kind, record)
            }
        }
        let blocks = [period.shown(language)] + (told.isEmpty ? [nothing.shown(language)] : told)
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

extension DigestPart {
    fileprivate func plain(
        _ language: Language, since: Day, today: Day, address: (String, String) -> String?
    ) -> String {
        let name = name.shown(language).onOneLine
        let sections = [
            Self.section(Text("Gevraagd van u", "Asked of you").shown(language), tasks) { task in
                [task.line(language, today), address(task.kind, task.record)]
            },
            Self.section(Text("Besloten", "Decided").shown(language), decisions) { entry in
                let decision = entry.decision
                return [
                    entry.line(language, today), address(Decision.naming.plural, decision.id.rawValue),
                ]
            },
            Self.section(Text("Veranderd", "Changed").shown(language), changes) { change in
                [change.line(language, today), address(change.kind, change.record)]
            }, more(language),
        ]
        let heading = name + "\n" + String(repeating: "=", count: min(name.count, 70))
        return ([heading] + sections.filter { !$0.isEmpty }).joined(separator: "\n\n")
    }

    private func more(_ language: Language) -> String {
        guard moreChanges > 0 else { return "" }
        return Text(
            "En nog \(moreChanges), te zien in de geschiedenis.", "And \(moreChanges) more, to be seen in the history."
        )
        .shown(language)
    }

    private static func section<Item>(_ title: String, _ items: [Item], _ lines: (Item) -> [String?]) -> String {
        guard !items.isEmpty else { return "" }
        let told = items.map { item in
            "- " + lines(item).compactMap { $0 }.map(\.onOneLine).joined(separator: "\n  ")
        }
        return ([title] + told).joined(separator: "\n")
    }
}

extension PersonalTask {
    fileprivate func line(_ language: Language, _ today: Day) -> String {
        let until = due.map { day in
            let shown = day.shown(language, today: today)
            return language == .nl ? " (uiterlijk \(shown))" : " (by \(shown))"
        }
        return "\(title.shown(language))\(until ?? ""). \(why.shown(language))"
    }
}

extension RegisteredDecision {
    fileprivate func line(_ language: Language, _ today: Day) -> String {
        let day = decision.on.map { "\($0.shown(language, today: today)), " } ?? ""
        let words = [
            "\(day)\(body.shown(language)): \(title.shown(language)).", why.shown(language), since.shown(language),
        ].filter { !$0.isEmpty }
        return words.joined(separator: " ")
    }
}

extension DigestChange {
    /// “Vergadering “Stuurgroep”: gewijzigd, do 19 nov”.
    package func line(_ language: Language, _ today: Day) -> String {
        let verb = isNew ? Text("toegevoegd", "added") : Text("gewijzigd", "changed")
        let times = count > 1 && !isNew ? " \(count)×" : ""
        return
            "\(label.shown(language)) “\(title.shown(language))”: \(verb.shown(language))\(times), \(day.shown(language, today: today))"
    }
}
