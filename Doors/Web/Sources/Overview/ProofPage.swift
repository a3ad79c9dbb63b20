import Hummingbird
import Ledger

extension Visit {
    func showProof() async throws -> Response {
        let ledger = door.installation.ledger
        let note = try ledger.checkpoint()
        return show(
            Page(
                say("Bewijs", "Proof"),
                """
                <div class="narrow"><h1>\(say("Hoe u kunt nagaan dat niets is veranderd", "How you can check that nothing was altered"))</h1>
                <p class="lead">\(say("Elke wijziging is een regel in een logboek. Alle regels samen geven één kenmerk, en dat kenmerk is ondertekend. Wie het bewaart kan later zien of iemand iets heeft veranderd, weggelaten of teruggedraaid.", "Every change is a line in a log. All lines together give one fingerprint, and that fingerprint is signed. Whoever keeps it can see later whether anyone changed, left out or rolled back anything."))</p>
                <h2>\(say("Het kenmerk van nu", "The fingerprint of now"))</h2><pre class="note"><code>\(note.description)</code></pre>
                <p>\(say("Openbare sleutel", "Public key")): <code>\(ledger.verifierKey)</code></p>
                <h2>\(say("Nagaan", "Check"))</h2><p>\(say("Op de server:", "On the server:")) <code>stelsel verify --store FILE --checkpoint NOTE</code></p>
                <p class="quiet">\(say("Opbouw: RFC 6962 (Merkle-boom), C2SP checkpoint en signed note, Ed25519.", "Construction: RFC 6962 (Merkle tree), C2SP checkpoint and signed note, Ed25519."))</p></div>
                """))
    }
}
