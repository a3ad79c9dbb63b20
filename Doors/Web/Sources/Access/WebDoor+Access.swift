import Gate
import Hummingbird

extension WebDoor {
    /// The pages about getting in, about one's own account, and for administrators about everybody's.
    func addAccess(to book: RouteBook) {
        addSignIn(to: book)
        addAccount(to: book)
        addPeople(to: book)
    }

    private func addSignIn(to book: RouteBook) {
        on(book, .get, "/sign-in", .read) { try await $0.signInPage() }
        on(book, .get, "/sign-in/:token", .read) { try await $0.linkPage() }
        on(book, .post, "/sign-in/:token", .signingIn) { try await $0.followLink() }
        on(book, .post, "/sign-in/options", .signingIn) { visit in
            await visit.answer { try await visit.passkeyQuestion() }
        }
        on(book, .post, "/sign-in/passkey", .signingIn) { visit in
            await visit.answer { try await visit.signInWithPasskey() }
        }
        on(book, .post, "/sign-out", .ownAccount) { try await $0.signOut() }
        on(book, .post, "/language", .signingIn) { try await $0.chooseLanguage() }
    }

    private func addAccount(to book: RouteBook) {
        on(book, .get, "/account", .ownAccount) { try await $0.accountPage() }
        on(book, .post, "/account/contact", .ownAccount) { try await $0.changeContact() }
        on(book, .post, "/account/digest", .ownAccount) { try await $0.changeDigest() }
        on(book, .post, "/account/sessions/others/end", .ownAccount) { try await $0.endOtherSessions() }
        on(book, .post, "/account/sessions/:session/end", .ownAccount) { try await $0.endSession() }
        on(book, .get, "/account/passkeys", .ownAccount) { try await $0.newPasskeyPage() }
        on(book, .post, "/account/passkeys", .ownAccount) { visit in
            await visit.answer { try await visit.addPasskey() }
        }
        on(book, .post, "/account/passkeys/options", .ownAccount) { visit in
            await visit.answer { try await visit.newPasskeyQuestion() }
        }
        on(book, .post, "/account/passkeys/:passkey/name", .ownAccount) { try await $0.renamePasskey() }
        on(book, .post, "/account/passkeys/:passkey/removal", .ownAccount) { try await $0.removePasskey() }
        on(book, .post, "/account/tokens", .ownAccount) { try await $0.createToken() }
        on(book, .post, "/account/tokens/:token/removal", .ownAccount) { try await $0.revokeToken() }
    }

    private func addPeople(to book: RouteBook) {
        on(book, .get, "/people", .administer) { try await $0.peoplePage() }
        on(book, .post, "/people/invitations", .administer) { try await $0.inviteSomebody() }
        on(book, .get, "/people/:account", .administer) { try await $0.accountHolderPage() }
        on(book, .post, "/people/:account/links", .administer) { try await $0.makeLink() }
        on(book, .post, "/people/:account/seats", .administer) { try await $0.addSeat() }
        on(book, .post, "/people/:account/seats/removal", .administer) { try await $0.removeSeat() }
        on(book, .post, "/people/:account/state", .administer) { try await $0.changeState() }
    }
}
