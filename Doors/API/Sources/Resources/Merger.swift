import Ecosystems
import Kernel

/// Which duplicate goes, what the survivor gets with it, and why.
struct Merger: Sendable {
    let duplicate: String
    let fields: [String: Value]
    let reason: String

    init(_ object: [String: Value]) throws(Refusal) {
        var problems = Problem.unknownMembers(object, known: ["duplicate", "fields", "reason"])
        switch object["duplicate"] ?? .null {
        case .string(let id): duplicate = id
        case .null:
            duplicate = ""
            problems.append(.missing("duplicate"))
        default:
            duplicate = ""
            problems.append(.wrong("duplicate", "een id", "an id"))
        }
        switch object["fields"] ?? .null {
        case .map(let given): fields = given
        case .null: fields = [:]
        default:
            fields = [:]
            problems.append(.wrong("fields", "een groep velden", "a group of fields"))
        }
        switch object["reason"] ?? .null {
        case .string(let text): reason = text
        case .null: reason = ""
        default:
            reason = ""
            problems.append(.wrong("reason", "een tekst", "a text"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// The survivor is found under the names of the duplicate from now on.
    func aliases(_ table: (any RecordTable)?, _ id: String) -> [String: Value] {
        guard let gone = table?.values(of: duplicate), let stays = table?.values(of: id) else { return [:] }
        var names = stays["aliases"]?.list?.compactMap(\.string) ?? []
        let title = table?.title(of: duplicate) ?? Text()
        let kept = table?.title(of: id) ?? Text()
        let others = [title.nl, title.en] + (gone["aliases"]?.list?.compactMap(\.string) ?? [])
        for name in others where !name.isEmpty && !names.contains(name) && name != kept.nl && name != kept.en {
            names.append(name)
        }
        return ["aliases": .list(names.map(Value.string))]
    }
}

extension Problem {
    static func unknownMembers(_ object: [String: Value], known: [String]) -> [Problem] {
        object.keys.sorted().filter { !known.contains($0) }.map { name in
            Problem(
                "field.unknown", at: [name], Text("Het veld “\(name)” bestaat niet.", "There is no field “\(name)”."),
                mend: Text(
                    "Bekende velden: \(known.joined(separator: ", ")).",
                    "Known fields: \(known.joined(separator: ", "))."))
        }
    }
}
