import Ecosystems
import Kernel

extension AgendaItem {
    /// A document to read beforehand: somewhere on the web, or something that this ecosystem holds itself.
    package struct Paper: Part {
        package var name = Text()
        /// On the web; "" for what the ecosystem holds.
        package var address = ""
        /// What the ecosystem holds, as `kind/id`; "" for an address.
        package var record = ""

        package init() {}

        package static let fields: [Field<Paper>] = [
            Field(
                "name", \.name, Text("Stuk", "Paper"),
                help: Text("Leeg: de naam van wat hier staat.", "Empty: the name of what is here."), longest: 200),
            Field("address", \.address, Text("Adres op het web", "Address on the web"), shape: .web),
            Field(
                "record", \.record, Text("Staat hier", "Is here"),
                help: Text(
                    "In plaats van een adres, bijvoorbeeld agreements/convenant.",
                    "Instead of an address, for example agreements/covenant."), longest: 160),
        ]

        /// Kind and id of what the ecosystem holds; nil for an address.
        package var held: (kind: String, id: String)? {
            let parts = record.split(separator: "/", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }

        /// What to call it: its name, or that of the record, for who may read that.
        package func title(_ reader: Reader) -> Text {
            if !name.isEmpty { return name }
            return held.map { reader.title($0.kind, $0.id) } ?? Text(same: address)
        }
    }
}

/// The documents that an ecosystem holds and that a meeting can have as a paper.
package enum MeetingPapers {
    /// Texts of agreements, matters, decisions and other meetings: what every participant may read, so that a paper tells of nothing hidden.
    package static let kinds = ["agreements", "versions", "matters", "decisions", "meetings"]

    /// By kind, in that order, as far as the reader may read them; by name. The meeting itself is left out.
    package static func offered(_ reader: Reader, for meeting: ID<Meeting>) -> [(
        kind: Kind, items: [(id: String, title: Text)]
    )] {
        kinds.compactMap { plural in
            guard let kind = reader.catalogue.kind(plural), reader.canRead(kind) else { return nil }
            let ids = (reader.state.table(plural)?.ids ?? []).filter {
                plural != Meeting.naming.plural || $0 != meeting.rawValue
            }
            let items = ids.filter { reader.values(kind, $0) != nil }.map { (id: $0, title: reader.title(plural, $0)) }
                .sorted { ($0.title.nl, $0.id) < ($1.title.nl, $1.id) }
            return items.isEmpty ? nil : (kind, items)
        }
    }
}

extension Meeting {
    /// A paper is at one place, and what it names is there and may be read by every participant.
    func strangePapers(since old: Meeting?, in situation: Situation) -> [Problem] {
        guard old?.agenda != agenda else { return [] }
        return agenda.enumerated().flatMap { item, subject in
            subject.papers.enumerated().compactMap { place, paper -> Problem? in
                let problem = paper.trouble(in: situation)
                return problem?.under("\(place)").under("papers").under("\(item)").under("agenda")
            }
        }
    }
}

extension AgendaItem.Paper {
    fileprivate func trouble(in situation: Situation) -> Problem? {
        guard address.isEmpty != record.isEmpty else { return .paperPlace }
        if address.isEmpty {
            guard let held, MeetingPapers.kinds.contains(held.kind),
                situation.state.table(held.kind)?.contains(held.id) == true
            else {
                return .paperNowhere(record)
            }
            return nil
        }
        return name.isEmpty ? .paperWithoutName : nil
    }
}

extension Problem {
    fileprivate static let paperPlace = Problem(
        "paper.place", at: ["address"],
        Text(
            "Een stuk heeft een adres op het web, of het staat hier.", "A paper has an address on the web, or is here."),
        mend: Text("Vul een van beide in.", "Fill in one of the two."))

    fileprivate static let paperWithoutName = Problem(
        "paper.name", at: ["name"],
        Text("Dit stuk heeft nog geen naam.", "This paper has no name yet."),
        mend: Text("Schrijf hoe het stuk heet.", "Write what the paper is called."))

    fileprivate static func paperNowhere(_ record: String) -> Problem {
        Problem(
            "paper.unknown", at: ["record"],
            Text("“\(record.inShort)” bestaat niet.", "“\(record.inShort)” does not exist."),
            mend: Text("Kies een stuk uit de lijst.", "Choose a paper from the list."))
    }
}
