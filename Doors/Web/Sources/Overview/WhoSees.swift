import Ecosystems

/// What is public in an ecosystem and what is not, in a sentence.
extension Say {
    func whatIsPublic(_ catalogue: Catalogue) -> String {
        let closed = catalogue.kinds.filter { $0.visibility != .everyone }
            .map { self($0.naming.pluralLabel).lowercasedFirst }.sorted()
        let last = closed.last ?? ""
        let list = closed.count > 1 ? closed.dropLast().joined(separator: ", ") + self(" en ", " and ") + last : last
        return self(
            "Iedereen kan zien wie er meedoet, wat het doel is, welke rollen en relaties er zijn, en de geschiedenis daarvan. Alleen deelnemers zien \(list); namen en adressen van mensen ziet alleen wie dat mag.",
            "Everybody can see who takes part, what the goal is, which roles and relations there are, and the history of these. Only participants see \(list); names and addresses of people only who may."
        )
    }
}

extension EcosystemVisit {
    /// Who may see this ecosystem now.
    var whoSeesThis: String {
        profile.participantsOnly
            ? say(
                "Alleen deelnemers en beheerders zien dat dit ecosysteem er is. Maakt u het openbaar, dan geldt:",
                "Only participants and administrators see that this ecosystem is here. When you make it public:")
                + " " + say.whatIsPublic(reader.catalogue)
            : say("Dit ecosysteem is openbaar.", "This ecosystem is public.") + " " + say.whatIsPublic(reader.catalogue)
    }
}
