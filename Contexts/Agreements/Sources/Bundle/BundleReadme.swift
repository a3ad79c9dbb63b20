/// What a bundle says of itself to who opens it.
enum BundleReadme {
    static let text = """
        STELSEL: A SIGNED AGREEMENT WITH ITS PROOF

        Dit bestand bewijst wie welke tekst aanvaardde, afwees of herriep. Controleren kan zonder Stelsel en zonder internet:
        This file proves who accepted, rejected or revoked which text. It can be checked without Stelsel and without a network:

            stelsel agreement verify FILE.zip
            python3 verify.py FILE.zip          (docs/verify in the source of Stelsel; needs the package cryptography)

        agreement.json      the text as it was signed: canonical JSON (RFC 8785); its SHA-256 is what declarations name
        agreement.html ...  the same text for people, if present; what was signed is agreement.json
        signatures/         each declaration with its proof; signed is the SHA-256 of the canonical JSON of the declaration
        mandates/           the mandates as they read at the moment of signing
        keys/               the registered public keys (a passkey's key stands with its proof)
        proofs/             per event of the log: header, salt, payload, and the hashes to the root (RFC 6962)
        checkpoint          the size and root of the log, signed (C2SP signed note, Ed25519)
        log-key.txt         the key of the log. Compare it with the key that the house itself publishes.
        manifest.json       the SHA-256 and size of every other file

        What it cannot show: that nothing was said after the checkpoint, or left out before it. Ask the house for a newer
        bundle when that matters. / Wat het niet kan laten zien: dat er daarna niets meer is verklaard, of dat er iets is
        weggelaten. Vraag om een nieuwere bundel als dat telt.

        """
}
