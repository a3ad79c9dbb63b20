import Kernel
import Synchronization

/// Documents that were read before. The text of a version never changes, and reading it is most of the work of seeing who is bound by
/// what; the same bytes always give the same document, so that remembering changes no outcome.
package enum KnownDocuments {
    /// How many are remembered; beyond it everything is forgotten.
    private static let most = 2_000

    private struct Entry {
        let json: String
        let document: AgreementDocument?
    }

    /// By the hash that the version names; what it names may be wrong, so the text is compared too.
    private static let entries = Mutex<[String: Entry]>([:])

    /// Nil when it is not a document.
    static func document(_ json: String, hash: String) -> AgreementDocument? {
        if let known = entries.withLock({ $0[hash] }), known.json == json { return known.document }
        let document: AgreementDocument?
        do throws(Problem) { document = try AgreementDocument(json: json) } catch { document = nil }
        entries.withLock { entries in
            if entries.count >= most { entries.removeAll() }
            entries[hash] = Entry(json: json, document: document)
        }
        return document
    }

    /// Forgets everything, to measure what reading costs.
    package static func forget() { entries.withLock { $0.removeAll() } }
}
