import Kernel
import Testing

@testable import Agreements

@Suite("Versions")
struct VersionTests {
    @Test("A version holds the text with every place filled in, and the hash of its canonical form")
    func proposed() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))

        let version = try #require(sample.state.versions(of: ID("samen")).first)
        let text = try #require(version.text)
        #expect(text.clauses.map(\.number) == [1, 2])
        #expect(
            text.clauses[1].text
                == Text("Elke partij draagt € 2.500 per jaar bij.", "Each party contributes € 2,500 a year."))
        #expect(version.hash == Hash.hex(version.document))
        #expect(text.parties.map(\.name.nl) == ["Stad", "Net BV", "Cloud BV"])
    }

    @Test("A renamed organisation changes the draft and never a version")
    func renamed() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.patch("organisations", "net", ["name": "Netwerk NV"])

        let draft = try #require(AgreementDraft("samen", in: sample.situation))
        #expect(draft.document(number: 2).parties[1].name.nl == "Netwerk NV")
        #expect(sample.state.versions(of: ID("samen")).first?.text?.parties[1].name.nl == "Net BV")
    }

    @Test("A version is not added, changed or removed by hand")
    func byHand() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(rules { try sample.patch("versions", "samen-v1", ["number": 2]) } == ["record.process"])
    }

    @Test("The same text is not fixed twice")
    func same() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(rules { try sample.carryOut(ProposeVersion(agreement: "samen")) } == ["version.same"])
    }
}
