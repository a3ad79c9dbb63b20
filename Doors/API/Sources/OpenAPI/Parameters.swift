import Ecosystems
import Kernel

extension Sheet.Parameter {
    static let limit = Sheet.Parameter(
        name: "limit", description: "How many at most.",
        schema: ["type": "integer", "minimum": 1, "maximum": .whole(Page.largest), "default": .whole(Page.usual)])

    static let paging = [
        limit,
        Sheet.Parameter(
            name: "cursor",
            description: "Where to go on; from the link `next` of the page before. Good for this list only.",
            schema: Schema.string),
    ]

    static let asOf = Sheet.Parameter(
        name: "asOf",
        description:
            """
            As it was: a day (until its end in the Netherlands), a moment with time zone, or the number of an event. Before the \
            first event (`history.before`) and after the last one or now (`history.after`) is refused.
            """,
        schema: Schema.string)

    static let key = Sheet.Parameter(
        name: "Idempotency-Key",
        description: """
            A name of your own for this command. Sent again it changes nothing and is no error: 200 with the record as it is now, \
            or with a `Receipt` when it is gone. A command that changed nothing is not remembered.
            """,
        schema: ["type": "string", "minLength": 1, "maxLength": 200])

    static let ifMatch = Sheet.Parameter(
        name: "If-Match",
        description: """
            The ETag of the version that you saw, or several; another version now is refused with 409. A weak tag (`W/`) never \
            matches; `*` asks that the record exists.
            """,
        schema: Schema.string)

    static let ifAbsent = Sheet.Parameter(
        name: "If-None-Match", description: "`*`: only when the record does not exist yet.", schema: Schema.string)

    static let ifChanged = Sheet.Parameter(
        name: "If-None-Match", description: "The ETag that you have; answered with 304 when it is still right.",
        schema: Schema.string)

    static func filter(_ field: FieldDescription) -> Sheet.Parameter {
        Sheet.Parameter(
            name: field.name, description: "Only records with exactly this in “\(field.label.en)”.",
            schema: field.shape.filterSchema)
    }
}

extension FieldShape {
    /// What may stand in a filter on a field of this shape.
    fileprivate var filterSchema: Value {
        switch self {
        case .choice(let choices): ["type": "string", "enum": .list(choices.map { .string($0.id) })]
        case .flag: Schema.flag
        case .whole: ["type": "integer"]
        case .day: ["type": "string", "format": "date"]
        case .list(let element): element.filterSchema
        default: Schema.string
        }
    }
}
