import Foundation
import Testing
import Signing

@testable import Access

@Suite("Guards")
struct GuardTests {
    @Test("a bucket gives its burst, then one per refill, and forgets nothing when the clock goes back")
    func bucket() throws {
        let clock = SampleClock()
        let limiter = RateLimiter(burst: 3, refill: .seconds(10), now: { clock.now })
        for _ in 0..<3 { #expect(limiter.secondsToWait("a") == 0) }
        #expect(limiter.secondsToWait("a") == 10)
        #expect(limiter.secondsToWait("b") == 0)
        clock.advance(seconds: 4)
        #expect(limiter.secondsToWait("a") == 6)
        #expect(throws: AccessRefusal(.requestsTooMany, retryAfter: 6)) { try limiter.take("a") }
        clock.advance(seconds: 6)
        #expect(limiter.secondsToWait("a") == 0)
        clock.advance(seconds: -3600)
        #expect(limiter.secondsToWait("a") == 10)
        clock.advance(seconds: 10)
        #expect(limiter.secondsToWait("a") == 0)
    }

    @Test("a flood of keys stays within bounds and does not free the blocked one")
    func bounded() {
        let clock = SampleClock()
        let limiter = RateLimiter(burst: 2, refill: .seconds(60), capacity: 100, now: { clock.now })
        _ = limiter.secondsToWait("attacker")
        _ = limiter.secondsToWait("attacker")
        for number in 0..<10_000 {
            #expect(limiter.secondsToWait("key \(number)") == 0)
            #expect(limiter.count <= 100)
        }
        #expect(limiter.secondsToWait("attacker") == 60)
    }

    @Test("a form's value is good for its own session only, also after a restart")
    func forgery() async throws {
        let sample = try AccessSample()
        let guardian = try await sample.store.requestForgery()
        let session = Session.ID("a1")
        let value = guardian.token(for: session)

        try guardian.check(value, for: session)
        let again = try await AccessStore.open(path: sample.path).requestForgery()
        try again.check(value, for: session)
        for wrong in [nil, "", "x", value + "A", String(value.dropLast())] {
            #expect(throws: AccessRefusal(.requestForged)) { try guardian.check(wrong, for: session) }
        }
        #expect(throws: AccessRefusal(.requestForged)) { try guardian.check(value, for: Session.ID("a2")) }
        let other = RequestForgery(key: Data(repeating: 1, count: 32))
        #expect(throws: AccessRefusal(.requestForged)) { try other.check(value, for: session) }
    }

    @Test("base64url is read only in the one form that encoders write")
    func base64() {
        #expect(Base64URL.decode("") == Data())
        #expect(Base64URL.decode("-_8") == Data([0xfb, 0xff]))
        for wrong in ["A", "AB", "AA==", "A+/A", "AA A", "é"] { #expect(Base64URL.decode(wrong) == nil) }
    }

    @Test(
        "a site is a domain with the secure addresses that belong to it",
        arguments: [
            ("stelsel.nl", "https://stelsel.nl", true), ("stelsel.nl", "https://a.stelsel.nl:8443", true),
            ("localhost", "http://localhost:8080", true), ("stelsel.nl", "http://stelsel.nl", false),
            ("stelsel.nl", "https://stelsel.nl/", false), ("stelsel.nl", "https://evilstelsel.nl", false),
            ("stelsel.nl", "https://u@stelsel.nl", false), ("Stelsel.nl", "https://Stelsel.nl", false),
            ("nl", "https://stelsel.nl", false), ("127.0.0.1", "https://127.0.0.1", false),
            ("a..nl", "https://a..nl", false), ("stelsel.nl", "", false), ("", "https://", false),
        ])
    func site(id: String, origin: String, accepted: Bool) {
        #expect(((try? RelyingParty(id: id, name: "", origins: [origin])) != nil) == accepted)
    }
}
