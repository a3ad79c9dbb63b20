import Foundation
import GRDB

extension AccessStore {
    /// The guard against forged requests, with a key that is made at first use and shared through the store.
    package func requestForgery() async throws(AccessRefusal) -> RequestForgery {
        let fresh = Data(random(32))
        let moment = moment
        let key = try await write { db in
            try ServerKey.keep(db, name: "request-forgery", fresh: fresh, at: moment)
        }
        return RequestForgery(key: key)
    }
}
