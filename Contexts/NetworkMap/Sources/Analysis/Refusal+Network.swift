import Kernel
import Networks

extension Refusal {
    /// Why no graph could be made, or why a change does not fit, in words; at most twenty problems are told. `known` are ids to name when one
    /// is asked for that is not there.
    init(_ refusal: NetworkRefusal, known: [String] = []) {
        self = .invalid(refusal.problems.prefix(20).map { Problem($0, known: known) })
    }
}

extension Problem {
    init(_ problem: NetworkProblem, known: [String]) {
        switch problem {
        case .missingNode(let id): self = .noNode(id, known: known)
        case .missingEdge(let from, let to): self = .noEdge(from, to)
        case .unknownNode(let id, let edge): self = .noEnd(id, edge)
        case .repeatedNode(let id): self = .twice(id)
        case .presentNode(let id): self = .present(id)
        case .loop(let id): self = .loop(id)
        case .unfitWeight(let weight, _): self = .weight(weight)
        case .unfitFactor(let factor): self = .factor(factor)
        case .tooLarge:
            self = Problem(
                "network.large",
                Text("Dit netwerk is te groot om te rekenen.", "This network is too large to analyse."),
                mend: Text("Neem een deel ervan.", "Take a part of it."))
        }
    }

    /// Names what looks like it, or else the first that are there.
    static func noNode(_ id: String, known: [String]) -> Problem {
        let alike = id.isEmpty ? [] : known.filter { $0.lowercased().contains(id.lowercased()) }
        let some = (alike.isEmpty ? known : alike).prefix(8).map(\.inShort).joined(separator: ", ")
        return Problem(
            "network.node",
            Text("“\(id.inShort)” staat niet in dit netwerk.", "“\(id.inShort)” is not in this network."),
            mend: some.isEmpty
                ? Text("Het netwerk is leeg.", "The network is empty.")
                : Text("Noem een id; er zijn bijvoorbeeld: \(some).", "Name an id; there are for example: \(some)."))
    }

    private static func noEdge(_ from: String, _ to: String) -> Problem {
        Problem(
            "network.edge",
            Text(
                "Tussen “\(from.inShort)” en “\(to.inShort)” loopt geen verbinding.",
                "There is no edge between “\(from.inShort)” and “\(to.inShort)”."),
            mend: Text(
                "Noem twee die verbonden zijn, of voeg de verbinding toe.", "Name two that are tied, or add the edge."))
    }

    private static func noEnd(_ id: String, _ edge: Int) -> Problem {
        Problem(
            "network.edge.end",
            Text(
                "Verbinding \(edge + 1) noemt “\(id.inShort)”, en die is er niet.",
                "Edge \(edge + 1) names “\(id.inShort)”, which is not there."),
            mend: Text("Voeg hem toe of laat de verbinding weg.", "Add it, or leave out the edge."))
    }

    private static func twice(_ id: String) -> Problem {
        Problem(
            "network.node.twice", Text("“\(id.inShort)” staat er twee keer.", "“\(id.inShort)” is there twice."),
            mend: Text("Geef elk een eigen id.", "Give each an id of its own."))
    }

    private static func present(_ id: String) -> Problem {
        Problem(
            "network.node.present", Text("“\(id.inShort)” is er al.", "“\(id.inShort)” is there already."),
            mend: Text(
                "Voeg een verbinding toe als id,id, of kies een ander id.",
                "Add an edge as id,id, or choose another id."))
    }

    private static func loop(_ id: String) -> Problem {
        Problem(
            "network.loop",
            Text(
                "“\(id.inShort)” kan niet met zichzelf verbonden worden.", "“\(id.inShort)” cannot be tied to itself."),
            mend: Text("Noem twee verschillende.", "Name two that differ."))
    }

    private static func weight(_ weight: Double) -> Problem {
        Problem(
            "network.weight",
            Text("Een gewicht is 0 of meer; dit is \(weight).", "A weight is 0 or more; this is \(weight)."),
            mend: Text("Geef een getal als 2.5.", "Give a number such as 2.5."))
    }

    private static func factor(_ factor: Double) -> Problem {
        Problem(
            "network.factor",
            Text(
                "Wat overblijft is meer dan 0 en hooguit 1; dit is \(factor).",
                "What is left is more than 0 and at most 1; this is \(factor)."),
            mend: Text("Geef bijvoorbeeld 0.5, of neem de verbinding weg.", "Give for example 0.5, or remove the edge.")
        )
    }
}
