import Ecosystems
import Kernel
import Parties

extension GiveGetMatrix {
    /// Which exchanges to look at; empty: all.
    package struct Filter: Sendable, Hashable {
        /// Giver or receiver.
        package var party = ""
        /// Sectors.
        package var giver = ""
        package var receiver = ""
        /// One giver and one receiver, or `others`: those who are not among the busiest.
        package var from = ""
        package var to = ""

        /// No id of an organisation looks like this.
        package static let others = "*"

        package init(party: String = "", giver: String = "", receiver: String = "", from: String = "", to: String = "")
        {
            (self.party, self.giver, self.receiver, self.from, self.to) = (party, giver, receiver, from, to)
        }

        package var isEmpty: Bool { self == Filter() }

        /// The exchanges that pass. Who is busiest is judged before the givers and receivers are chosen.
        func chosen(_ exchanges: [Exchange], _ names: Names) -> [Exchange] {
            let some = exchanges.filter { admits($0, names) }
            let givers = from == Self.others ? BusyMatrix.busiest(some.map(\.from.rawValue)) : []
            let receivers = to == Self.others ? BusyMatrix.busiest(some.map(\.to.rawValue)) : []
            return some.filter {
                fits($0.from.rawValue, from, besides: givers) && fits($0.to.rawValue, to, besides: receivers)
            }
        }

        private func fits(_ id: String, _ wanted: String, besides busiest: [String]) -> Bool {
            wanted == Self.others ? !busiest.contains(id) : wanted.isEmpty || id == wanted
        }

        private func admits(_ exchange: Exchange, _ names: Names) -> Bool {
            func fits(_ sector: String, _ id: ID<Organisation>) -> Bool {
                sector.isEmpty || names.organisations[id]?.sector == sector
            }
            return (party.isEmpty || exchange.from.rawValue == party || exchange.to.rawValue == party)
                && fits(giver, exchange.from) && fits(receiver, exchange.to)
        }
    }
}
