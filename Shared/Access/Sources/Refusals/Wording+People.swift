extension AccessRefusal.Rule {
    var peopleWording: Wording {
        switch self {
        case .accountDisabled:
            Wording(
                nl: "Dit account is uitgeschakeld.", en: "This account is disabled.",
                mendNL: "Vraag een beheerder om het account weer in te schakelen.",
                mendEN: "Ask an administrator to enable the account again.")
        case .accountErased:
            Wording(
                nl: "De gegevens van dit account zijn gewist.", en: "The data of this account have been erased.",
                mendNL: "Maak een nieuw account aan.", mendEN: "Create a new account.")
        case .accountLastAdministrator:
            Wording(
                nl: "Dit is het laatste actieve beheerdersaccount.",
                en: "This is the last active administrator account.",
                mendNL: "Maak eerst iemand anders beheerder.", mendEN: "Make somebody else an administrator first.")
        case .seatTaken:
            Wording(
                nl: "Een ander account treedt al op als deze persoon.",
                en: "Another account already acts as this person.",
                mendNL: "Maak die koppeling eerst los, of kies een andere persoon.",
                mendEN: "Release that seat first, or choose another person.")
        case .seatInvalid:
            Wording(
                nl: "Zo'n koppeling kan niet.", en: "There is no such seat.",
                mendNL: "Geef het kenmerk van een ecosysteem en van een persoon daarin.",
                mendEN: "Give the id of an ecosystem and of a person in it.")
        case .vaultUnknown:
            Wording(
                nl: "Van deze persoon zijn geen gegevens bekend.", en: "No details are kept of this person.",
                mendNL: "Controleer het kenmerk van de persoon, of voeg de gegevens toe.",
                mendEN: "Check the person's id, or add the details.")
        case .vaultErased:
            Wording(
                nl: "De gegevens van deze persoon zijn gewist en komen niet terug onder hetzelfde kenmerk.",
                en: "The details of this person were erased and do not come back under the same id.",
                mendNL: "Leg de persoon vast onder een nieuw kenmerk.", mendEN: "Record the person under a new id.")
        case .vaultInvalid:
            Wording(
                nl: "Deze contactgegevens kloppen niet.", en: "These contact details are not valid.",
                mendNL: "Vul een naam in, een e-mailadres met één @ en een telefoonnummer met cijfers.",
                mendEN: "Give a name, an e-mail address with one @ and a phone number made of digits.")
        default:
            Wording(
                nl: "Dit account bestaat niet.", en: "This account does not exist.",
                mendNL: "Controleer het kenmerk van het account.", mendEN: "Check the id of the account.")
        }
    }

    var signInWording: Wording {
        switch self {
        case .invitationUnknown:
            .newLink(nl: "Deze link is niet bekend.", en: "This link is not known.")
        case .invitationExpired:
            .newLink(nl: "Deze link is verlopen.", en: "This link has expired.")
        case .invitationUsed:
            .newLink(nl: "Deze link is al gebruikt.", en: "This link has already been used.")
        case .invitationValidity:
            Wording(
                nl: "Zo lang of kort kan een link niet geldig zijn.",
                en: "A link cannot be valid for that long or short.",
                mendNL: "Kies een duur tussen één minuut en negentig dagen.",
                mendEN: "Choose a period between one minute and ninety days.")
        case .sessionRevoked:
            .signIn(nl: "Deze sessie is beëindigd.", en: "This session was ended.")
        case .sessionIdle:
            .signIn(
                nl: "U bent afgemeld omdat u een tijd niets deed.",
                en: "You were signed out after a time without activity.")
        case .sessionExpired:
            .signIn(nl: "Deze sessie is verlopen.", en: "This session has expired.")
        default:
            .signIn(nl: "U bent niet aangemeld.", en: "You are not signed in.")
        }
    }
}
