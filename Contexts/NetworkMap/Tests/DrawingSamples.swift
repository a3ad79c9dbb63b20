@testable import NetworkMap

/// Networks that the drawing tests share: real names of the City Deal, and a made one of any size.
enum DrawingSamples {
    /// id, name, sector: a part of the parties of 'Een slimme stad, zo doe je dat', with the long names that make drawing hard.
    static let parties: [(String, String, String)] = [
        ("amersfoort", "Gemeente Amersfoort", "government"), ("apeldoorn", "Gemeente Apeldoorn", "government"),
        ("argaleo", "Argaleo bv", "company"), ("arcadis", "Arcadis Nederland B.V.", "company"),
        ("avans", "Stichting Avans", "knowledge"), ("bna", "Vereniging BNA", "association"),
        ("bnsp", "Vereniging BNSP", "association"),
        ("bzk", "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "government"),
        ("capelle", "Gemeente Capelle aan den IJssel", "government"), ("civity", "Civity B.V.", "company"),
        ("cvd", "Stichting Centrum voor Veiligheid en Digitalisering", "knowledge"),
        ("den-bosch", "Gemeente ’s-Hertogenbosch", "government"), ("den-haag", "Gemeente Den Haag", "government"),
        ("deventer", "Gemeente Deventer", "government"),
        ("dkh", "Data- en Kennishub Gezond Stedelijk Leven", "knowledge"), ("elba", "ELBA\\REC", "company"),
        ("fcf", "Future City Foundation", "citizens"), ("helmond", "Gemeente Helmond", "government"),
        ("ienw", "Ministerie van Infrastructuur en Waterstaat", "government"), ("kpn", "KPN bv", "company"),
        ("noord-brabant", "Provincie Noord-Brabant", "government"), ("rotterdam", "Gemeente Rotterdam", "government"),
        ("rvb", "Rijksvastgoedbedrijf", "government"), ("saxion", "Saxion", "knowledge"), ("tno", "TNO", "knowledge"),
        ("tu-delft", "TU Delft", "knowledge"), ("we-labs", "We LABS", "citizens"),
        ("zuid-holland", "Provincie Zuid-Holland", "government"), ("zwolle", "Gemeente Zwolle", "government"),
    ]

    private static let ties: [(String, String, [String])] = [
        (
            "fcf", "works-with",
            [
                "amersfoort", "apeldoorn", "den-haag", "zwolle", "tno", "argaleo", "bzk", "ienw", "den-bosch",
                "helmond", "cvd", "we-labs", "elba",
            ]
        ),
        ("bzk", "pays", ["fcf", "tno", "amersfoort"]), ("ienw", "pays", ["fcf", "tno", "rotterdam"]),
        ("noord-brabant", "pays", ["den-bosch", "helmond"]),
        ("argaleo", "supply", ["den-bosch", "zwolle", "deventer"]),
        ("civity", "supply", ["apeldoorn", "amersfoort", "zwolle"]), ("kpn", "supply", ["rotterdam", "den-haag"]),
        ("tno", "works-with", ["tu-delft", "cvd", "zwolle", "dkh"]), ("saxion", "works-with", ["deventer", "cvd"]),
        ("avans", "works-with", ["den-bosch", "argaleo"]),
        ("zuid-holland", "works-with", ["rotterdam", "den-haag", "tu-delft", "capelle"]),
        ("bna", "works-with", ["bnsp"]),
    ]

    static var nodes: [DrawnNode] {
        parties.map {
            DrawnNode(id: $0.0, label: $0.1, sector: $0.2, shape: shape(of: $0.2), href: "/parties/\($0.0)")
        }
    }

    static var edges: [DrawnEdge] {
        ties.flatMap { from, kind, ends in
            ends.map {
                DrawnEdge(id: "\(from)-\($0)-\(kind)", from: from, to: $0, kind: kind, directed: kind != "works-with")
            }
        }
    }

    static func shape(of sector: String) -> NodeShape {
        switch sector {
        case "company": .square
        case "knowledge": .triangle
        case "citizens": .diamond
        case "association": .hexagon
        default: .circle
        }
    }

    /// A network in which the first nodes are the hubs.
    static func made(_ count: Int, _ edgeCount: Int) -> ([DrawnNode], [DrawnEdge]) {
        var random = FixedRandom()
        func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        let nodes = (0..<count).map { index in
            let party = parties[index % parties.count]
            return DrawnNode(
                id: "n\(index)", label: "\(party.1) \(index)", sector: party.2, shape: shape(of: party.2),
                href: "/n/\(index)")
        }
        let edges = (0..<edgeCount).map { index in
            let from = number(below: count)
            return DrawnEdge(
                id: "e\(index)", from: "n\(from)", to: "n\(index % 4 == 0 ? number(below: count) : from / 4)",
                kind: index % 2 == 0 ? "supply" : "pays", directed: index % 3 == 0)
        }
        return (nodes, edges)
    }

    /// A star: the first node with all others.
    static var star: [DrawnEdge] {
        parties.dropFirst().map { DrawnEdge(id: $0.0, from: parties[0].0, to: $0.0, kind: "supply") }
    }

    static func shuffled<Element>(_ items: [Element]) -> [Element] {
        var (random, copy) = (FixedRandom(), items)
        random.shuffle(&copy)
        return copy
    }
}
