import Ecosystems
import Kernel
import Parties

/// Who gives what to whom: givers down, receivers across. Parties that neither give nor receive are left out.
package struct GiveGetMatrix: Sendable, Hashable {
    package struct Gift: Sendable, Hashable {
        package let exchange: Reference
        package let form: Exchange.Form
        package let amount: Money?
        package let activity: Reference?
        /// Others who are better off by it.
        package let benefits: [Reference]
    }

    package struct Cell: Sendable, Hashable {
        package let from: String
        package let to: String
        /// By id of the exchange.
        package let gifts: [Gift]
    }

    /// A row or a column: a party with everything it gives, or receives.
    package struct Line: Sendable, Hashable {
        package let organisation: Reference
        package let count: Int
        /// Money only, one amount per currency, by currency.
        package let money: [Money]
    }

    /// By id of the giver.
    package let rows: [Line]
    /// By id of the receiver.
    package let columns: [Line]
    /// Filled cells only, by giver and then receiver.
    package let cells: [Cell]
    package let total: Int
    package let money: [Money]
    /// Parties that give and receive nothing, not even as a beneficiary; then the reverse.
    package let onlyGiving: [Reference]
    package let onlyReceiving: [Reference]
    private let places: [Pair: Int]

    private struct Pair: Sendable, Hashable {
        let from: String
        let to: String
    }

    package init(_ reader: Reader, _ filter: Filter = Filter()) {
        let names = Names(reader)
        let exchanges = filter.chosen(reader.records(Exchange.self), names)
        let activities = Dictionary(
            reader.records(Activity.self).map { ($0.id, Reference($0)) }, uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(grouping: exchanges) { Pair(from: $0.from.rawValue, to: $0.to.rawValue) }
        cells = groups.keys.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.map { pair in
            let gifts = (groups[pair] ?? []).map { exchange in
                Gift(
                    exchange: Reference(exchange), form: exchange.form, amount: exchange.amount,
                    activity: exchange.activity.flatMap { activities[$0] },
                    benefits: exchange.benefits.filter { $0 != exchange.to }.map(names.reference))
            }
            return Cell(from: pair.from, to: pair.to, gifts: gifts)
        }
        places = Dictionary(
            cells.enumerated().map { (Pair(from: $1.from, to: $1.to), $0) }, uniquingKeysWith: { first, _ in first })
        rows = Self.lines(exchanges, by: \.from, names)
        columns = Self.lines(exchanges, by: \.to, names)
        (total, money) = (exchanges.count, Self.money(exchanges))
        let (givers, receivers) = (Set(exchanges.map(\.from)), Returns(exchanges).receivers)
        onlyGiving = givers.subtracting(receivers).sorted().map(names.reference)
        onlyReceiving = receivers.subtracting(givers).sorted().map(names.reference)
    }

    /// What one party gives another; empty when nothing.
    package func gifts(from giver: String, to receiver: String) -> [Gift] {
        places[Pair(from: giver, to: receiver)].map { cells[$0].gifts } ?? []
    }

    private static func lines(
        _ exchanges: [Exchange], by party: (Exchange) -> ID<Organisation>, _ names: Names
    ) -> [Line] {
        let groups = Dictionary(grouping: exchanges, by: party)
        return groups.sorted { $0.key < $1.key }.map { id, exchanges in
            Line(organisation: names.reference(to: id), count: exchanges.count, money: money(exchanges))
        }
    }

    private static func money(_ exchanges: [Exchange]) -> [Money] {
        var sums: [String: Int] = [:]
        for exchange in exchanges where exchange.form == .money {
            guard let amount = exchange.amount else { continue }
            let (sum, overflow) = sums[amount.currency, default: 0].addingReportingOverflow(amount.cents)
            sums[amount.currency] = overflow ? (amount.cents < 0 ? .min : .max) : sum
        }
        return sums.sorted { $0.key < $1.key }.map { Money(cents: $0.value, currency: $0.key) }
    }
}
