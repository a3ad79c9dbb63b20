import Kernel

@testable import Agreements

/// What the sample agreement says.
extension Sample {
    struct ClauseText {
        let id: String
        let heading: Text
        let text: Text
        var variables: [Value] = []
        var optional = false

        func values(position: Int) -> [String: Value] {
            [
                "agreement": "samen", "position": .whole(position), "heading": both(heading), "text": both(text),
                "variables": .list(variables), "optional": .flag(optional),
            ]
        }
    }

    static func both(_ text: Text) -> Value { ["nl": .string(text.nl), "en": .string(text.en)] }

    static let purpose = Text(
        "De gemeente en haar leveranciers beheren samen één digitale omgeving. Niemand is de baas over het geheel; ieder is "
            + "verantwoordelijk voor zijn kavel. Met deze afspraak leggen wij vast wat wij van elkaar mogen verwachten, en wat "
            + "wij doen als het anders loopt.",
        "The city and its suppliers manage one digital environment together. Nobody is the boss of the whole; everyone is "
            + "responsible for their own lot. In this agreement we record what we may expect of each other, and what we do when "
            + "things go differently.")

    static let cooperation: [String: Value] = [
        "name": ["nl": "Samen beheren van de digitale kavels", "en": "Managing the digital lots together"],
        "kind": "cooperation",
        "purpose": both(purpose),
        "parties": [
            [
                "organisation": "stad",
                "capacity": ["nl": "opdrachtgever en regisseur", "en": "client and orchestrator"],
            ],
            ["organisation": "net", "capacity": ["nl": "leverancier van het netwerk", "en": "network supplier"]],
            [
                "organisation": "cloud",
                "capacity": ["nl": "leverancier van het datacenter", "en": "data centre supplier"],
            ],
            ["organisation": "hogeschool", "capacity": ["nl": "kennispartner", "en": "knowledge partner"]],
        ],
        "entry": ["needs": "count", "count": 3, "by": "2026-06-01"],
        "validity": ["from": "2026-04-01", "until": "2029-12-31"], "partial": true, "open": true, "notice": 6,
        "prevailing": "nl", "review": 12,
        "settlement": [
            "nl": "Wie uittreedt, draagt zijn documentatie over en rondt lopende wijzigingen af.",
            "en": "Whoever leaves hands over its documentation and finishes changes that are under way.",
        ],
        "annexes": [
            [
                "title": ["nl": "Demarcatie van de kavels", "en": "Demarcation of the lots"],
                "text": [
                    "nl": "De grens tussen netwerk en datacenter ligt bij de koppeling in het gebouw aan de Kade.",
                    "en":
                        "The border between network and data centre lies at the connection in the building on the Quay.",
                ], "address": "https://afspraken.example.nl/demarcatie",
            ]
        ],
    ]

    static let clauseTexts: [ClauseText] = [
        ClauseText(
            id: "doel", heading: Text("Gezamenlijk doel", "Common goal"),
            text: Text(
                "De partijen zorgen er samen voor dat inwoners en bedrijven de diensten van de gemeente altijd kunnen gebruiken. "
                    + "Dat doel gaat voor het belang van één kavel.\n\nDaarvoor werken zij aan:\n- een omgeving die stabiel en "
                    + "veilig is;\n- wijzigingen die de hele keten ten goede komen;\n- kosten die voor iedereen te volgen zijn.",
                "Together the parties see to it that citizens and companies can always use the services of the city. That goal "
                    + "goes before the interest of one lot.\n\nTo that end they work on:\n- an environment that is stable and "
                    + "safe;\n- changes that serve the whole chain;\n- costs that everyone can follow.")),
        ClauseText(
            id: "stuurgroep", heading: Text("Verslag aan de stuurgroep", "Report to the steering group"),
            text: Text(
                "{rapporteur} doet elk half jaar verslag aan de {orgaan} over de prestaties van de hele keten, en niet per "
                    + "leverancier.",
                "{rapporteur} reports every half year to the {orgaan} on the performance of the whole chain, and not per "
                    + "supplier."),
            variables: [
                ["name": "rapporteur", "type": "organisation", "value": "net"],
                ["name": "orgaan", "type": "body", "value": "stuurgroep"],
            ]),
        ClauseText(
            id: "bijdrage", heading: Text("Bijdrage", "Contribution"),
            text: Text(
                "Elke partij draagt {bijdrage} per jaar bij aan het gezamenlijke werk. Uren tellen mee, tegen een tarief dat de "
                    + "stuurgroep elk jaar vaststelt.",
                "Each party contributes {bijdrage} a year to the common work. Hours count, at a rate that the steering group sets "
                    + "every year."),
            variables: [["name": "bijdrage", "type": "amount", "value": "2500"]]),
        ClauseText(
            id: "gegevens", heading: Text("Gegevens en vertrouwelijkheid", "Data and confidentiality"),
            text: Text(
                "De partijen delen de gegevens die voor het beheer van de keten nodig zijn, en niet meer dan dat. Wat een partij "
                    + "als vertrouwelijk aanmerkt, blijft binnen de partijen.\n\nMeetgegevens worden {bewaartermijn} maanden na "
                    + "afloop van een project vernietigd.",
                "The parties share the data that managing the chain calls for, and no more than that. What a party marks as "
                    + "confidential stays among the parties.\n\nMeasurements are destroyed {bewaartermijn} months after the end of "
                    + "a project."),
            variables: [["name": "bewaartermijn", "type": "number", "value": "24"]]),
        ClauseText(
            id: "proeven", heading: Text("Gezamenlijke proeven", "Joint trials"),
            text: Text(
                "Een partij die een nieuwe techniek wil beproeven, nodigt de andere partijen uit. Wat daarbij wordt geleerd, is van "
                    + "ons allemaal.",
                "A party that wants to try a new technique invites the other parties. What is learned from it belongs to all of "
                    + "us."), optional: true),
        ClauseText(
            id: "geschil", heading: Text("Als wij het niet eens zijn", "When we disagree"),
            text: Text(
                "Eerst praten de mensen die het betreft met elkaar, binnen vijf werkdagen. Komen zij er niet uit, dan bespreekt de "
                    + "stuurgroep het in haar eerstvolgende vergadering. Pas daarna kan een partij een onafhankelijke bemiddelaar "
                    + "vragen.",
                "First the people concerned talk, within five working days. If they find no solution, the steering group discusses "
                    + "it at its next meeting. Only then can a party ask for an independent mediator.")),
    ]

    static let reportNorm: [String: Value] = [
        "agreement": "samen", "clause": "stuurgroep",
        "rule": [
            "name": [
                "nl": "{rapporteur} doet elk half jaar verslag aan de {orgaan}.",
                "en": "{rapporteur} reports to the {orgaan} every half year.",
            ], "form": "duty", "bearer": ["who": "organisation", "named": "{rapporteur}"], "action": "report",
            "every": "half-year", "least": "1",
            "consequence": [
                "nl": "de voorzitter belt binnen een week om te horen wat er nodig is.",
                "en": "the chair calls within a week to hear what is needed.",
            ],
        ],
    ]

    static let contributionNorm: [String: Value] = [
        "agreement": "samen", "clause": "bijdrage",
        "rule": [
            "name": [
                "nl": "Elke partij draagt ten minste {bijdrage} per jaar bij.",
                "en": "Each party contributes at least {bijdrage} a year.",
            ], "form": "duty", "action": "contribute", "every": "year", "measure": "amount", "least": "{bijdrage}",
        ],
    ]
}
