import Access
import Gate
import Hummingbird
import Kernel
import Markup

extension Visit {
    /// On the account page: whether the digest comes by e-mail.
    func digestSection(_ account: Account) async throws -> HTML {
        let gets = try await access.getsDigest(account.id)
        let state =
            gets
            ? say(
                "Staat aan. U krijgt het alleen als hierboven een e-mailadres staat en dit Stelsel e-mail verstuurt.",
                "On. You get it only with an e-mail address above, and where this Stelsel sends e-mail.")
            : say("Staat uit: u krijgt geen e-mail.", "Off: you get no e-mail.")
        let change =
            gets
            ? button(say("Uitzetten", "Switch off"), to: "/account/digest", hidden: [("mail", "off")])
            : button(say("Aanzetten", "Switch on"), to: "/account/digest", hidden: [("mail", "on")])
        return """
            <section class="card" id="digest"><h2>\(say("Overzicht per e-mail", "Digest by e-mail"))</h2>
            <p>\(say("Wat er van u wordt gevraagd, wat er is besloten en wat anderen wijzigden.", "What is asked of you, what was decided and what others changed.")) \
            <a href="\(Path.digest)">\(say("Lees het hier", "Read it here"))</a></p><p>\(state)</p>\(change)</section>
            """
    }

    func changeDigest() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { form, who in
            let wanted = form.first("mail") == "on"
            try await access.setDigest(wanted, of: who.account.id)
            let notice = wanted ? Notice.digestOn : Notice.digestOff
            return .onward(to: "/account?done=\(notice.rawValue)#digest")
        }
    }
}
