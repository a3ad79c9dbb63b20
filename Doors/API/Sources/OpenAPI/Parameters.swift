import Ecosystems
import Kernel

extension Sheet.Parameter {
    static let paging = [
        Sheet.Parameter(
            name: "limit", description: "How many at most.",
            schema: ["type": "integer", "minimum": 1, "maximum": .whole(Page.largest), "default": .whole(Page.usual)]),
        Sheet.Parameter(
            name: "cursor", description: "Where to go on; from the link `next` of the page before.",
            schema: Schema.string),
    ]

    static let asOf = Sheet.Parameter(
        name: "asOf",
        description:
            "As it was: a day (until its end in the Netherlands), a moment with time zone, or the number of an event.",
        schema: Schema.string)

    static let key = Sheet.Parameter(
        name: "Idempotency-Key",
        description: "A name of your own for this command; sending it again gives the first outcome.",
        schema: ["type": "string", "minLength": 1, "maxLength": 200])

    static let ifMatch = Sheet.Parameter(
        name: "If-Match", description: "The ETag of the version that you saw; another version now is refused with 409.",
        schema: Schema.string)

    static let ifAbsent = Sheet.Parameter(
        name: "If-None-Match", description: "`*`: only when the record does not exist yet.", schema: Schema.string)

    static let ifChanged = Sheet.Parameter(
        name: "If-None-Match", description: "The ETag that you have; answered with 304 when it is still right.",
        schema: Schema.string)

    static func filter(_ field: FieldDescription) -> Sheet.Parameter {
        Sheet.Parameter(
            name: field.name, description: "Only records with exactly this in “\(field.label.en)”.",
            schema: Schema.string)
    }
}
