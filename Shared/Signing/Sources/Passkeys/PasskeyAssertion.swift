import Crypto
import Foundation

/// A passkey's signature over a challenge (WebAuthn §7.2), with all that it takes to check it, here or elsewhere and later.
package struct PasskeyAssertion: Sendable, Hashable {
    package let clientDataJSON: Data
    package let authenticatorData: Data
    package let signature: Data
    /// In COSE form.
    package let publicKey: Data

    package init(clientDataJSON: Data, authenticatorData: Data, signature: Data, publicKey: Data) {
        self.clientDataJSON = clientDataJSON
        self.authenticatorData = authenticatorData
        self.signature = signature
        self.publicKey = publicKey
    }

    /// What the authenticator said, provided this key signed this challenge at this site with the user there; with
    /// `verified`, only when it also checked who that was. Counters and owners are for who keeps them.
    package func check(
        challenge: Data, at site: PasskeySite, verified: Bool
    ) throws(PasskeyFault) -> AuthenticatorData {
        try site.check(try ClientData(clientDataJSON), .get, challenge)
        let data = try AuthenticatorData(authenticatorData)
        try site.check(data, verified: verified)
        let signed = authenticatorData + Data(SHA256.hash(data: clientDataJSON))
        guard try COSEKey(bytes: publicKey).isValid(signature: signature, for: signed) else {
            throw PasskeyFault(.signature)
        }
        return data
    }

    /// The site that this answer itself names: the origin that the browser wrote down, and the domain of it whose hash
    /// the authenticator signed. Refuses when no domain of that origin has that hash.
    package func recordedSite() throws(PasskeyFault) -> PasskeySite {
        let origin = try ClientData(clientDataJSON).origin
        let hash = try AuthenticatorData(authenticatorData).relyingPartyHash
        var labels = (URLComponents(string: origin)?.host ?? "").split(separator: ".")[...]
        while !labels.isEmpty {
            let site = PasskeySite(id: labels.joined(separator: "."), origins: [origin])
            if site.hash == hash, PasskeySite.allows(origin: origin, for: site.id) { return site }
            labels = labels.dropFirst()
        }
        throw PasskeyFault(.relyingParty, detail: "no domain of \(origin) has the hash that was signed")
    }
}

extension PasskeySite {
    /// Refuses what a browser says of another ceremony, challenge or address, or from inside another site's page.
    package func check(
        _ client: ClientData, _ ceremony: ClientData.Ceremony, _ challenge: Data
    ) throws(PasskeyFault) {
        try client.require(ceremony)
        guard client.challenge == challenge else { throw PasskeyFault(.challenge) }
        guard origins.contains(client.origin) else {
            throw PasskeyFault(.origin, detail: "expected \(origins.sorted().joined(separator: " or "))")
        }
        if client.crossOrigin { throw PasskeyFault(.origin, detail: "used inside a page of another site") }
    }

    /// Refuses an authenticator that worked for another site, without the user, or that contradicts itself.
    package func check(_ data: AuthenticatorData, verified: Bool) throws(PasskeyFault) {
        guard data.relyingPartyHash == hash else { throw PasskeyFault(.relyingParty) }
        guard data.flags.contains(.userPresent) else { throw PasskeyFault(.presence) }
        if verified, !data.flags.contains(.userVerified) { throw PasskeyFault(.verification) }
        if data.flags.contains(.backedUp), !data.flags.contains(.backupEligible) { throw PasskeyFault(.backup) }
    }
}
