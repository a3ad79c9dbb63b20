import Ecosystems
import Kernel
import Parties

/// Who pays and who is better off, per activity (city-book-3 M9). Activities that name neither are left out.
package struct InvestorMap: Sendable, Hashable {
    package struct Payer: Sendable, Hashable {
        package let organisation: Reference
        package let gain: Gain
    }

    package struct Row: Sendable, Hashable {
        package let activity: Reference
        package let goal: Reference?
        package let payers: [Payer]
        package let beneficiaries: [Reference]

        /// Those who pay and receive nothing anywhere.
        package var losing: [Reference] { payers.filter { $0.gain == .nothing }.map(\.organisation) }

        /// Those who are better off without paying.
        package var free: [Reference] {
            let paying = Set(payers.map(\.organisation.id))
            return beneficiaries.filter { !paying.contains($0.id) }
        }
    }

    /// By id of the activity.
    package let rows: [Row]

    package init(_ reader: Reader) {
        let names = Names(reader)
        let returns = Returns(reader.records(Exchange.self))
        let goals = Dictionary(
            reader.records(Goal.self).map { ($0.id, Reference($0)) }, uniquingKeysWith: { first, _ in first })
        rows = reader.records(Activity.self).filter { !$0.payers.isEmpty || !$0.beneficiaries.isEmpty }.map {
            activity in
            Row(
                activity: Reference(activity), goal: activity.goal.flatMap { goals[$0] },
                payers: activity.payers.map { payer in
                    Payer(organisation: names.reference(to: payer), gain: returns.gain(of: payer, from: activity))
                },
                beneficiaries: activity.beneficiaries.map(names.reference))
        }
    }

    /// Activities of which a payer gains nothing.
    package var flagged: [Row] { rows.filter { !$0.losing.isEmpty } }
}
