import Kernel

/// A place in an OpenAPI document: what stands there, and the way to it. References are followed when asked.
struct LintedPlace {
    let value: Value
    let path: [String]

    subscript(key: String) -> LintedPlace? { value.map?[key].map { LintedPlace(value: $0, path: path + [key]) } }

    var entries: [(key: String, place: LintedPlace)] {
        switch value {
        case .map(let entries):
            entries.sorted { $0.key < $1.key }.map { ($0.key, LintedPlace(value: $0.value, path: path + [$0.key])) }
        case .list(let items):
            items.enumerated().map { (String($0), LintedPlace(value: $1, path: path + [String($0)])) }
        default: []
        }
    }

    /// As Spectral prints it: `paths./things.get.responses[200].content`.
    var name: String {
        path.reduce(into: "") { name, step in
            if !step.isEmpty, step.allSatisfy(\.isNumber) {
                name += "[\(step)]"
            } else {
                name += (name.isEmpty ? "" : ".") + step
            }
        }
    }
}

struct LintedDocument {
    let root: LintedPlace

    init(_ value: Value) { root = LintedPlace(value: value, path: []) }

    /// The place that a reference leads to; the place itself when it is none.
    func resolved(_ place: LintedPlace) -> LintedPlace {
        var place = place
        for _ in 0..<20 {
            guard let target = place.value["$ref"].string, target.hasPrefix("#/") else { return place }
            var found: LintedPlace? = root
            for step in target.dropFirst(2).split(separator: "/") {
                found = found?[String(step).replacing("~1", with: "/").replacing("~0", with: "~")]
            }
            guard let found else { return place }
            place = found
        }
        return place
    }

    /// Everything below a place, itself included. Each place once, also when references lead to it more often.
    func below(_ start: LintedPlace, following: Bool = false) -> [LintedPlace] {
        var found: [LintedPlace] = []
        var seen: Set<[String]> = []
        var waiting = [start]
        while let next = waiting.popLast() {
            let place = following ? resolved(next) : next
            guard seen.insert(place.path).inserted else { continue }
            found.append(place)
            waiting += place.entries.map(\.place)
        }
        return found
    }
}
