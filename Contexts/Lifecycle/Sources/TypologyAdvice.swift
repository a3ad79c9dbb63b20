import Kernel
import MethodLibrary

/// Which types fit, by the answers to the questions of a typology. An advice: types are tags, and nobody has to carry one.
package struct TypologyAdvice: Sendable, Hashable {
    /// Id of the typology.
    package let typology: String
    package let name: Text
    package let summary: Text
    /// Whether an ecosystem carries one of these types at most.
    package let isExclusive: Bool
    package let questions: [Question]
    /// The types of which a rule holds, in the order of the method.
    package let types: [Advised]

    package var open: [Question] { questions.filter { $0.chosen == nil } }

    package struct Question: Sendable, Hashable {
        package let id: String
        package let text: Text
        package let options: [MethodItem]
        /// Id of the option that was chosen.
        package let chosen: String?
    }

    package struct Advised: Sendable, Hashable {
        /// As `typology/type`, for the field `types` of the ecosystem.
        package let id: String
        package let name: Text
        package let summary: Text
    }

    /// What the answers lead to, in a sentence.
    package var sentence: Text {
        if !types.isEmpty {
            func list(_ language: Language) -> String { types.map { $0.name.shown(language) }.joined(separator: "; ") }
            return Text("Dit past bij: \(list(.nl)).", "This fits: \(list(.en)).")
        }
        let left = open.count
        guard left > 0 else {
            return Text("Geen van de typen past bij deze antwoorden.", "None of the types fits these answers.")
        }
        return Text(
            left == 1 ? "Beantwoord nog één vraag." : "Beantwoord nog \(left) vragen.",
            left == 1 ? "Answer one more question." : "Answer \(left) more questions.")
    }
}

extension TypologyAdvice {
    /// `answers` maps question to option; leave a question out while it is open. Refuses an unknown typology, question or option.
    package static func of(
        _ typology: String, answers: [String: String], _ library: Library
    ) throws(Refusal) -> TypologyAdvice {
        guard let method = library.method(typology), let body = method.typology else {
            throw .notFound(
                Problem(
                    "typology.unknown",
                    Text("“\(typology)” is geen typologie.", "“\(typology)” is not a typology."),
                    mend: .oneOf(library.methods(of: .typologies).map(\.id))))
        }
        let problems = body.problems(with: answers)
        guard problems.isEmpty else { throw .invalid(problems) }
        return TypologyAdvice(method, body, answers)
    }

    /// The typologies that have questions, by id, all still open.
    package static func all(_ library: Library) -> [TypologyAdvice] {
        library.methods(of: .typologies).compactMap { method in
            method.typology.flatMap { $0.questions.isEmpty ? nil : TypologyAdvice(method, $0, [:]) }
        }
    }

    private init(_ method: Method, _ body: TypologyMethod, _ answers: [String: String]) {
        typology = method.id
        name = method.name
        summary = method.summary
        isExclusive = body.exclusive
        questions = body.questions.map {
            Question(id: $0.id, text: $0.text, options: $0.options, chosen: answers[$0.id])
        }
        let given = body.types(for: answers)
        types = body.types.filter { given.contains($0.id) }.map {
            Advised(id: "\(method.id)/\($0.id)", name: $0.name, summary: $0.summary)
        }
    }
}

extension TypologyMethod {
    fileprivate func problems(with answers: [String: String]) -> [Problem] {
        answers.sorted { $0.key < $1.key }.compactMap { question, option in
            guard let known = questions.first(where: { $0.id == question }) else {
                return Problem(
                    "question.unknown", at: [question],
                    Text("“\(question)” is geen vraag hier.", "“\(question)” is not a question here."),
                    mend: .oneOf(questions.map(\.id)))
            }
            guard !known.options.contains(where: { $0.id == option }) else { return nil }
            return Problem(
                "option.unknown", at: [question],
                Text("“\(option)” is geen mogelijk antwoord.", "“\(option)” is not a possible answer."),
                mend: .oneOf(known.options.map(\.id)))
        }
    }
}
