import Ecosystems
import Kernel
import MethodLibrary

extension Responsibility {
    /// It is about one thing, and borne by one party.
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if (activity != nil) == (!model.isEmpty || !layer.isEmpty) || model.isEmpty != layer.isEmpty {
            problems.append(.responsibilitySubject)
        }
        if (organisation != nil) == (body != nil) { problems.append(.responsibilityParty) }
        return problems
    }

    /// Delivery models and layers exist in the library.
    static let namesPlaces = ChangeGuard(Responsibility.self) { _, new, situation in
        let places = ResponsibilityPlaces(situation.library)
        return [
            new.model.isEmpty || places.models.contains { $0.id == new.model }
                ? nil : .unknownPlace("model", new.model, known: places.models),
            new.layer.isEmpty || places.layers.contains { $0.id == new.layer }
                ? nil : .unknownPlace("layer", new.layer, known: places.layers),
        ].compactMap { $0 }
    }

    /// Nobody has the same part twice at the same time, and only one party is accountable for something. One index for all changes.
    static let unambiguous = ChangeGuard(together: Responsibility.self) { changed, situation in
        let subjects = Set(changed.compactMap(\.subject))
        let involved = Dictionary(
            grouping: situation.state[Responsibility.self].records.lazy.filter {
                $0.subject.map(subjects.contains) == true
            }, by: \.subject)
        return changed.flatMap { new in
            (involved[new.subject] ?? []).filter { $0.id != new.id && $0.period.meets(new.period) }
                .sorted { $0.id < $1.id }.lazy.compactMap { new.clash(with: $0, in: situation) }.prefix(1)
                .map { (new.id, $0) }
        }
    }

    private func clash(with other: Responsibility, in situation: Situation) -> Problem? {
        guard other.part == part else { return nil }
        if other.party == party { return .responsibilityTwice(other.id.rawValue) }
        guard part == .accountable, let party = other.party else { return nil }
        let name = situation.state.table(party.kind)?.title(of: party.id) ?? Text(same: party.id)
        return .secondAccountable(name, other.id.rawValue)
    }
}

extension Period {
    /// Whether there is a day that is in both.
    func meets(_ other: Period) -> Bool {
        (from?.number ?? .min) <= (other.until?.number ?? .max)
            && (other.from?.number ?? .min) <= (until?.number ?? .max)
    }
}

/// The delivery models, layers and processes of the methods in use.
package struct ResponsibilityPlaces: Sendable {
    package struct Place: Sendable, Hashable {
        /// `method/place`.
        package let id: String
        package let name: Text
        package let method: Text
    }

    package let models: [Place]
    package let layers: [Place]
    package let processes: [Place]
    /// The limits of all methods together: the lowest that is set; 0 when none is.
    package let mostAccountable: Int
    package let mostInvolved: Int

    package init(_ library: Library) {
        let methods = library.methods(of: .responsibilities).compactMap { method in
            method.responsibilities.map { (method, $0) }
        }
        func places(_ list: KeyPath<ResponsibilityMethod, [ResponsibilityMethod.Place]>) -> [Place] {
            methods.flatMap { method, body in
                body[keyPath: list].map { Place(id: "\(method.id)/\($0.id)", name: $0.name, method: method.name) }
            }
        }
        models = places(\.models)
        layers = places(\.layers)
        processes = places(\.processes)
        mostAccountable = methods.map(\.1.mostAccountable).filter { $0 > 0 }.min() ?? 0
        mostInvolved = methods.map(\.1.mostInvolved).filter { $0 > 0 }.min() ?? 0
    }

    /// The id itself when no method has it.
    package func name(of id: String) -> Text {
        (models + layers + processes).first { $0.id == id }?.name ?? Text(same: id.lastName)
    }
}

extension Problem {
    fileprivate static let responsibilitySubject = Problem(
        "responsibility.subject", at: ["activity"],
        Text(
            "Dit gaat over één activiteit, of over één beheerlaag van één leveringsmodel.",
            "This is about one activity, or about one management layer of one delivery model."),
        mend: Text(
            "Vul de activiteit in, of het leveringsmodel en de beheerlaag samen.",
            "Fill in the activity, or the delivery model and the management layer together."))

    fileprivate static let responsibilityParty = Problem(
        "responsibility.party", at: ["organisation"],
        Text("Eén organisatie of één orgaan draagt dit.", "One organisation or one body bears this."),
        mend: Text("Vul een van beide in.", "Fill in one of the two."))

    fileprivate static func responsibilityTwice(_ id: String) -> Problem {
        Problem(
            "responsibility.twice", at: ["part"],
            Text("Dit staat er al, als “\(id)”.", "This is there already, as “\(id)”."),
            mend: Text("Wijzig die, of kies een andere periode.", "Change that one, or choose another period."))
    }

    static func secondAccountable(_ name: Text, _ id: String) -> Problem {
        Problem(
            "responsibility.double-accountable", at: ["part"],
            Text(
                "\(name.dutch) is hiervoor al eindverantwoordelijk (\(id)); er is er precies één.",
                "\(name.english) is accountable for this already (\(id)); there is exactly one."),
            mend: Text(
                "Beëindig die eerst, of geef deze partij een ander deel, zoals uitvoeren.",
                "End that one first, or give this party another part, such as responsible."))
    }

    fileprivate static func unknownPlace(_ field: String, _ id: String, known: [ResponsibilityPlaces.Place]) -> Problem
    {
        let list = known.map(\.id).joined(separator: ", ")
        return Problem(
            "responsibility.\(field)", at: [field],
            Text("“\(id.inShort)” staat in geen methode.", "“\(id.inShort)” is in no method."),
            mend: Text("Bekend zijn: \(list).", "Known are: \(list)."))
    }
}
