extension AccessRefusal {
    /// Every rule of this room that can refuse something.
    package enum Rule: String, Sendable, CaseIterable {
        case accountUnknown = "account-unknown"
        case accountDisabled = "account-disabled"
        case accountErased = "account-erased"
        case accountLastAdministrator = "account-last-administrator"
        case seatTaken = "seat-taken"
        case seatInvalid = "seat-invalid"
        case vaultUnknown = "vault-unknown"
        case vaultErased = "vault-erased"
        case vaultInvalid = "vault-invalid"
        case invitationUnknown = "invitation-unknown"
        case invitationExpired = "invitation-expired"
        case invitationUsed = "invitation-used"
        case invitationValidity = "invitation-validity"
        case sessionUnknown = "session-unknown"
        case sessionRevoked = "session-revoked"
        case sessionIdle = "session-idle"
        case sessionExpired = "session-expired"
        case passkeyMalformed = "passkey-malformed"
        case passkeyCeremony = "passkey-ceremony"
        case passkeyChallengeUnknown = "passkey-challenge-unknown"
        case passkeyChallengeUsed = "passkey-challenge-used"
        case passkeyChallengeExpired = "passkey-challenge-expired"
        case passkeyOrigin = "passkey-origin"
        case passkeyRelyingParty = "passkey-relying-party"
        case passkeyPresence = "passkey-presence"
        case passkeyVerification = "passkey-verification"
        case passkeyBackup = "passkey-backup"
        case passkeyAlgorithm = "passkey-algorithm"
        case passkeyKey = "passkey-key"
        case passkeySignature = "passkey-signature"
        case passkeyCounter = "passkey-counter"
        case passkeyUnknown = "passkey-unknown"
        case passkeyExists = "passkey-exists"
        case passkeyAccount = "passkey-account"
        case passkeyName = "passkey-name"
        case passkeyLimit = "passkey-limit"
        case relyingPartyInvalid = "relying-party-invalid"
        case tokenUnknown = "token-unknown"
        case tokenExpired = "token-expired"
        case tokenRevoked = "token-revoked"
        case tokenScope = "token-scope"
        case tokenEcosystem = "token-ecosystem"
        case tokenAdmin = "token-admin"
        case tokenInvalid = "token-invalid"
        case requestForged = "request-forged"
        case requestsTooMany = "requests-too-many"
        case storeUnavailable = "store-unavailable"
        case storeReadOnly = "store-read-only"
        case storeNewer = "store-newer"
    }
}

extension AccessRefusal.Rule {
    var kind: AccessRefusal.Kind {
        switch self {
        case .accountUnknown, .vaultUnknown, .invitationUnknown: .notFound
        case .accountErased, .accountLastAdministrator, .seatTaken, .vaultErased, .passkeyExists, .passkeyLimit:
            .conflict
        case .seatInvalid, .vaultInvalid, .invitationValidity, .passkeyMalformed, .passkeyCeremony, .passkeyAlgorithm,
            .passkeyKey,
            .passkeyName, .relyingPartyInvalid, .tokenInvalid:
            .invalid
        case .accountDisabled, .invitationExpired, .invitationUsed, .passkeyAccount, .tokenScope, .tokenEcosystem,
            .tokenAdmin, .requestForged:
            .forbidden
        case .sessionUnknown, .sessionRevoked, .sessionIdle, .sessionExpired, .passkeyChallengeUnknown,
            .passkeyChallengeUsed, .passkeyChallengeExpired, .passkeyOrigin, .passkeyRelyingParty, .passkeyPresence,
            .passkeyVerification, .passkeyBackup, .passkeySignature, .passkeyCounter, .passkeyUnknown, .tokenUnknown,
            .tokenExpired, .tokenRevoked:
            .unauthenticated
        case .requestsTooMany: .tooMany
        case .storeUnavailable, .storeReadOnly, .storeNewer: .unavailable
        }
    }
}
