import Gate
import Hummingbird

/// Who takes part: the list, one organisation, and joining what was recorded twice.
extension WebDoor {
    func addParties(to book: RouteBook) {
        let organisation = "/ecosystems/:ecosystem/parties/:organisation"
        page(book, "/ecosystems/:ecosystem/parties") { try await $0.ecosystem().showParties() }
        page(book, organisation) { try await $0.ecosystem().showOrganisation() }
        on(book, .post, "\(organisation)/participation", .command) { try await $0.ecosystem().stepParticipation() }
        on(book, .post, "\(organisation)/boardings/:boarding", .command) { try await $0.ecosystem().stepBoarding() }
        on(book, .post, "\(organisation)/persons/:person/contact", .ownAccount) {
            try await $0.ecosystem().keepContact()
        }
        on(book, .post, "\(organisation)/persons/:person/contact/erasure", .administer) {
            try await $0.ecosystem().eraseContact()
        }
        page(book, "/ecosystems/:ecosystem/mergers") { try await $0.ecosystem().showMerger() }
        on(book, .post, "/ecosystems/:ecosystem/mergers", .command) { try await $0.ecosystem().merge() }
    }
}
