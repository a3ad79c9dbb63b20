import Kernel
import Purpose

/// What a responsibility is about: an activity, or a management layer of a way of delivering.
package enum ResponsibilitySubject: Hashable, Sendable, Comparable {
    case activity(ID<Activity>)
    /// Both as `method/place`.
    case layer(model: String, layer: String)

    /// The id of the activity, or `model + layer`; as files and links name it.
    package var id: String {
        switch self {
        case .activity(let activity): activity.rawValue
        case .layer(let model, let layer): "\(model)+\(layer)"
        }
    }

    /// Reads `id`; nil for neither.
    package init?(id: String) {
        let halves = id.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        switch halves.count {
        case 1 where !id.isEmpty: self = .activity(ID(id))
        case 2 where halves.allSatisfy({ !$0.isEmpty }): self = .layer(model: halves[0], layer: halves[1])
        default: return nil
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    /// Activities first.
    private var order: (Int, String, String) {
        switch self {
        case .activity(let activity): (0, activity.rawValue, "")
        case .layer(let model, let layer): (1, model, layer)
        }
    }
}

/// Who can bear a responsibility.
package enum ResponsibleParty: Hashable, Sendable, Comparable {
    case organisation(String)
    case body(String)

    package var kind: String {
        switch self {
        case .organisation: "organisations"
        case .body: "bodies"
        }
    }

    package var id: String {
        switch self {
        case .organisation(let id), .body(let id): id
        }
    }

    /// As files and links name it: the id, with `bodies/` before it for a body.
    package var name: String {
        switch self {
        case .organisation(let id): id
        case .body(let id): "bodies/\(id)"
        }
    }

    package init(name: String) {
        self = name.hasPrefix("bodies/") ? .body(String(name.dropFirst(7))) : .organisation(name)
    }

    /// Organisations first.
    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: (Int, String) {
        switch self {
        case .organisation(let id): (0, id)
        case .body(let id): (1, id)
        }
    }
}

extension Responsibility {
    /// Nil when the record does not say it properly.
    package var subject: ResponsibilitySubject? {
        if let activity { return .activity(activity) }
        return model.isEmpty || layer.isEmpty ? nil : .layer(model: model, layer: layer)
    }

    package var party: ResponsibleParty? {
        organisation.map { .organisation($0.rawValue) } ?? body.map { .body($0.rawValue) }
    }
}
