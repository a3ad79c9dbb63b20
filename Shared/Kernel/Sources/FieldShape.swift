/// What may stand in a field, for forms, JSON Schema, the text format and the reference pages.
package indirect enum FieldShape: Sendable, Hashable {
    /// One line of plain text.
    case line
    /// A text in two languages; `long` asks for a box instead of a line.
    case text(long: Bool)
    /// Text for a machine, over several lines, such as YAML.
    case code
    case flag
    case whole(ClosedRange<Int>)
    case number
    case day
    case period
    case money
    /// One of a fixed set.
    case choice([Choice])
    /// An entry of the method library.
    case method(MethodEntry)
    /// The id of a record of this kind (plural name).
    case reference(String)
    case list(FieldShape)
    case part([FieldDescription])
    /// The address of a page on the web.
    case web
    /// A number with its own check, such as a Chamber of Commerce number.
    case registered(Register)

    package struct Choice: Sendable, Hashable {
        package let id: String
        package let label: Text
    }

    /// Which entries of the method library a field may name.
    package enum MethodEntry: String, Sendable, Hashable, CaseIterable {
        /// `sector-id` of any sectors method.
        case sector
        /// `method-id/role-id`.
        case role
        /// `typology-id/type-id`.
        case type
        /// The id of a lifecycle method.
        case lifecycle
        /// `method-id/phase-id`.
        case phase
        /// The id of a checklist method.
        case checklist
        /// A relation kind.
        case relationKind = "relation-kind"
        /// The id of a helix composition.
        case composition
        /// `method-id/block-id` of a building block.
        case block
        /// A governance mechanism.
        case mechanism
        /// A kind of act.
        case act
        /// `method-id/type-id` of a sort of body.
        case body
        /// `method-id/session-id` of a session format.
        case session
        /// The id of any method.
        case method
    }
}

/// One field as the outside sees it.
package struct FieldDescription: Sendable, Hashable {
    package let name: String
    package let label: Text
    package let help: Text
    package let shape: FieldShape
    package let required: Bool
    /// Nil: as visible as its record.
    package let visibility: Visibility?
    /// What it is filled in together with, on a form that is long; empty for what comes first.
    package var group = Text()
    /// How many characters fit in it or, for a list, in each item; nil when that does not count.
    package var longest: Int?
}

/// Who may read a record or field. Orchestrators and administrators read everything but the vault and what is confidential.
package enum Visibility: Sendable, Hashable {
    case everyone
    /// People of organisations that take part.
    case participants
    /// People of the organisation that the record belongs to.
    case ownOrganisation
    /// People who hold this role, such as a confidant.
    case body(String)
    /// People who act for an organisation that the record belongs to, and who holds a role that keeps confidences. Not who orchestrates,
    /// and not who administers.
    case confidential

    package var name: Text {
        switch self {
        case .everyone: Text("openbaar", "public")
        case .participants: Text("deelnemers", "participants")
        case .ownOrganisation: Text("eigen organisatie", "own organisation")
        case .body(let role): Text("alleen \(role)", "only \(role)")
        case .confidential: Text("vertrouwelijk", "confidential")
        }
    }
}
