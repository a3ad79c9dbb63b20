import Access
import Ecosystems
import Gate
import Hummingbird
import Kernel

extension Ask {
    /// Who reads. A token must be meant for reading, and for this ecosystem if it is for one.
    func reader(of ecosystem: String) throws -> Caller {
        if let token = visitor.token {
            try token.require(token.scopes.contains(.admin) ? .admin : .read, in: ecosystem)
        }
        return visitor.caller(in: ecosystem)
    }

    /// Who writes: always a token. A browser's cookie is refused here, so that no other site can make it write.
    func writer(of ecosystem: String) throws -> Caller {
        guard visitor.account != nil else { throw APIRefusal.signIn }
        guard let token = visitor.token else { throw APIRefusal.tokenOnly }
        try token.require(token.scopes.contains(.admin) ? .admin : .write, in: ecosystem)
        return visitor.caller(in: ecosystem)
    }
}
