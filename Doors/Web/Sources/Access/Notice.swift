import Kernel

/// What was just done, told on the page that follows: `?done=passkey-added`.
enum Notice: String, Sendable, CaseIterable {
    case contactChanged = "contact-changed"
    case digestOn = "digest-on"
    case digestOff = "digest-off"
    case sessionEnded = "session-ended"
    case sessionsEnded = "sessions-ended"
    case passkeyAdded = "passkey-added"
    case passkeyRenamed = "passkey-renamed"
    case passkeyRemoved = "passkey-removed"
    case lastPasskeyRemoved = "last-passkey-removed"
    case tokenRevoked = "token-revoked"
    case seatAdded = "seat-added"
    case seatRemoved = "seat-removed"
    case disabled
    case enabled
    case administratorMade = "administrator-made"
    case administratorUnmade = "administrator-unmade"

    var words: Text {
        switch self {
        case .contactChanged: Text("Uw gegevens zijn bewaard.", "Your details are kept.")
        case .digestOn: Text("U krijgt het overzicht per e-mail.", "You get the digest by e-mail.")
        case .digestOff: Text("U krijgt geen overzicht per e-mail meer.", "You no longer get the digest by e-mail.")
        case .sessionEnded: Text("Die browser is afgemeld.", "That browser is signed out.")
        case .sessionsEnded: Text("U bent overal elders afgemeld.", "You are signed out everywhere else.")
        case .passkeyAdded: Text("Uw passkey is toegevoegd.", "Your passkey is added.")
        case .passkeyRenamed: Text("De naam van de passkey is gewijzigd.", "The passkey has a new name.")
        case .passkeyRemoved: Text("De passkey is verwijderd.", "The passkey is removed.")
        case .lastPasskeyRemoved:
            Text(
                "De passkey is verwijderd. Het was uw laatste: maak een nieuwe voordat u zich afmeldt.",
                "The passkey is removed. It was your last one: make a new one before you sign out.")
        case .tokenRevoked: Text("Het API-token werkt niet meer.", "The API token no longer works.")
        case .seatAdded: Text("De koppeling is gemaakt.", "The account may now act as this person.")
        case .seatRemoved: Text("De koppeling is losgemaakt.", "The account no longer acts as this person.")
        case .disabled:
            Text(
                "Het account is uitgeschakeld en overal afgemeld.", "The account is disabled and signed out everywhere."
            )
        case .enabled: Text("Het account is weer ingeschakeld.", "The account is enabled again.")
        case .administratorMade: Text("Dit account is nu beheerder.", "This account is an administrator now.")
        case .administratorUnmade:
            Text("Dit account is geen beheerder meer.", "This account is no longer an administrator.")
        }
    }

    var isWarning: Bool { self == .lastPasskeyRemoved }
}
