import Kernel

/// Puts a network together while a file is read: numbers the nodes, keeps what is wrong, and looks at the end whether every edge
/// ends at a node.
final class NetworkAssembly {
    var file = NetworkFile()
    let limits: NetworkLimits
    /// Whether a node is there because an edge names it, as in a table of edges alone.
    let impliesNodes: Bool
    private let ids = NameTable()
    /// The node of each id; −1 while it was only named by an edge.
    private var nodes: [Int] = []
    private var firstMention: [Int: Place] = [:]
    private let edgeIDs = NameTable()
    private var remarks: [String: NetworkRemark] = [:]
    private(set) var problems: [Problem] = []

    init(_ limits: NetworkLimits, impliesNodes: Bool = false) {
        self.limits = limits
        self.impliesNodes = impliesNodes
    }

    /// Keeps something that is wrong and does not hinder reading on; refuses when it is enough.
    func report(_ problem: Problem) throws(Problem) {
        problems.append(problem)
        guard problems.count < limits.problems else {
            throw Problem(
                "network.more",
                Text("Er kan meer mis zijn; hier is gestopt.", "More may be wrong; reading stopped here."),
                mend: Text("Verhelp dit eerst.", "Mend this first."))
        }
    }

    /// Keeps something worth telling; the same rule adds up, and beyond fifty rules the rest is one.
    func remark(_ rule: String, _ message: @autoclosure () -> Text) {
        if remarks[rule] != nil || remarks.count < 50 {
            remarks[rule, default: NetworkRemark(rule, 0, message())].count += 1
        } else {
            let rest = NetworkRemark("loss.more", 0, Text("nog meer dat niet bekend is", "more that is not known"))
            remarks[rest.rule, default: rest].count += 1
        }
    }

    func remarkNoNumber() {
        remark("loss.no-number", Text("een waarde die geen eindig getal is", "a value that is not a finite number"))
    }

    /// A number for the id of a node that an edge names. It becomes the index of the node in `finish`.
    func mention(_ id: UnsafeBufferPointer<UInt8>, _ place: () -> Place) throws(Problem) -> Int {
        guard let number = ids.number(of: id) else { throw Problem.encoding(place()) }
        if number == nodes.count { try admit(number, place) }
        return number
    }

    func mention(_ id: String, _ place: () -> Place) throws(Problem) -> Int {
        guard let number = ids.number(of: id) else { throw Problem.encoding(place()) }
        if number == nodes.count { try admit(number, place) }
        return number
    }

    /// Whether there is such a node already.
    func knows(_ id: String) -> Bool { ids.known(id).map { nodes[$0] >= 0 } ?? false }

    private func admit(_ number: Int, _ place: () -> Place) throws(Problem) {
        guard number < limits.nodes else { throw Problem.tooMany("nodes", "knopen", limits.nodes) }
        let id = ids.names[number]
        if id.isEmpty { try report(.noID(place())) }
        if impliesNodes {
            nodes.append(file.nodes.count)
            file.nodes.append(NetworkNode(id: id))
        } else {
            nodes.append(-1)
            firstMention[number] = place()
        }
    }

    /// Adds a node; a second one with the same id is told and not added.
    func add(_ node: NetworkNode, _ place: () -> Place) throws(Problem) {
        guard let number = ids.number(of: node.id) else { throw Problem.encoding(place()) }
        if number == nodes.count {
            guard number < limits.nodes else { throw Problem.tooMany("nodes", "knopen", limits.nodes) }
            nodes.append(-1)
            if node.id.isEmpty { try report(.noID(place())) }
        } else if nodes[number] >= 0 {
            return try report(.twice("network.node.twice", node.id, place()))
        } else {
            firstMention[number] = nil
        }
        nodes[number] = file.nodes.count
        file.nodes.append(node)
    }

    /// Adds an edge whose ends are numbers that `mention` gave. An id that another edge has already is left out and told: some programs
    /// number the edges of each pair of nodes from 0.
    func add(_ edge: NetworkEdge) throws(Problem) {
        guard file.edges.count < limits.edges else { throw Problem.tooMany("edges", "verbindingen", limits.edges) }
        file.edges.append(edge)
        if edge.id.isEmpty { return }
        let count = edgeIDs.names.count
        guard edgeIDs.number(of: edge.id) != count else { return }
        file.edges[file.edges.count - 1].id = ""
        remark(
            "loss.edge-id",
            Text("ids van verbindingen die al gebruikt waren", "ids of edges that were in use already"))
    }

    /// What was read; refuses with everything that is wrong.
    func finish() throws(Refusal) -> NetworkReading {
        for (number, place) in firstMention.sorted(by: { $0.key < $1.key }).prefix(limits.problems) {
            problems.append(.unknownNode(ids.names[number], place))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        // The edges were kept by the number of the id, which is only the index of the node when no edge came first.
        if nodes.indices.contains(where: { nodes[$0] != $0 }) {
            for index in file.edges.indices {
                file.edges[index].from = nodes[file.edges[index].from]
                file.edges[index].to = nodes[file.edges[index].to]
            }
        }
        return NetworkReading(file: file, remarks: remarks.values.sorted { $0.rule < $1.rule })
    }
}

/// A file that was read, and what was remarkable about it.
package struct NetworkReading: Sendable {
    package var file: NetworkFile
    package var remarks: [NetworkRemark]

    package init(file: NetworkFile, remarks: [NetworkRemark] = []) {
        self.file = file
        self.remarks = remarks
    }
}
