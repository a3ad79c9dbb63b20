import Kernel
import MethodLibrary

/// A norm as a version fixed it, read once so that it can be watched.
///
/// Quantities are in hundredths: cents of an amount, hundredths of a number.
package final class WatchedNorm: Sendable {
    /// When it is judged.
    enum Rhythm: Sendable, Hashable {
        case each(NormRule.Cycle)
        case by(Day)
        /// Every time that something calls for it.
        case triggered
        /// It must hold on any day.
        case always
    }

    /// Id of the norm.
    package let id: String
    package let agreement: String
    /// What the agreement is called in this version.
    package let agreementName: Text
    /// Number of the version.
    package let version: Int
    /// Id of the clause.
    package let clause: String
    package let clauseNumber: Int
    package let heading: Text
    package let rule: NormRule
    /// Why it cannot be checked; nil when it can.
    package let hindrance: NormHindrance?
    let rhythm: Rhythm
    /// The trigger, with what it is about, so that an answer may name the same subject.
    let trigger: NormRule.Evidence?
    let least: Int?
    let most: Int?
    /// The length of a term, in `rule.unit`.
    let within: Int

    init(_ norm: DocumentNorm, in text: AgreementDocument) {
        let clause = text.clause(norm.clause)
        let rule = norm.rule
        id = norm.id
        agreement = text.agreement
        agreementName = text.name
        version = text.number
        self.clause = norm.clause
        clauseNumber = clause?.number ?? 0
        heading = clause?.heading ?? Text()
        self.rule = rule
        rhythm = Self.rhythm(of: rule)
        trigger = rule.trigger.map { trigger in
            var trigger = trigger
            if let evidence = rule.evidence, evidence.kind == trigger.kind, trigger.about.isEmpty {
                trigger.about = evidence.about
            }
            return trigger
        }
        least = Money.cents(rule.least)
        most = Money.cents(rule.most)
        within = (Money.cents(rule.within) ?? 0) / 100
        hindrance = Self.hindrance(of: rule)
    }

    private static func rhythm(of rule: NormRule) -> Rhythm {
        if rule.trigger != nil { return .triggered }
        if let every = rule.every { return .each(every) }
        return Day(rule.by).map(Rhythm.by) ?? .always
    }

    /// What can be seen from the rule alone. Permissions and powers are not watched, unless they have a limit.
    private static func hindrance(of rule: NormRule) -> NormHindrance? {
        let blanks = rule.blanks
        if !blanks.isEmpty { return .blanks(blanks) }
        guard rule.evidence != nil else { return rule.condition.isEmpty ? .noEvidence : .condition }
        return nil
    }

    /// Whether there is anything to watch: a permission or power without a limit asks nothing of anyone.
    var isWatched: Bool {
        switch rule.form {
        case .duty, .prohibition: true
        case .permission, .power: most != nil && rule.evidence != nil
        }
    }

    /// A limit that must not be passed, rather than something that must be done.
    var isCap: Bool {
        switch rule.form {
        case .duty: rule.trigger == nil && most != nil && least == nil
        case .prohibition: rule.trigger == nil
        case .permission, .power: true
        }
    }

    /// How much must be done; once unless said otherwise.
    var needed: Int { least ?? (rule.measure == .amount ? 1 : 100) }
}

/// Why a norm cannot be checked yet.
package enum NormHindrance: Sendable, Hashable {
    /// Places that nobody filled in.
    case blanks([String])
    /// Only people can judge its condition.
    case condition
    /// It does not say where to look.
    case noEvidence
    /// There is no such kind of record, or no such field.
    case unknownRecords(String)
    /// The organisation or body is not there, or is not bound.
    case nobody(NormRule.Subject)
}

extension NormRule {
    /// The places to fill in that are still open where a machine must read them, sorted.
    package var blanks: [String] {
        var texts = [by, within, least, most, bearer?.named ?? "", counterparty?.named ?? ""]
        for evidence in [trigger, evidence].compactMap(\.self) {
            texts += evidence.matching.flatMap { [$0.value, $0.above] }
        }
        return texts.reduce(into: Set<String>()) { $0.formUnion(Placeholder.names(in: $1)) }.sorted()
    }
}
