import Kernel

/// What a clause obliges, allows, forbids or empowers, in a form that can be watched.
///
/// Quantities and names may be a place to fill in, such as `{contribution}`: then the variable of the clause counts.
package struct NormRule: Part {
    /// The norm in one sentence.
    package var name = Text()
    package var form = Form.duty
    package var bearer: Subject?
    package var counterparty: Subject?
    /// An act of the method library, such as `report`.
    package var action = ""
    /// What the act is about: a word, or a record as `kind/id`; empty: anything.
    package var object = ""
    /// Each calendar period in which it must be done.
    package var every: Cycle?
    /// The day by which it must be done.
    package var by = ""
    /// What calls for it each time, such as a request.
    package var trigger: Evidence?
    package var within = ""
    package var unit = Unit.days
    /// The time counts back from the trigger, as with a notice before an exit.
    package var before = false
    /// Where to look whether it was done.
    package var evidence: Evidence?
    package var measure = Measure.count
    package var least = ""
    package var most = ""
    /// For each counterparty by itself, not for all together.
    package var each = false
    /// A condition that only people can judge.
    package var condition = Text()
    package var consequence = Text()

    package init() {}

    package static let fields: [Field<NormRule>] = [
        Field("name", \.name, Text("Norm", "Norm"), required: true, longest: 500),
        Field("form", \.form, Text("Vorm", "Form"), required: true),
        Field("bearer", \.bearer, Text("Wie", "Who"), help: Text("Leeg: elke partij.", "Empty: every party.")),
        Field("counterparty", \.counterparty, Text("Tegenover wie", "Towards whom")),
        Field("action", \.action, Text("Handeling", "Act"), shape: .method(.act), required: true),
        Field("object", \.object, Text("Waarover", "About")),
        Field("every", \.every, Text("Elke", "Every")),
        Field("by", \.by, Text("Uiterlijk op", "By")),
        Field("trigger", \.trigger, Text("Aanleiding", "Trigger")),
        Field("within", \.within, Text("Binnen", "Within")),
        Field("unit", \.unit, Text("Eenheid", "Unit")),
        Field("before", \.before, Text("Vooraf", "Beforehand")),
        Field("evidence", \.evidence, Text("Bewijs", "Evidence")),
        Field("measure", \.measure, Text("Gemeten als", "Measured as")),
        Field("least", \.least, Text("Ten minste", "At least")),
        Field("most", \.most, Text("Ten hoogste", "At most")),
        Field("each", \.each, Text("Per tegenpartij", "For each counterparty")),
        Field("condition", \.condition, Text("Voorwaarde", "Condition"), shape: .text(long: true)),
        Field("consequence", \.consequence, Text("Gevolg", "Consequence"), shape: .text(long: true)),
    ]
}

extension NormRule {
    package enum Form: String, ChoiceValue {
        case duty
        case permission
        case prohibition
        case power

        package var label: Text {
            switch self {
            case .duty: Text("moet", "must")
            case .permission: Text("mag", "may")
            case .prohibition: Text("mag niet", "must not")
            case .power: Text("is bevoegd", "has the power")
            }
        }
    }

    /// Who bears a norm or is owed it.
    package struct Subject: Part {
        package var who = Sort.everyone
        /// The id of the organisation, role (`method/role`) or body; a place to fill in may stand for it.
        package var named = ""

        package init() {}
        package init(_ who: Sort, _ named: String = "") {
            self.who = who
            self.named = named
        }

        package static let fields: [Field<Subject>] = [
            Field("who", \.who, Text("Soort", "Sort"), required: true),
            Field("named", \.named, Text("Naam", "Name")),
        ]

        package enum Sort: String, ChoiceValue {
            case everyone
            case organisation
            case role
            case body

            package var label: Text {
                switch self {
                case .everyone: Text("elke partij", "every party")
                case .organisation: Text("een organisatie", "an organisation")
                case .role: Text("wie een rol heeft", "whoever has a role")
                case .body: Text("een orgaan", "a body")
                }
            }
        }
    }

    /// A query over records: which ones show that something was done, by whom, when and how much.
    package struct Evidence: Part {
        /// Plural name of a kind of record, such as `acts`.
        package var kind = ""
        package var matching: [Match] = []
        /// The field that names the bearer.
        package var party = ""
        package var counterparty = ""
        /// The field with the day or period.
        package var day = ""
        package var amount = ""
        /// The field that names the record that called for it.
        package var about = ""
        /// It must hold on the day of the trigger, and for its amount.
        package var covers = false

        package init() {}

        package static let fields: [Field<Evidence>] = [
            Field("kind", \.kind, Text("Soort gegevens", "Kind of record"), required: true),
            Field("matching", \.matching, Text("Waarvan geldt", "Of which holds")),
            Field("party", \.party, Text("Veld met de partij", "Field with the party")),
            Field("counterparty", \.counterparty, Text("Veld met de tegenpartij", "Field with the counterparty")),
            Field("day", \.day, Text("Veld met de dag", "Field with the day")),
            Field("amount", \.amount, Text("Veld met het bedrag", "Field with the amount")),
            Field("about", \.about, Text("Veld met de aanleiding", "Field with the trigger")),
            Field(
                "covers", \.covers, Text("Dekt", "Covers"),
                help: Text(
                    "Geldt op de dag en voor het bedrag van de aanleiding.",
                    "Holds on the day and for the amount of the trigger.")),
        ]
    }

    package struct Match: Part {
        package var field = ""
        package var value = ""
        /// The field holds an amount of more than this.
        package var above = ""

        package init() {}

        package static let fields: [Field<Match>] = [
            Field("field", \.field, Text("Veld", "Field"), required: true),
            Field("value", \.value, Text("Is", "Is")),
            Field("above", \.above, Text("Meer dan", "More than")),
        ]
    }

    package enum Cycle: String, ChoiceValue {
        case week
        case month
        case quarter
        case halfYear = "half-year"
        case year

        package var label: Text {
            switch self {
            case .week: Text("week", "week")
            case .month: Text("maand", "month")
            case .quarter: Text("kwartaal", "quarter")
            case .halfYear: Text("half jaar", "half year")
            case .year: Text("jaar", "year")
            }
        }
    }

    package enum Unit: String, ChoiceValue {
        case days
        case workingDays = "working-days"
        case months
        case years

        package var label: Text {
            switch self {
            case .days: Text("dagen", "days")
            case .workingDays: Text("werkdagen", "working days")
            case .months: Text("maanden", "months")
            case .years: Text("jaar", "years")
            }
        }
    }

    package enum Measure: String, ChoiceValue {
        case count
        case amount

        package var label: Text {
            switch self {
            case .count: Text("aantal", "number")
            case .amount: Text("bedrag", "amount")
            }
        }
    }
}
