import Kernel

extension FieldShape {
    /// Everything in a value that this shape does not allow, nested parts included; texts must be in both languages.
    func problems(in value: Value) -> [Problem] {
        switch self {
        case .part(let fields): partProblems(in: value, fields)
        case .list(let element): listProblems(in: value, element)
        case .choice(let choices): choiceProblems(in: value, choices.map(\.id))
        case .text: textProblems(in: value)
        case .flag: problems(in: value, as: Bool.self)
        case .whole: problems(in: value, as: Int.self)
        case .number: problems(in: value, as: Double.self)
        case .day: problems(in: value, as: Day.self)
        case .period: problems(in: value, as: Period.self)
        case .money: problems(in: value, as: Money.self)
        default: problems(in: value, as: String.self)
        }
    }

    private func partProblems(in value: Value, _ fields: [FieldDescription]) -> [Problem] {
        let names = fields.map(\.name)
        guard case .map(let entries) = value else { return Self.unknownFields(of: value, names) }
        var problems = entries.keys.sorted().filter { !names.contains($0) }.flatMap { name in
            Self.unknownFields(of: .map([name: .null]), names)
        }
        for field in fields {
            let entry = entries[field.name] ?? .null
            if entry == .null || entry == .list([]) || entry == .string("") {
                if field.required { problems.append(field.isMissing) }
            } else {
                problems += field.shape.problems(in: entry).map { $0.under(field.name) }
            }
        }
        return problems
    }

    private static func unknownFields(of value: Value, _ names: [String]) -> [Problem] {
        do throws(Problem) { _ = try value.entries(named: names) } catch { return [error] }
        return []
    }

    private func listProblems(in value: Value, _ element: FieldShape) -> [Problem] {
        guard case .list(let items) = value else { return problems(in: value, as: [String].self) }
        var problems = items.enumerated().flatMap { index, item in
            element.problems(in: item).map { $0.under(String(index)) }
        }
        guard case .part(let fields) = element, fields.contains(where: { $0.name == "id" }) else { return problems }
        var seen: Set<String> = []
        for (index, item) in items.enumerated() {
            guard let id = item["id"].string, !seen.insert(id).inserted else { continue }
            problems.append(
                Problem(
                    "method.duplicate", at: [String(index), "id"],
                    Text("“\(id)” staat al in deze lijst.", "“\(id)” is already in this list."),
                    mend: Text("Kies een ander id.", "Choose another id.")))
        }
        return problems
    }

    private func choiceProblems(in value: Value, _ ids: [String]) -> [Problem] {
        let text: String
        do throws(Problem) { text = try String(value) } catch { return [error] }
        guard !ids.contains(text) else { return [] }
        let known = ids.joined(separator: ", ")
        return [
            Problem(
                "field.choice", Text("“\(text)” is geen mogelijke keuze.", "“\(text)” is not a possible choice."),
                mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
        ]
    }

    private func textProblems(in value: Value) -> [Problem] {
        let wrong = problems(in: value, as: Text.self)
        guard wrong.isEmpty else { return wrong }
        let written = ["nl", "en"].filter { language in
            value[language].string.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        }
        guard written.count < 2 else { return [] }
        return [
            Problem(
                "text.both",
                Text("Deze tekst staat niet in beide talen.", "This text is not in both languages."),
                mend: Text("Schrijf nl: en en:, allebei met tekst.", "Write nl: and en:, both with text."))
        ]
    }

    private func problems<V: FieldValue>(in value: Value, as type: V.Type) -> [Problem] {
        do throws(Problem) {
            _ = try V(value)
            try checkLimits(of: value)
        } catch { return [error] }
        return []
    }

    /// What the type of a field cannot express; the same rules and words as the kernel's own check of one field.
    private func checkLimits(of value: Value) throws(Problem) {
        switch (self, value) {
        case (.whole(let range), .whole(let number)) where !range.contains(number):
            throw Problem(
                "field.range",
                Text(
                    "\(number) ligt niet tussen \(range.lowerBound) en \(range.upperBound).",
                    "\(number) is not between \(range.lowerBound) and \(range.upperBound)."))
        case (.reference, .string(let id)) where !Identifier.isValid(id):
            throw Problem(
                "field.reference", Text("“\(id)” is geen id.", "“\(id)” is not an id."),
                mend: Text(
                    "Gebruik kleine letters, cijfers en streepjes.", "Use lower-case letters, digits and hyphens."))
        case (.line, .string(let line)) where line.utf8.count > 2_000 || line.utf8.contains(where: { $0 < 0x20 }):
            throw Problem("field.line", Text("Dit moet op één regel passen.", "This must fit on one line."))
        default: break
        }
    }
}

extension FieldDescription {
    var isMissing: Problem {
        Problem(
            "field.required", at: [name], Text("“\(name)” is verplicht.", "“\(name)” is required."), mend: help)
    }
}
