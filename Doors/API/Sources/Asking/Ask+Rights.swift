import Access
import Ecosystems
import Gate
import Hummingbird
import Kernel

extension Ask {
    /// Who reads. A token must be meant for reading, and for this ecosystem if it is for one.
    func reader(of ecosystem: String) throws -> Caller {
        try visitor.token?.require(.read, in: ecosystem)
        return visitor.caller(in: ecosystem)
    }

    /// Refuses a token that is not meant for reading.
    func requireReading() throws(AccessRefusal) {
        if !mayRead { throw .lacking(.read) }
    }

    /// False for a token that may only write: it gets a receipt instead of the record.
    var mayRead: Bool { visitor.token?.scopes.contains(.read) ?? true }

    /// Refuses an administrator whose token lacks `admin`, where it would see nothing at all of a kind: that there is nothing
    /// would not be true.
    func refuseBlindness(to kind: Kind, in view: Reader) throws(AccessRefusal) {
        if visitor.holdsBackAdmin, !view.canRead(kind) { throw .lacking(.admin) }
    }

    /// Who writes: always a token. A browser's cookie is refused here, so that no other site can make it write.
    func writer(of ecosystem: String) throws -> Caller {
        guard visitor.account != nil else { throw APIRefusal.signIn }
        guard let token = visitor.token else { throw APIRefusal.tokenOnly }
        try token.require(.write, in: ecosystem)
        return visitor.caller(in: ecosystem)
    }
}
