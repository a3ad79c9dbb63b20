import Kernel
import MethodLibrary

/// A change of an agreement besides its clauses, told before and after.
package struct AgreementChange: Sendable, Hashable {
    /// What it is about, such as “Opzegtermijn in maanden” or the name of a party.
    package let what: Text
    /// Empty: it was not there.
    package let old: Text
    /// Empty: it is gone.
    package let new: Text

    /// In the order of the document.
    static func all(_ old: AgreementDocument, _ new: AgreementDocument) -> [AgreementChange] {
        parties(old, new) + workings(old, new) + norms(old, new) + annexes(old, new)
    }

    private static func parties(_ old: AgreementDocument, _ new: AgreementDocument) -> [AgreementChange] {
        changes(Text("Partij", "Party"), old.parties, new.parties, key: \.id) { party in
            func told(_ name: String, _ capacity: String) -> String {
                [name, party.kvk.isEmpty ? "" : "KVK \(party.kvk)", party.place, capacity].filter { !$0.isEmpty }
                    .joined(separator: ", ")
            }
            return Text(
                told(party.name.dutch, party.capacity.dutch), told(party.name.english, party.capacity.english))
        }
    }

    private static func norms(_ old: AgreementDocument, _ new: AgreementDocument) -> [AgreementChange] {
        changes(Text("Norm", "Norm"), old.norms, new.norms, key: \.id) { norm in
            let (nl, en) = (norm.rule.told(.nl), norm.rule.told(.en))
            return Text(nl, en)
        }
    }

    private static func annexes(_ old: AgreementDocument, _ new: AgreementDocument) -> [AgreementChange] {
        changes(Text("Bijlage", "Annex"), old.annexes, new.annexes, key: { "\($0.title.nl)\u{0}\($0.title.en)" }) {
            annex in
            func told(_ title: String, _ text: String) -> String {
                [title, text, annex.address].filter { !$0.isEmpty }.joined(separator: "\n\n")
            }
            return Text(told(annex.title.dutch, annex.text.dutch), told(annex.title.english, annex.text.english))
        }
    }

    /// What was added, went or differs of a list, matched by a key; the rest in the order of the new list.
    private static func changes<Item: Hashable>(
        _ what: Text, _ old: [Item], _ new: [Item], key: (Item) -> String, told: (Item) -> Text
    ) -> [AgreementChange] {
        let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
        let stays = Set(new.map(key))
        let gone = old.filter { !stays.contains(key($0)) }.map {
            AgreementChange(what: what, old: told($0), new: Text())
        }
        return gone
            + new.compactMap { item in
                guard let earlier = before[key(item)] else {
                    return AgreementChange(what: what, old: Text(), new: told(item))
                }
                return earlier == item ? nil : AgreementChange(what: what, old: told(earlier), new: told(item))
            }
    }

    /// Fields that are told elsewhere, or that differ between any two versions.
    private static let apart: Set<String> = [
        "format", "ecosystem", "agreement", "number", "replaces", "parties", "clauses", "norms", "annexes",
    ]

    private static func workings(_ old: AgreementDocument, _ new: AgreementDocument) -> [AgreementChange] {
        AgreementDocument.fields.filter { !apart.contains($0.name) }.compactMap { field in
            guard field.read(old) != field.read(new) else { return nil }
            return AgreementChange(
                what: field.description.label, old: old.told(field), new: new.told(field))
        }
    }
}

extension AgreementDocument {
    /// What a field holds, in a sentence where there is one.
    fileprivate func told(_ field: Field<AgreementDocument>) -> Text {
        let words = AgreementWords(self)
        switch field.name {
        case "name": return name
        case "purpose": return purpose
        case "settlement": return settlement
        case "effects": return effects
        case "kind": return kind.label
        case "entry": return words.entry
        case "validity": return words.validity
        case "notice": return words.notice
        case "review": return words.review
        case "precedence": return words.precedence
        case "languages": return AgreementWords.list(languages.map(\.label))
        case "prevailing": return prevailing?.label ?? Text()
        default:
            return field.read(self) == .flag(true) ? Text("ja", "yes") : Text("nee", "no")
        }
    }
}

extension NormRule {
    /// The norm and everything that counts for watching it, on one line.
    fileprivate func told(_ language: Language) -> String {
        let details = Self.fields.filter { !["name", "form"].contains($0.name) }.compactMap { field -> String? in
            let value = field.read(self)
            guard !value.isNull, value != field.read(NormRule()) else { return nil }
            return "\(field.description.label.shown(language).lowercased()): \(value.told(language))"
        }
        let more = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
        return name.shown(language) + more
    }
}

extension Value {
    /// In short, for people; a text in its language.
    fileprivate func told(_ language: Language) -> String {
        switch self {
        case .null: return ""
        case .flag(let flag): return language == .nl ? (flag ? "ja" : "nee") : (flag ? "yes" : "no")
        case .whole(let number): return String(number)
        case .number(let number): return String(number)
        case .string(let text): return text
        case .list(let items): return items.map { $0.told(language) }.joined(separator: ", ")
        case .map(let entries):
            if let text = entries[language.rawValue]?.string { return text }
            return entries.sorted { $0.key < $1.key }.map { $0.value.told(language) }.filter { !$0.isEmpty }
                .joined(separator: " ")
        }
    }
}
