import Kernel

/// Roles that parties or persons fulfil.
package struct RolesMethod: MethodBody {
    package var roles: [Role] = []

    package init() {}

    package static let fields: [Field<RolesMethod>] = [
        Field("roles", \.roles, Text("Rollen", "Roles"), required: true)
    ]

    package var body: Method.Body { .roles(self) }

    package func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    /// The roles that are part of a role.
    package func parts(of id: String) -> [Role] { roles.filter { $0.partOf == id } }

    package func problems() -> [Problem] {
        let wholes = Dictionary(roles.map { ($0.id, $0.partOf) }, uniquingKeysWith: { first, _ in first })
        return roles.enumerated().compactMap { index, role in
            guard !role.partOf.isEmpty else { return nil }
            let path = ["roles", String(index), "partOf"]
            if wholes[role.partOf] == nil {
                return .dangling(role.partOf, at: path, Text("rol", "role"), known: wholes.keys)
            }
            guard Self.isCircular(role.id, wholes) else { return nil }
            return Problem(
                "method.cycle", at: path,
                Text(
                    "“\(role.id)” is via deze rol een deel van zichzelf.",
                    "“\(role.id)” is part of itself through this role."),
                mend: Text("Laat partOf bij één van de rollen weg.", "Leave partOf out at one of the roles."))
        }
    }

    private static func isCircular(_ id: String, _ wholes: [String: String]) -> Bool {
        var whole = wholes[id] ?? ""
        for _ in 0...wholes.count where !whole.isEmpty {
            if whole == id { return true }
            whole = wholes[whole] ?? ""
        }
        return false
    }
}

extension RolesMethod {
    package struct Role: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// The role of the same method that this is a part of; "" when none.
        package var partOf = ""
        package var holder = Holder.organisation
        /// An ecosystem that uses this method should have it filled.
        package var required = false
        /// A key role wants a deputy.
        package var key = false
        /// Whoever holds it may not have an interest: no vote for a party in a body.
        package var impartial = false
        package var rights: [Right] = []
        package var responsibilities: [MethodItem] = []
        package var competences: [MethodItem] = []
        package var challenges: [MethodItem] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Role>] =
            head("roles") + [
                Field("partOf", \.partOf, Text("Deel van", "Part of"), shape: .reference("roles")),
                Field("holder", \.holder, Text("Vervuld door", "Held by"), required: true),
                Field(
                    "required", \.required, Text("Vereist", "Required"),
                    help: Text("Deze rol hoort vervuld te zijn.", "This role should be filled.")),
                Field(
                    "key", \.key, Text("Sleutelrol", "Key role"),
                    help: Text("Een sleutelrol heeft een plaatsvervanger.", "A key role has a deputy.")),
                Field(
                    "impartial", \.impartial, Text("Onpartijdig", "Impartial"),
                    help: Text(
                        "Wie deze rol heeft, stemt niet voor een partij.", "Whoever has this role votes for no party.")),
                Field("rights", \.rights, Text("Rechten", "Rights")),
                Field("responsibilities", \.responsibilities, Text("Verantwoordelijkheden", "Responsibilities")),
                Field("competences", \.competences, Text("Competenties", "Competences")),
                Field("challenges", \.challenges, Text("Uitdagingen", "Challenges")),
            ] + provenance
    }

    package enum Holder: String, ChoiceValue {
        case organisation
        case person
        case body

        package var label: Text {
            switch self {
            case .organisation: Text("een organisatie", "an organisation")
            case .person: Text("een persoon", "a person")
            case .body: Text("een orgaan", "a body")
            }
        }
    }

    /// What holding a role allows in Stelsel.
    package enum Right: String, ChoiceValue {
        case orchestrate
        /// Reads and handles what is confidential between parties. Nobody who orchestrates can have it too.
        case confide

        package var label: Text {
            switch self {
            case .orchestrate: Text("het hele ecosysteem bewerken", "edit the whole ecosystem")
            case .confide:
                Text("geschillen en zorgen vertrouwelijk behandelen", "handle disputes and concerns in confidence")
            }
        }
    }
}
