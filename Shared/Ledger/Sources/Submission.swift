import Foundation

/// A request to write, on its way to the writer. All hashing is done where it is made, so that the writer need not wait.
struct Submission: Sendable {
    typealias Answer = @Sendable (Result<Appended, LedgerRefusal>) -> Void

    let ecosystem: String
    let expected: Int
    let command: String
    let key: CommandKey
    let actor: LedgerActor
    let outcome: Data
    /// Sequences whose payloads go in the same transaction.
    let erased: [Int]
    /// What happens to a ballot box in the same transaction.
    let box: BoxChange?
    let answer: Answer
    private(set) var moment: Int64
    private(set) var events: [SealedEvent]

    init(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data,
        erased: [Int] = [], box: BoxChange? = nil, moment: Int64, salt: () -> Data, answer: @escaping Answer
    ) {
        self.ecosystem = ecosystem
        self.expected = expected
        self.command = command
        key = CommandKey(ecosystem: ecosystem, command: command)
        self.actor = actor
        self.outcome = outcome
        self.erased = erased
        self.box = box
        self.moment = moment
        self.answer = answer
        self.events = events.map { SealedEvent($0, salt: salt()) }
        sealEvents()
    }

    /// Time does not run backwards in the log, unless the clock was wrong by more than a day.
    func sealed(after lastMoment: Int64) -> Submission {
        guard moment < lastMoment, moment + 86_400_000 >= lastMoment else { return self }
        var later = self
        later.moment = lastMoment
        later.sealEvents()
        return later
    }

    /// Hashes the leaves for the sequences the events get if they are accepted.
    private mutating func sealEvents() {
        var header = LeafHeader()
        for index in events.indices {
            let event = events[index].event
            events[index].leafHash = header.hash(
                ecosystem: ecosystem, sequence: expected &+ 1 &+ index, recordedAt: moment, actor: actor,
                command: command, kind: event.kind, version: event.version, commitment: events[index].commitment)
        }
    }
}

/// An event with the salt that hides its payload, the commitment over both, and its leaf.
struct SealedEvent: Sendable {
    static let saltLength = 16

    let event: NewEvent
    let salt: Data
    let commitment: TreeHash
    fileprivate(set) var leafHash = TreeHash.empty

    init(_ event: NewEvent, salt: Data) {
        self.event = event
        self.salt = salt
        commitment = .commitment(salt: salt, payload: event.payload)
    }
}

extension Submission {
    static let textLimit = 1_000
    static let payloadLimit = 64_000_000

    /// What is wrong with the request itself, found before it reaches the writer.
    var fault: LedgerRefusal? {
        if let fault = textFault("ecosystem", ecosystem) ?? textFault("command", command) { return fault }
        guard outcome.count <= Self.payloadLimit else {
            return .invalid(what: "outcome", why: "it is longer than 64 MB")
        }
        if let box {
            if let fault = textFault("box", box.box) { return fault }
            if events.isEmpty { return .invalid(what: "paper", why: "no event says that somebody took part") }
        }
        return events.lazy.compactMap { fault(in: $0) }.first
    }

    private func fault(in sealed: SealedEvent) -> LedgerRefusal? {
        let event = sealed.event
        if let fault = textFault("kind", event.kind) { return fault }
        guard event.version >= 1 else { return .invalid(what: "version of \(event.kind)", why: "it is below 1") }
        guard sealed.salt.count == SealedEvent.saltLength else {
            return .invalid(what: "salt", why: "it is not 16 bytes long")
        }
        let isLong = event.payload.count > Self.payloadLimit
        return isLong ? .invalid(what: "payload of \(event.kind)", why: "it is longer than 64 MB") : nil
    }

    private func textFault(_ what: String, _ text: String) -> LedgerRefusal? {
        if text.isEmpty { return .invalid(what: what, why: "it is empty") }
        let isLong = text.utf8.count > Self.textLimit
        return isLong ? .invalid(what: what, why: "it is longer than \(Self.textLimit) bytes") : nil
    }
}
