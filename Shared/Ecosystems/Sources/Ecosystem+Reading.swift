import Foundation
import Kernel
import Ledger
import MethodLibrary

extension Ecosystem {
    /// The methods in use here: the library with this ecosystem's adapted copies.
    package func situation(_ state: EcosystemState) throws(Refusal) -> Situation {
        Situation(state: state, library: try library(for: state), standard: methods, today: clock.today)
    }

    private func library(for state: EcosystemState) throws(Refusal) -> Library {
        let copies = state[AdaptedMethod.self]
        guard copies.count > 0 else { return methods }
        let version = copies.rows.values.map(\.version).max() ?? 0
        if let adapted, adapted.version == version { return adapted.library }
        do throws(LibraryError) {
            let library = try methods.adding(copies: copies.sorted.map { ($0.id.rawValue, $0.yaml) })
            adapted = (version, library)
            return library
        } catch { throw .invalid(error.problems.map(\.problem)) }
    }

    /// May the caller know that this ecosystem is here?
    package func isOpen(to caller: Caller) throws(Refusal) -> Bool {
        guard state.profile.participantsOnly else { return true }
        return catalogue.rights(caller, try situation(state)).mayEnter(state.profile)
    }

    /// Refuses who may not know of this ecosystem, as if it were not there.
    func admit(_ rights: Rights) throws(Refusal) {
        guard rights.mayEnter(state.profile) else { throw .notFound(.noSuchEcosystem(id)) }
    }

    /// The ecosystem as a caller may see it now.
    package func reader(for caller: Caller) throws(Refusal) -> Reader {
        let situation = try self.situation(state)
        let rights = catalogue.rights(caller, situation)
        try admit(rights)
        return Reader(situation: situation, rights: rights, catalogue: catalogue)
    }

    /// The ecosystem as it stood after an event, with today's rights of the caller; seen on the day of that event, or on a later one.
    package func reader(for caller: Caller, asOf sequence: Int, on day: Day? = nil) throws(Refusal) -> Reader {
        let now = try situation(state)
        let rights = catalogue.rights(caller, now)
        try admit(rights)
        let past = sequence >= state.sequence ? state : try replayed(to: sequence)
        let recorded = past.recordedAt == 0 ? clock.today : Clock.day(of: past.recordedAt)
        let situation = Situation(
            state: past, library: try library(for: past), standard: methods, today: day ?? recorded)
        return Reader(situation: situation, rights: rights, catalogue: catalogue)
    }

    private func replayed(to sequence: Int) throws(Refusal) -> EcosystemState {
        do { return try Replay(ledger: ledger, catalogue: catalogue).state(of: id, through: sequence) } catch {
            throw .invalid([Problem("store.replay", Text(same: "\(error)"))])
        }
    }

    /// Everything that deserves attention, kept until something changes or the day turns.
    package func findings() throws(Refusal) -> [Finding] {
        let today = clock.today
        if let memo, memo.sequence == state.sequence, memo.day == today { return memo.findings }
        let findings = catalogue.findings(try situation(state))
        memo = (state.sequence, today, findings)
        return findings
    }

    /// Records whose words match, best first, as far as the caller may see them.
    package func search(_ words: String, for caller: Caller, limit: Int = 30) throws(Refusal) -> [SearchHit] {
        let reader = try self.reader(for: caller)
        let index = self.index ?? SearchIndex(state, catalogue: catalogue)
        self.index = index
        return index.hits(words, in: reader, limit: limit)
    }

    /// The same in another state than the present one, such as one in the past.
    package nonisolated func search(_ words: String, in reader: Reader, limit: Int = 30) -> [SearchHit] {
        SearchIndex(reader.state, catalogue: catalogue).hits(words, in: reader, limit: limit)
    }
}
