extension AccessRefusal.Rule {
    /// What a rule says about one field; nil when it says the same about all.
    func wording(of field: String) -> Wording? {
        switch (self, field) {
        case (.vaultInvalid, "name"):
            Wording(
                nl: "Hier hoort een naam, op één regel.", en: "This needs a name, on one line.",
                mendNL: "Vul een naam in van hooguit 200 tekens.", mendEN: "Give a name of at most 200 characters.")
        case (.vaultInvalid, "email"):
            Wording(
                nl: "Dit e-mailadres kan niet kloppen.", en: "This e-mail address cannot be right.",
                mendNL: "Schrijf het als naam@domein.nl.", mendEN: "Write it as name@domain.org.")
        case (.vaultInvalid, "phone"):
            Wording(
                nl: "Dit telefoonnummer kan niet kloppen.", en: "This phone number cannot be right.",
                mendNL: "Gebruik 3 tot 20 cijfers, met spaties, + - . ( ) ertussen.",
                mendEN: "Use 3 to 20 digits, with spaces, + - . ( ) between them.")
        case (.tokenInvalid, "name"):
            Wording(
                nl: "Een token heeft een naam nodig.", en: "A token needs a name.",
                mendNL: "Noem het programma dat het gebruikt, in hooguit 80 tekens.",
                mendEN: "Name the program that uses it, in at most 80 characters.")
        case (.tokenInvalid, "scopes"):
            Wording(
                nl: "Zo mag het token niets.", en: "This token may do nothing.",
                mendNL: "Kies ten minste lezen of wijzigen.", mendEN: "Choose at least reading or changing.")
        default: nil
        }
    }
}
