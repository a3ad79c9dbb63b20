import Kernel
import MethodLibrary

/// How the chosen building blocks govern: how much they leave free for new things (generativity) and how much they hold
/// together (control), for each pillar. A function of the blocks and the library.
package struct MechanismBalance: Sendable, Hashable {
    /// A mechanism that at least one block uses.
    package struct Used: Sendable, Hashable {
        package let id: String
        package let name: Text
        /// Ids of the blocks that use it, as `method/block`.
        package let blocks: [String]
        package let generativity: [MethodItem]
        package let control: [MethodItem]
    }

    /// One pillar of one method, with its mechanisms in the order of the method.
    package struct Pillar: Sendable, Hashable {
        /// As `method/pillar`.
        package let id: String
        package let name: Text
        package let used: [Used]
        /// Mechanisms of this pillar that no block uses.
        package let unused: [MethodChoice]

        /// How many effects the used mechanisms have.
        package var generativity: Int { used.reduce(0) { $0 + $1.generativity.count } }
        package var control: Int { used.reduce(0) { $0 + $1.control.count } }
    }

    package let pillars: [Pillar]

    /// - Parameter blocks: as `method/block`; what the library does not have counts for nothing.
    package init(of blocks: some Sequence<String>, library: Library) {
        var users: [String: [String]] = [:]
        for id in Set(blocks).sorted() {
            for mechanism in library.block(id)?.mechanisms ?? [] where users[mechanism]?.contains(id) != true {
                users[mechanism, default: []].append(id)
            }
        }
        pillars = library.methods(of: .mechanisms).flatMap { method -> [Pillar] in
            guard let body = method.mechanisms else { return [] }
            return body.pillars.map { pillar in
                let own = body.mechanisms.filter { $0.pillar == pillar.id }
                return Pillar(
                    id: "\(method.id)/\(pillar.id)", name: pillar.name,
                    used: own.compactMap { mechanism in users[mechanism.id].map { Used(mechanism, $0) } },
                    unused: own.filter { users[$0.id] == nil }.map {
                        MethodChoice(id: $0.id, label: $0.name, group: pillar.name)
                    })
            }
        }
    }

    package var generativity: Int { pillars.reduce(0) { $0 + $1.generativity } }
    package var control: Int { pillars.reduce(0) { $0 + $1.control } }

    /// −1: all control; 0: as much of both; 1: all generativity. Nil while there is nothing to weigh.
    package var lean: Double? {
        let all = generativity + control
        return all == 0 ? nil : Double(generativity - control) / Double(all)
    }
}

extension MechanismBalance.Used {
    fileprivate init(_ mechanism: MechanismsMethod.Mechanism, _ blocks: [String]) {
        self.init(
            id: mechanism.id, name: mechanism.name, blocks: blocks, generativity: mechanism.generativity,
            control: mechanism.control)
    }
}
