/// What one rule says: the refusal itself and the way out, both in Dutch and English.
struct Wording: Sendable {
    let message: (nl: String, en: String)
    let remedy: (nl: String, en: String)

    init(nl: String, en: String, mendNL: String, mendEN: String) {
        message = (nl, en)
        remedy = (mendNL, mendEN)
    }

    static func newLink(nl: String, en: String) -> Wording {
        Wording(
            nl: nl, en: en, mendNL: "Vraag een beheerder om een nieuwe link.",
            mendEN: "Ask an administrator for a new link.")
    }

    static func signIn(nl: String, en: String) -> Wording {
        Wording(nl: nl, en: en, mendNL: "Meld u opnieuw aan.", mendEN: "Sign in again.")
    }

    static func retryPasskey(nl: String, en: String) -> Wording {
        Wording(
            nl: nl, en: en, mendNL: "Laad de pagina opnieuw en probeer het nog eens met uw passkey.",
            mendEN: "Reload the page and try again with your passkey.")
    }

    static func newToken(nl: String, en: String) -> Wording {
        Wording(nl: nl, en: en, mendNL: "Maak een nieuw API-token aan.", mendEN: "Create a new API token.")
    }
}

extension AccessRefusal.Rule {
    var wording: Wording {
        switch self {
        case .accountUnknown, .accountDisabled, .accountErased, .accountLastAdministrator, .seatTaken, .seatInvalid,
            .vaultUnknown,
            .vaultErased, .vaultInvalid:
            peopleWording
        case .invitationUnknown, .invitationExpired, .invitationUsed, .invitationValidity, .sessionUnknown,
            .sessionRevoked, .sessionIdle, .sessionExpired:
            signInWording
        case .passkeyMalformed, .passkeyCeremony, .passkeyChallengeUnknown, .passkeyChallengeUsed,
            .passkeyChallengeExpired, .passkeyOrigin, .passkeyRelyingParty, .passkeyPresence, .passkeyVerification,
            .passkeyBackup, .passkeyAlgorithm, .passkeyKey, .passkeySignature, .passkeyCounter:
            passkeyCeremonyWording
        case .passkeyUnknown, .passkeyExists, .passkeyAccount, .passkeyName, .passkeyLimit, .relyingPartyInvalid:
            passkeyKeepingWording
        case .tokenUnknown, .tokenExpired, .tokenRevoked, .tokenScope, .tokenEcosystem, .tokenAdmin, .tokenInvalid,
            .requestForged, .requestsTooMany, .storeUnavailable, .storeReadOnly, .storeNewer:
            machineWording
        }
    }
}
