import Access
import Ecosystems
import Ensemble
import Foundation
import Hummingbird
import Kernel
import Logging

/// Who stands at a door with this request: a signed-in browser, an API token, or nobody we know.
package struct Visitor: Sendable {
    package var account: Account?
    package var session: Session?
    package var token: APIToken?
    package var seats: [Seat] = []
    package var language = Language.nl

    package init() {}

    /// An administrator whose token does not say `admin`: what is refused now, might be granted to another token of theirs.
    package var holdsBackAdmin: Bool {
        account?.administrator == true && token.map { !$0.scopes.contains(.admin) } ?? false
    }

    /// Who this visitor is inside one ecosystem. A token needs `admin` for the rights of an administrator, and `write` to write;
    /// that it may `read` at all is asked by who shows something.
    package func caller(in ecosystem: String) -> Caller {
        guard let account else { return .anyone }
        let inScope = token.map { $0.ecosystem == nil || $0.ecosystem == ecosystem } ?? true
        let mayAdminister = account.administrator && (token.map { $0.scopes.contains(.admin) } ?? true)
        return Caller(
            account: account.id.rawValue, administrator: inScope && mayAdminister,
            persons: inScope ? seats.filter { $0.ecosystem == ecosystem }.map(\.person) : [],
            mayWrite: inScope && (token.map { $0.scopes.contains(.write) } ?? true))
    }
}

/// The request context that both HTTP doors share.
package struct GateContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var visitor = Visitor()

    /// Where the request came from; of several visitors behind one proxy, the same.
    package let address: String

    package init(source: Source) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The largest body that a route reads unless it says otherwise: 1 MB.
    package var maxUploadSize: Int { 1_000_000 }
}
