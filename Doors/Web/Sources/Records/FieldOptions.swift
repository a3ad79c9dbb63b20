import Ecosystems
import Kernel
import MethodLibrary

/// What a field may be chosen from, as this visitor calls it.
struct FieldOptions {
    struct Option {
        let id: String
        let label: String
    }

    struct Group {
        let label: String
        var options: [Option]
    }

    private let input: FieldInput
    private var inside: EcosystemVisit { input.inside }
    private var say: Say { inside.say }

    init(_ input: FieldInput) { self.input = input }

    /// The options, each group once, with what was chosen among them even when it is no longer offered.
    func groups(_ field: FieldDescription, path: [String], chosen: [String]) -> [Group] {
        let shape = if case .list(let item) = field.shape { item } else { field.shape }
        var groups = offered(shape, field, path: path, chosen: chosen)
        let known = Set(groups.flatMap { $0.options.map(\.id) })
        let lost = chosen.filter { !known.contains($0) && !$0.isEmpty }
        if !lost.isEmpty {
            groups.append(Group(label: "", options: lost.map { Option(id: $0, label: called($0, shape)) }))
        }
        return groups
    }

    private func called(_ id: String, _ shape: FieldShape) -> String {
        if case .reference(let plural) = shape { return inside.called(plural, id) }
        return id
    }

    private func offered(_ shape: FieldShape, _ field: FieldDescription, path: [String], chosen: [String]) -> [Group] {
        switch shape {
        case .choice(let choices):
            return [Group(label: "", options: choices.map { Option(id: $0.id, label: say($0.label)) })]
        case .method(let entry): return grouped(inside.reader.library.choices(for: entry))
        case .reference(let plural):
            let own = ownOrganisations(field)
            let all = records(plural).filter { own?.contains($0.id) ?? true || chosen.contains($0.id) }
            return [Group(label: "", options: all)]
        default:
            let offer = inside.reader.catalogue.offer(input.kind.plural, path)
            return grouped(offer?.choices(for: input.values, in: inside.reader.situation) ?? [])
        }
    }

    private func grouped(_ choices: [MethodChoice]) -> [Group] {
        choices.reduce(into: []) { groups, choice in
            let (label, option) = (say(choice.group), Option(id: choice.id, label: say(choice.label)))
            if let index = groups.firstIndex(where: { $0.label == label }) {
                groups[index].options.append(option)
            } else {
                groups.append(Group(label: label, options: [option]))
            }
        }
    }

    /// The organisations that the visitor may act for, where the field says whose the record is; nil: any.
    private func ownOrganisations(_ field: FieldDescription) -> Set<String>? {
        let rights = inside.reader.rights
        guard !rights.seesEverything, input.kind.owners == [field.name], field.shape == .reference("organisations")
        else { return nil }
        return rights.represents
    }

    /// Every record that the visitor may see, by its name; persons of the form's own organisation first.
    func records(_ plural: String, limit: Int = .max) -> [Option] {
        guard let kind = inside.reader.catalogue.kind(plural), let table = inside.reader.state.table(plural) else {
            return []
        }
        let own = input.values["organisation"] ?? .null
        let found = table.ids.prefix(limit).compactMap { id -> (option: Option, key: String)? in
            guard let values = inside.reader.values(kind, id) else { return nil }
            let label = inside.called(plural, id)
            let isOwn = !own.isNull && values["organisation"] == own
            return (Option(id: id, label: label), (isOwn ? "0 " : "1 ") + label.lowercased())
        }
        return found.sorted { $0.key < $1.key }.map(\.option)
    }
}

extension EcosystemVisit {
    /// What to call a record where many stand beside each other: a person with the organisation that they act for.
    func called(_ plural: String, _ id: String) -> String {
        let title = say(reader.title(plural, id))
        guard plural == "persons", let kind = reader.catalogue.kind(plural),
            let organisation = reader.values(kind, id)?["organisation"]?.string
        else { return title }
        return "\(title), \(say(reader.title("organisations", organisation)))"
    }
}
