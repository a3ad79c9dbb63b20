import Foundation
import Synchronization

/// Slows down whoever tries too often: a bucket of tokens per key (an address, an account) that refills with time.
///
/// Keeps at most `capacity` keys. When full, it first forgets the keys that have most tokens left, so that a flood
/// of new keys does not free the ones that are blocked.
package final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filledAt: Date
    }

    private let burst: Double
    private let perSecond: Double
    private let capacity: Int
    private let now: AccessStore.Now
    private let buckets = Mutex<[String: Bucket]>([:])

    /// `burst` attempts at once, then one every `refill`. Values below one attempt or one millisecond are raised.
    package init(burst: Int, refill: Duration, capacity: Int = 10_000, now: @escaping AccessStore.Now = { Date() }) {
        self.burst = Double(max(1, burst))
        self.perSecond = 1000 / Double(max(1, refill.milliseconds))
        self.capacity = max(4, capacity)
        self.now = now
    }

    /// Takes one token. Refuses with `requests-too-many`, which says after how many whole seconds to retry.
    package func take(_ key: String) throws(AccessRefusal) {
        let wait = secondsToWait(key)
        if wait > 0 { throw AccessRefusal(.requestsTooMany, retryAfter: wait) }
    }

    /// Takes one token and says zero, or says after how many whole seconds (for `Retry-After`) there will be one.
    package func secondsToWait(_ key: String) -> Int {
        let moment = now()
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= capacity { makeRoom(in: &buckets, at: moment) }
            var bucket = filled(buckets[key] ?? Bucket(tokens: burst, filledAt: moment), at: moment)
            let missing = 1 - bucket.tokens
            if missing <= 0 { bucket.tokens -= 1 }
            buckets[key] = bucket
            return missing <= 0 ? 0 : Int(min((missing / perSecond).rounded(.up), 86_400))
        }
    }

    /// How many keys are remembered now.
    package var count: Int { buckets.withLock { $0.count } }

    /// A clock that goes back adds nothing and takes nothing.
    private func filled(_ bucket: Bucket, at moment: Date) -> Bucket {
        let elapsed = max(0, moment.timeIntervalSince(bucket.filledAt))
        return Bucket(tokens: min(burst, bucket.tokens + elapsed * perSecond), filledAt: moment)
    }

    /// Forgets a quarter of the keys, the fullest first, in one sweep so that the cost is spread.
    private func makeRoom(in buckets: inout [String: Bucket], at moment: Date) {
        let fullest = buckets.mapValues { filled($0, at: moment).tokens }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        for (key, _) in fullest.prefix(max(1, capacity / 4)) { buckets[key] = nil }
    }
}
