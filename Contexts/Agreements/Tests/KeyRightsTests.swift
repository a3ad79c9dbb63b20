import Ecosystems
import Kernel
import Parties
import Testing

@testable import Agreements

@Suite("Who registers keys")
struct KeyRightsTests {
    private let key = RecordChange(
        "signingKeys", "k", .add(["organisation": "net", "algorithm": "ed25519", "publicKey": "AAAA"]))

    private func refusal(_ changes: [RecordChange], _ rights: Rights) throws -> String? {
        let sample = try Sample()
        let requirement = ChangeRecords(changes).requirement(in: sample.situation, catalogue: Sample.catalogue)
        do throws(Refusal) {
            try requirement.check(rights)
            return nil
        } catch { return error.problems.first?.rule }
    }

    private func rights(orchestrates: Bool = false, represents: Set<String> = []) -> Rights {
        var rights = Rights()
        rights.mayWrite = true
        rights.orchestrates = orchestrates
        rights.represents = represents
        rights.belongsTo = represents
        return rights
    }

    @Test("An organisation registers its own keys; whoever orchestrates registers none of others")
    func alone() throws {
        #expect(try refusal([key], rights(represents: ["net"])) == nil)
        #expect(try refusal([key], rights(represents: ["cloud"])) == "rights.owners-alone")
        #expect(try refusal([key], rights(orchestrates: true)) == "rights.owners-alone")
    }

    @Test("A key in a batch with anything else is for administrators, so that neither right stands in for the other")
    func batch() throws {
        let other = RecordChange("agreements", "samen", .add(["name": "Samen", "kind": "intent"]))
        #expect(try refusal([key, other], rights(orchestrates: true)) == "rights.administer")
        #expect(try refusal([other, key], rights(orchestrates: true, represents: ["net"])) == "rights.administer")
    }
}
