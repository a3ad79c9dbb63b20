import Kernel

extension AgreementWords {
    var partial: Text {
        guard text.partial, text.clauses.contains(where: \.optional) else { return Text() }
        let numbers = Self.list(text.clauses.filter(\.optional).map { Text(same: String($0.number)) })
        return Text(
            "Een partij mag aanvaarden zonder een of meer van deze bepalingen: \(numbers.nl).",
            "A party may accept without one or more of these clauses: \(numbers.en).")
    }

    package var notice: Text {
        switch text.notice {
        case nil: Text()
        case 0: Text("Een partij kan uittreden zonder opzegtermijn.", "A party may leave without notice.")
        case 1:
            Text("Een partij kan uittreden met een maand opzegtermijn.", "A party may leave with one month's notice.")
        case let months?:
            Text(
                "Een partij kan uittreden met een opzegtermijn van \(months) maanden.",
                "A party may leave with a notice of \(months) months.")
        }
    }

    package var review: Text {
        switch text.review {
        case nil: Text()
        case 1:
            Text(
                "Elke maand gaan de partijen na of deze afspraak nog past.",
                "Every month the parties see whether this agreement still fits.")
        case let months?:
            Text(
                "Elke \(months) maanden gaan de partijen na of deze afspraak nog past.",
                "Every \(months) months the parties see whether this agreement still fits.")
        }
    }

    package var precedence: Text {
        guard !text.precedence.isEmpty else { return Text() }
        let list = Self.list(text.precedence.map(name))
        return Text(
            "Waar deze afspraak verschilt van een van de volgende documenten, geldt dat document: \(list.nl).",
            "Where this agreement differs from one of these documents, that document prevails: \(list.en).")
    }

    package var language: Text {
        switch text.prevailing {
        case .nl:
            Text(
                "Verschillen de talen, dan geldt het Nederlands.",
                "Where the languages differ, the Dutch text prevails.")
        case .en:
            Text(
                "Verschillen de talen, dan geldt het Engels.", "Where the languages differ, the English text prevails.")
        case nil where text.languages.count > 1:
            Text(
                "De Nederlandse en de Engelse tekst gelden evenzeer.",
                "The Dutch and the English text are equally authentic.")
        case nil: Text()
        }
    }
}

extension AgreementWords {
    static let opens = Text(
        "Andere partijen kunnen toetreden tot de versie die dan geldt.",
        "Other parties can join the version that is then in force.")
    static let revokes = Text(
        "Een partij mag haar aanvaarding herroepen.", "A party may revoke its acceptance.")
    static let notBinding = Text(
        "Dit document zegt wat de partijen willen; een bindende handtekening is er niet voor nodig.",
        "This document says what the parties intend; it needs no binding signature.")

    /// “a, b en c”.
    static func list(_ names: [Text]) -> Text {
        func joined(_ words: [String], _ and: String) -> String {
            guard let last = words.last, words.count > 1 else { return words.first ?? "" }
            return words.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(joined(names.map(\.dutch), "en"), joined(names.map(\.english), "and"))
    }
}

extension Text {
    /// One text after the other, in each language.
    static func + (left: Text, right: Text) -> Text { Text(nl: left.nl + right.nl, en: left.en + right.en) }
}
