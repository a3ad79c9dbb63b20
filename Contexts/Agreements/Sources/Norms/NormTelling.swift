import Ecosystems
import Kernel
import MethodLibrary

/// What the words of a status are made with: names of acts, organisations, bodies and roles.
final class NormTelling: Sendable {
    private let state: EcosystemState
    private let library: Library

    init(_ situation: Situation) {
        state = situation.state
        library = situation.library
    }

    func act(_ id: String) -> Text { library.act(id)?.name ?? Text(same: id) }

    func name(of bearer: NormBearer) -> Text {
        switch bearer.sort {
        case .organisation: title("organisations", bearer.id)
        case .body: title("bodies", bearer.id)
        case .role: library.role(bearer.id)?.name ?? Text(same: bearer.id)
        }
    }

    func organisation(_ id: String) -> Text { title("organisations", id) }

    func title(_ kind: String, _ id: String) -> Text {
        guard let title = state.table(kind)?.title(of: id), !title.isEmpty else { return Text(same: id) }
        return title
    }
}
