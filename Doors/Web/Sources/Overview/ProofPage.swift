import Gate
import Hummingbird
import Kernel
import Ledger
import Markup

/// How anyone can check, without trusting us, that nothing was altered.
extension Visit {
    func showProof() async throws -> Response {
        let ledger = door.installation.ledger
        guard !ledger.isReadOnly else { return show(Page(say("Bewijs", "Proof"), unsigned)) }
        let note = try ledger.checkpoint().description
        let size = ledger.size
        return show(
            Page(
                say("Bewijs", "Proof"),
                """
                <div class="narrow"><h1>\(say("Hoe u kunt nagaan dat niets is veranderd", "How you can check that nothing was altered"))</h1>
                <p class="lead">\(say("Elke wijziging is een regel in een logboek; nu zijn het er \(size). Alle regels samen geven één kenmerk, en dat is ondertekend. Wie een kenmerk bewaart, kan later zien of iemand een regel heeft veranderd, weggelaten of teruggedraaid.", "Every change is a line in a log; now there are \(size). All lines together give one fingerprint, and it is signed. Whoever keeps a fingerprint can see later whether anyone changed, left out or rolled back a line."))</p>
                <p class="actions"><a class="button" href="\(Path.checkpoint)" download>\(say("Bewaar het kenmerk van nu", "Keep the fingerprint of now"))</a></p>
                <h2>\(say("Nagaan in vier stappen", "Checking in four steps"))</h2>\(steps(size))
                <h2>\(say("Zelf narekenen", "Computing it yourself"))</h2>\(addresses(size))
                <h2>\(say("Het kenmerk van nu", "The fingerprint of now"))</h2><pre class="note"><code>\(note)</code></pre>
                <p>\(say("Openbare sleutel", "Public key")): <code>\(ledger.verifierKey)</code></p>
                <p class="quiet">\(say("Opbouw: RFC 6962 (Merkle-boom), C2SP checkpoint en signed note, Ed25519.", "Construction: RFC 6962 (Merkle tree), C2SP checkpoint and signed note, Ed25519."))</p></div>
                """))
    }

    private var unsigned: HTML {
        """
        <div class="narrow"><h1>\(say("Nu is er geen bewijs", "There is no proof now"))</h1>
        <p>\(say("De opslag is beschadigd of klopt niet met zijn bewijs. Tot dat is opgelost wordt er niets ondertekend.", "The store is damaged or does not fit its proof. Until that is solved nothing is signed."))</p></div>
        """
    }

    private func steps(_ size: Int) -> HTML {
        """
        <ol><li>\(say("Bewaar het kenmerk, op een plek waar de beheerder van dit Stelsel niet bij kan: uw eigen schijf, of bij een ander.", "Keep the fingerprint in a place that the administrator of this Stelsel cannot reach: your own disk, or somebody else's."))</li>
        <li>\(say("Wacht. Alles mag intussen veranderen; er komen alleen regels bij.", "Wait. Everything may change meanwhile; lines are only added."))</li>
        <li>\(say("Vraag later de beheerder het bewaarde kenmerk na te gaan:", "Later, ask the administrator to check the fingerprint that you kept:"))
        <code>stelsel verify --store stelsel.sqlite --checkpoint stelsel-\(size).txt</code></li>
        <li>\(say("Klopt het, dan staan die \(size) regels er nog precies zo. Klopt het niet, dan zegt het antwoord wat afwijkt.", "If it fits, those \(size) lines are still exactly the same. If not, the answer says what differs."))</li></ol>
        """
    }

    /// For who trusts no command of ours: what a program of one's own needs.
    private func addresses(_ size: Int) -> HTML {
        let log = "/api/v1/log"
        let items: [(String, String)] = [
            ("\(log)/checkpoint", say("het kenmerk van nu", "the fingerprint of now")),
            ("\(log)/verifier-key", say("de openbare sleutel", "the public key")),
            (
                "\(log)/inclusion-proofs/\(max(0, size - 1))",
                say("dat de laatste regel erin zit", "that the last line is in it")
            ),
            (
                "\(log)/consistency-proofs?from=\(size)",
                say("dat het kenmerk van nu past in dat van later", "that the fingerprint of now fits in a later one")
            ),
        ]
        let list: HTML = items.html { "<li><a href=\"\($0.0)\"><code>\($0.0)</code></a> \($0.1)</li>" }
        return """
            <ul>\(list)</ul>
            <p>\(say("Wie alles van een gebeurtenis mag zien, krijgt op", "Who may see all of an event gets, at"))
            <code>/api/v1/ecosystems/…/events/…/evidence</code>
            \(say("waaruit haar regel is berekend. Eén regel narekenen gaat dan zo:", "what its line is computed from. Computing one line then goes like this:"))</p>
            <pre class="note"><code>\(Self.recipe)</code></pre>
            """
    }

    private static let recipe = """
        commitment = SHA-256(salt ‖ payload)
        leaf       = SHA-256(0x00 ‖ header)         header.commitment = hex(commitment)
        node       = SHA-256(0x01 ‖ left ‖ right)   hashes: RFC 6962, 2.1.1
        """

    /// `GET /proof/checkpoint.txt`: the signed checkpoint, as a file to keep.
    func downloadCheckpoint() async throws -> Response {
        let ledger = door.installation.ledger
        guard !ledger.isReadOnly else { return show(Page(say("Bewijs", "Proof"), unsigned)) }
        let note = try ledger.checkpoint().description
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"stelsel-\(ledger.size).txt\"",
            ],
            body: .init(byteBuffer: .init(string: note)))
    }
}
