extension AccessRefusal.Rule {
    var machineWording: Wording {
        switch self {
        case .tokenExpired:
            .newToken(nl: "Dit API-token is verlopen.", en: "This API token has expired.")
        case .tokenRevoked:
            .newToken(nl: "Dit API-token is ingetrokken.", en: "This API token was revoked.")
        case .tokenScope:
            Wording(
                nl: "Dit API-token geeft dit recht niet.", en: "This API token does not grant this right.",
                mendNL: "Maak een API-token dat dit recht heeft.", mendEN: "Create an API token with this scope.")
        case .tokenEcosystem:
            .newToken(
                nl: "Dit API-token geldt voor een ander ecosysteem.", en: "This API token is for another ecosystem.")
        case .tokenAdmin:
            Wording(
                nl: "Alleen het account van een beheerder kan het recht “admin” geven.",
                en: "Only the account of an administrator can grant the scope “admin”.",
                mendNL: "Laat dit recht weg, of neem het account van een beheerder.",
                mendEN: "Leave out this scope, or take the account of an administrator.")
        case .tokenInvalid:
            Wording(
                nl: "Zo'n API-token kan niet worden gemaakt.", en: "Such an API token cannot be created.",
                mendNL:
                    "Geef een naam (1 tot en met 80 tekens), minstens lezen of wijzigen, en een einddatum binnen 366 dagen.",
                mendEN:
                    "Give a name (1 to 80 characters), at least reading or changing, and an end date within 366 days.")
        case .requestForged:
            Wording(
                nl: "Dit formulier hoort niet bij uw sessie.", en: "This form does not belong to your session.",
                mendNL: "Laad de pagina opnieuw en verstuur het formulier nog eens.",
                mendEN: "Reload the page and send the form again.")
        case .requestsTooMany:
            Wording(
                nl: "Dit zijn te veel pogingen achter elkaar.", en: "These are too many attempts in a row.",
                mendNL: "Wacht even en probeer het dan opnieuw.", mendEN: "Wait a moment and try again.")
        case .storeUnavailable:
            Wording(
                nl: "De opslag van accounts is nu niet bereikbaar.", en: "The store of accounts cannot be reached now.",
                mendNL: "Probeer het later opnieuw; de beheerder vindt de oorzaak in het logboek.",
                mendEN: "Try again later; the administrator finds the cause in the log.")
        case .storeReadOnly:
            Wording(
                nl: "De opslag is alleen te lezen.", en: "The store can only be read.",
                mendNL: "De beheerder kan de opslag nakijken (stelsel verify) of een reservekopie terugzetten.",
                mendEN: "The administrator can check the store (stelsel verify) or restore a backup.")
        case .storeNewer:
            Wording(
                nl: "Deze opslag is gemaakt door een nieuwere versie.", en: "This store was made by a newer version.",
                mendNL: "Installeer de nieuwere versie van het programma.",
                mendEN: "Install the newer version of the program.")
        default:
            .newToken(nl: "Dit API-token is niet bekend.", en: "This API token is not known.")
        }
    }
}
