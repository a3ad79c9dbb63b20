/// How long things live. The defaults are ours: users come by a few times a month, and a passkey is quickly shown.
package struct AccessLimits: Sendable, Hashable {
    /// A session ends after this much time without a request.
    package var sessionIdle: Duration
    /// A session ends this long after sign-in, whatever happens.
    package var sessionAbsolute: Duration
    /// A passkey must answer a challenge within this time.
    package var challenge: Duration
    /// Open challenges that are kept; beyond it the oldest makes room.
    package var openChallenges: Int
    /// Passkeys per account.
    package var passkeys: Int

    package init(
        sessionIdle: Duration = .seconds(7 * 86_400), sessionAbsolute: Duration = .seconds(30 * 86_400),
        challenge: Duration = .seconds(300), openChallenges: Int = 10_000, passkeys: Int = 32
    ) {
        self.sessionIdle = sessionIdle
        self.sessionAbsolute = sessionAbsolute
        self.challenge = challenge
        self.openChallenges = openChallenges
        self.passkeys = passkeys
    }
}
