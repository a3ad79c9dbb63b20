import Kernel
import Parties

/// A party bound by a version, from a day up to and including a day.
package struct Bond: Sendable, Hashable {
    package enum End: String, Sendable, Hashable {
        case later
        case replaced
        case exit
        case revoked
        case ended
        case expired

        package var label: Text {
            switch self {
            case .later: Text("aanvaardde een latere versie", "accepted a later version")
            case .replaced: Text("een latere versie verving deze voor iedereen", "a later version replaced it for all")
            case .exit: Text("trad uit", "left")
            case .revoked: Text("herriep", "revoked")
            case .ended: Text("de afspraak eindigde", "the agreement ended")
            case .expired: Text("de looptijd verstreek", "its term expired")
            }
        }
    }

    package let party: ID<Organisation>
    /// Number of the version.
    package let version: Int
    package let from: Day
    /// The last day; nil while it goes on.
    package let until: Day?
    package let end: End?
    /// Ids of clauses that this party did not accept.
    package let except: [String]
    /// Id of the signature by which it is bound.
    package let signature: String

    package func holds(on day: Day) -> Bool { day >= from && until.map { day <= $0 } ?? true }

    /// Every bond up to a day, by party and then by day.
    static func all(_ facts: AgreementFacts, entered: [Int: Day], by day: Day) -> [Bond] {
        let words = Dictionary(grouping: facts.signatures, by: \.party)
        return words.sorted { $0.key < $1.key }.flatMap { _, own in
            let begun = facts.versions.flatMap { begin($0, own, entered, by: day) }
            return begun.indices.compactMap { close(begun, at: $0, facts, entered, by: day) }
        }
    }

    private struct Beginning {
        let fixed: AgreementFacts.Fixed
        let signature: Signature
        let from: Day
        let revoked: Day?
    }

    /// The starts of being bound: the later of entry into force and one's own yes; anew for a yes after a revocation.
    private static func begin(
        _ fixed: AgreementFacts.Fixed, _ own: [Signature], _ entered: [Int: Day], by day: Day
    ) -> [Beginning] {
        guard let entry = entered[fixed.version.number] else { return [] }
        let words = own.filter { $0.version == fixed.version.id && ($0.on.map { $0 <= day } ?? false) }
        return words.split(omittingEmptySubsequences: false) { $0.answer == .revoke }.compactMap { said in
            guard let yes = said.last(where: \.answer.binds), let from = yes.on else { return nil }
            let revoked = said.endIndex < words.endIndex ? words[said.endIndex].on : nil
            if let revoked, revoked < entry { return nil }
            return Beginning(fixed: fixed, signature: yes, from: max(entry, from), revoked: revoked)
        }
    }

    /// A bond ends the day before a later one begins, on the day of an exit, a revocation or the end.
    private static func close(
        _ begun: [Beginning], at index: Int, _ facts: AgreementFacts, _ entered: [Int: Day], by day: Day
    ) -> Bond? {
        let beginning = begun[index]
        // A yes on the day of a revocation binds from that day, so that no day has two bonds.
        var ends: [(day: Day, end: End)] = begun[(index + 1)...].map { next in
            (next.from + -1, next.fixed.version.id == beginning.fixed.version.id ? .revoked : .later)
        }
        if let entry = facts.replacement(of: beginning.fixed, entered) { ends.append((entry + -1, .replaced)) }
        if let revoked = beginning.revoked { ends.append((revoked, .revoked)) }
        if let ended = facts.ended(by: day) { ends.append((ended, .ended)) }
        if let until = beginning.fixed.text.validity.until, until <= day { ends.append((until, .expired)) }
        for exit in facts.exits where exit.party == beginning.signature.party {
            if let effective = exit.effective, effective <= day, effective >= beginning.from {
                ends.append((effective, .exit))
            }
        }
        let first = ends.min { ($0.day, $0.end.rawValue) < ($1.day, $1.end.rawValue) }
        if let first, first.day < beginning.from { return nil }
        return Bond(
            party: beginning.signature.party, version: beginning.fixed.version.number, from: beginning.from,
            until: first?.day, end: first?.end, except: beginning.signature.except,
            signature: beginning.signature.id.rawValue)
    }
}

extension AgreementFacts {
    /// The day on which a later version came into force that was offered to replace the earlier ones for everyone.
    fileprivate func replacement(of fixed: Fixed, _ entered: [Int: Day]) -> Day? {
        let replacing = Set(offerings.filter { $0.endsPrevious && $0.withdrawn == nil }.map(\.version))
        return versions.filter { $0.version.number > fixed.version.number && replacing.contains($0.version.id) }
            .compactMap { entered[$0.version.number] }.min()
    }
}
