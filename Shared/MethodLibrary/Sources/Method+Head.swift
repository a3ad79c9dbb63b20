import Kernel

extension Method {
    /// What every method file starts with.
    package struct Head: Described {
        package var family = MethodFamily.lifecycles
        package var id = ""
        package var version = 1
        package var name = Text()
        /// What it is and when to use it.
        package var summary = Text()
        package var sources: [MethodSource] = []
        package var origin = MethodOrigin.source
        /// What the source does not give, what is ours, damage in the source; may be empty.
        package var remarks = Text()
        /// The method that this is an adapted copy of.
        package var basedOn: Basis?

        package init() {}

        package static let fields: [Field<Head>] = [
            Field("family", \.family, Text("Familie", "Family"), required: true),
            Field(
                "id", \.id, Text("Id", "Id"),
                help: Text("De naam van het bestand zonder .yaml.", "The name of the file without .yaml."),
                shape: .reference("methods"), required: true),
            Field(
                "version", \.version, Text("Versie", "Version"),
                help: Text("Een hoger nummer na elke wijziging.", "A higher number after each change."),
                shape: .whole(1...1_000_000), required: true),
            Field("name", \.name, Text("Naam", "Name"), required: true),
            Field(
                "summary", \.summary, Text("Samenvatting", "Summary"),
                help: Text("Wat het is en wanneer u het gebruikt.", "What it is and when to use it."),
                shape: .text(long: true), required: true),
            Field(
                "sources", \.sources, Text("Bronnen", "Sources"),
                help: Text("Verplicht, tenzij de herkomst stelsel is.", "Required, unless the origin is stelsel.")),
            Field("origin", \.origin, Text("Herkomst", "Origin"), required: true),
            Field(
                "remarks", \.remarks, Text("Opmerkingen", "Remarks"),
                help: Text(
                    "Wat de bron niet geeft en wat van Stelsel is.",
                    "What the source does not give and what is by Stelsel."),
                shape: .text(long: true)),
            Field(
                "basedOn", \.basedOn, Text("Gebaseerd op", "Based on"),
                help: Text(
                    "De methode waarvan dit een aangepaste kopie is.",
                    "The method of which this is an adapted copy.")),
        ]

        func problems() -> [Problem] {
            var problems: [Problem] = []
            if sources.isEmpty, origin == .source {
                problems.append(
                    Problem(
                        "method.sources", at: ["sources"],
                        Text("Deze methode noemt geen bron.", "This method names no source."),
                        mend: Text(
                            "Noem bij sources ten minste één plaats, of schrijf origin: stelsel.",
                            "Name at least one place under sources, or write origin: stelsel.")))
            }
            if let basedOn, basedOn.id == id {
                problems.append(
                    Problem(
                        "method.basis", at: ["basedOn", "id"],
                        Text("Een kopie heeft een eigen id.", "A copy has an id of its own."),
                        mend: Text("Kies een ander id.", "Choose another id.")))
            }
            return problems
        }
    }

    /// The original of an adapted copy.
    package struct Basis: Part {
        package var id = ""
        package var version = 1

        package init() {}

        package static let fields: [Field<Basis>] = [
            Field("id", \.id, Text("Methode", "Method"), shape: .reference("methods"), required: true),
            Field("version", \.version, Text("Versie", "Version"), shape: .whole(1...1_000_000), required: true),
        ]
    }
}
