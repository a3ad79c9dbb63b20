extension AccessRefusal.Rule {
    var passkeyCeremonyWording: Wording {
        switch self {
        case .passkeyCeremony:
            .retryPasskey(
                nl: "Dit antwoord hoort bij een andere handeling.",
                en: "This answer belongs to another kind of request.")
        case .passkeyChallengeUnknown:
            .retryPasskey(
                nl: "Deze aanmeldpoging is niet door deze server gestart.",
                en: "This attempt was not started by this server.")
        case .passkeyChallengeUsed:
            .retryPasskey(nl: "Deze aanmeldpoging is al gebruikt.", en: "This attempt has already been used.")
        case .passkeyChallengeExpired:
            .retryPasskey(nl: "Deze aanmeldpoging duurde te lang.", en: "This attempt took too long.")
        case .passkeyOrigin:
            Wording(
                nl: "De passkey is gebruikt op een ander webadres.", en: "The passkey was used at another web address.",
                mendNL: "Open het adres waarop dit stelsel draait en probeer het daar.",
                mendEN: "Open the address this system runs at and try again there.")
        case .passkeyRelyingParty:
            Wording(
                nl: "De passkey is gemaakt voor een andere website.", en: "The passkey was made for another website.",
                mendNL: "Kies de passkey die u voor deze website maakte.",
                mendEN: "Choose the passkey that you made for this website.")
        case .passkeyPresence:
            .retryPasskey(
                nl: "De passkey heeft niet bevestigd dat u erbij was.", en: "The passkey did not confirm your presence."
            )
        case .passkeyVerification:
            Wording(
                nl: "De passkey heeft u niet herkend.", en: "The passkey did not verify who you are.",
                mendNL: "Ontgrendel de passkey met pincode, vingerafdruk of gezicht.",
                mendEN: "Unlock the passkey with a PIN, fingerprint or face.")
        case .passkeyBackup:
            .retryPasskey(
                nl: "De passkey spreekt zichzelf tegen over zijn reservekopie.",
                en: "The passkey contradicts itself about its backup.")
        case .passkeyAlgorithm:
            Wording(
                nl: "Deze passkey gebruikt een soort sleutel die niet wordt ondersteund.",
                en: "This passkey uses a kind of key that is not supported.",
                mendNL: "Gebruik een andere passkey (ES256, EdDSA of RS256).",
                mendEN: "Use another passkey (ES256, EdDSA or RS256).")
        case .passkeyKey:
            .retryPasskey(nl: "De sleutel van deze passkey klopt niet.", en: "The key of this passkey is not valid.")
        case .passkeySignature:
            .retryPasskey(nl: "De handtekening van de passkey klopt niet.", en: "The passkey's signature is not valid.")
        case .passkeyCounter:
            Wording(
                nl: "De teller van deze passkey loopt terug: misschien bestaat er een kopie van.",
                en: "The counter of this passkey went back: a copy of it may exist.",
                mendNL: "Meld u aan met een andere passkey of een nieuwe link, en verwijder deze passkey.",
                mendEN: "Sign in with another passkey or a new link, and remove this passkey.")
        default:
            .retryPasskey(nl: "Het antwoord van de passkey is onleesbaar.", en: "The passkey's answer cannot be read.")
        }
    }

    var passkeyKeepingWording: Wording {
        switch self {
        case .passkeyExists:
            Wording(
                nl: "Deze passkey is al geregistreerd.", en: "This passkey is already registered.",
                mendNL: "Meld u ermee aan, of kies een ander apparaat.",
                mendEN: "Sign in with it, or choose another device.")
        case .passkeyAccount:
            Wording(
                nl: "Deze passkey hoort bij een ander account.", en: "This passkey belongs to another account.",
                mendNL: "Kies een passkey van uw eigen account.", mendEN: "Choose a passkey of your own account.")
        case .passkeyName:
            Wording(
                nl: "Deze naam kan niet.", en: "This name cannot be used.",
                mendNL: "Kies een naam van 1 tot en met 80 tekens op één regel.",
                mendEN: "Choose a name of 1 to 80 characters on one line.")
        case .passkeyLimit:
            Wording(
                nl: "Dit account heeft het hoogste aantal passkeys.",
                en: "This account has the highest number of passkeys.",
                mendNL: "Verwijder eerst een passkey die u niet meer gebruikt.",
                mendEN: "Remove a passkey that you no longer use first.")
        case .relyingPartyInvalid:
            Wording(
                nl: "Het webadres voor passkeys is niet goed ingesteld.",
                en: "The web address for passkeys is not set well.",
                mendNL: "Geef een domeinnaam, en per adres https://domein (http alleen voor localhost).",
                mendEN: "Give a domain name, and for each address https://domain (http only for localhost).")
        default:
            Wording(
                nl: "Deze passkey is hier niet bekend.", en: "This passkey is not known here.",
                mendNL: "Kies een andere passkey, of vraag een nieuwe link.",
                mendEN: "Choose another passkey, or ask for a new link.")
        }
    }
}
