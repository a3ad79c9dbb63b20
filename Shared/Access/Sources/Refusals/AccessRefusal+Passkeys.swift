import Signing

extension AccessRefusal {
    init(_ fault: PasskeyFault) { self.init(Rule(fault.reason), detail: fault.detail) }

    /// Does something with a passkey; what fails there is refused here.
    static func translating<Result>(_ body: () throws(PasskeyFault) -> Result) throws(AccessRefusal) -> Result {
        do { return try body() } catch { throw AccessRefusal(error) }
    }
}

extension AccessRefusal.Rule {
    fileprivate init(_ reason: PasskeyFault.Reason) {
        self =
            switch reason {
            case .malformed: .passkeyMalformed
            case .ceremony: .passkeyCeremony
            case .challenge: .passkeyChallengeUnknown
            case .origin: .passkeyOrigin
            case .relyingParty: .passkeyRelyingParty
            case .presence: .passkeyPresence
            case .verification: .passkeyVerification
            case .backup: .passkeyBackup
            case .algorithm: .passkeyAlgorithm
            case .key: .passkeyKey
            case .signature: .passkeySignature
            }
    }
}
