import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// What someone wants to see on the map. An empty filter lets everything through.
package struct MapQuestion: Sendable, Hashable {
    /// Ids of relation kinds.
    package var kinds: Set<String>
    /// `method/role`: only organisations that hold one of these, or a part of one.
    package var roles: Set<String>
    /// Ids of sectors.
    package var sectors: Set<String>
    package var statuses: Set<Participation.Status>
    /// Only what held at some time in these days, such as those of a phase. Without it: everything ever recorded.
    package var during: Period?
    /// Id of the organisation that the map is about. It stays, whatever the filters.
    package var focus: String?
    /// With a focus: at most so many steps away from it. Without it: everything.
    package var depth: Int?
    /// Only this group of who have most to do with each other; see `MapGroups`.
    package var group: Int?
    /// At most so many organisations; kept between 1 and 1,000. About 120 can be read at once.
    package var limit: Int
    package var shape: Shape
    /// Whether organisations without a relation on this map are on it.
    package var showsLonely: Bool
    /// Whether ties that follow from other records are on it, beside recorded relations.
    package var showsDerived: Bool

    /// What the shape of a node tells. Its colour always tells the sector.
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        case sector
        case role
    }

    package init(
        kinds: Set<String> = [], roles: Set<String> = [], sectors: Set<String> = [],
        statuses: Set<Participation.Status> = [], during: Period? = nil, focus: String? = nil, depth: Int? = nil,
        group: Int? = nil, limit: Int = 120, shape: Shape = .sector, showsLonely: Bool = true, showsDerived: Bool = true
    ) {
        (self.kinds, self.roles, self.sectors, self.statuses) = (kinds, roles, sectors, statuses)
        (self.during, self.focus, self.depth, self.limit) = (during, focus, depth, limit)
        (self.group, self.shape) = (group, shape)
        (self.showsLonely, self.showsDerived) = (showsLonely, showsDerived)
    }

    var saneLimit: Int { min(max(limit, 1), 1000) }
    var saneDepth: Int? { focus == nil ? nil : depth.map { max($0, 0) } }
}

extension MapQuestion {
    /// Names that do not exist, each as a problem.
    func problems(in reader: Reader) -> [Problem] {
        func unknown(_ names: Set<String>, _ field: String, _ entry: FieldShape.MethodEntry) -> [Problem] {
            names.filter { !reader.library.contains(entry, $0) }.sorted().map { name in
                let known = reader.library.choices(for: entry).map(\.id).joined(separator: ", ")
                return Problem(
                    "map.filter", at: [field],
                    Text("“\(name)” staat niet in de methodenbibliotheek.", "“\(name)” is not in the method library."),
                    mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
            }
        }
        var problems = unknown(kinds, "kinds", .relationKind) + unknown(roles, "roles", .role)
        problems += unknown(sectors, "sectors", .sector)
        if let focus, reader.state[Organisation.self][ID(focus)] == nil {
            problems.append(
                Problem(
                    "map.focus", at: ["focus"],
                    Text("Er is geen organisatie “\(focus)”.", "There is no organisation “\(focus)”."),
                    mend: Text("Kies een organisatie uit de lijst.", "Choose an organisation from the list.")))
        }
        return problems
    }
}
