import Ecosystems
import Kernel
import MethodLibrary
import Networks
import Parties

/// One sort that has nearly everything: diversity as a buffer is lacking (city-book-1 M20).
package struct Monotony: Sendable, Hashable {
    package enum Subject: String, Sendable, Hashable {
        /// Participants by part of society.
        case sectors
        /// Roles by who holds them.
        case roles
    }

    package let subject: Subject
    /// Id of the strand of society, or of the organisation.
    package let most: String
    package let name: Text
    /// How many of how many.
    package let count: Int
    package let total: Int
    /// As many sorts, all equally frequent, would be as mixed.
    package let effective: Double

    var share: Double { total == 0 ? 0 : Double(count) / Double(total) }

    static func all(_ reader: Reader, _ thresholds: NetworkThresholds) -> [Monotony] {
        [sectors(reader), roles(reader)].compactMap { $0 }.filter {
            $0.total >= thresholds.fewest && $0.share >= thresholds.monotonyShare
        }
    }

    private static func sectors(_ reader: Reader) -> Monotony? {
        let joined = reader.records(Participation.self).filter { $0.status == .joined }
        let strands = joined.map { participation in
            // From the state: everyone may see the sector.
            reader.state[Organisation.self][participation.organisation]
                .flatMap { reader.library.sector($0.sector)?.helix }
        }
        return monotony(.sectors, strands.map { $0?.rawValue }) { id in
            SectorsMethod.Helix(rawValue: id)?.label ?? Text(same: id)
        }
    }

    private static func roles(_ reader: Reader) -> Monotony? {
        let held = reader.state[Assignment.self].records.filter { $0.period.contains(reader.today) }
        return monotony(.roles, held.map(\.organisation.rawValue)) { reader.title(Organisation.naming.plural, $0) }
    }

    private static func monotony(_ subject: Subject, _ values: [String?], _ name: (String) -> Text) -> Monotony? {
        let diversity = Diversity(of: values)
        guard let most = diversity.counts.max(by: { ($0.count, $1.value) < ($1.count, $0.value) }) else { return nil }
        return Monotony(
            subject: subject, most: most.value, name: name(most.value), count: most.count,
            total: diversity.counts.map(\.count).reduce(0, +), effective: diversity.effective)
    }
}
