import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Mandates")
struct MandateTests {
    @Test("A change of person reopens a mandate, in the same change")
    func changeOfPerson() throws {
        var sample = try withMandate()

        let events = try sample.patch("mandates", "deelname", ["person": "opvolger"])

        #expect(events.map(\.kind) == ["mandate.changed", "mandate.changed"])
        #expect(sample.state[Mandate.self]["deelname"]?.standing == .reopened)
    }

    @Test("Whoever says with the new person that the mandate is valid, is believed")
    func stateSet() throws {
        var sample = try withMandate()

        try sample.patch("mandates", "deelname", ["person": "opvolger", "state": "valid"])

        #expect(sample.state[Mandate.self]["deelname"]?.standing == .valid)
    }

    @Test("Another person in a role reopens what the former one had for that organisation only")
    func changeOfAssignment() throws {
        var sample = try withMandate()
        try sample.mandate("elders", "accountmanager", of: "stad")
        try sample.put(
            "assignments", "levering",
            ["role": "handbook-roles/producer", "organisation": "leverancier", "person": "accountmanager"])

        try sample.patch("assignments", "levering", ["person": "opvolger"])

        #expect(sample.state[Mandate.self]["deelname"]?.standing == .reopened)
        #expect(sample.state[Mandate.self]["elders"]?.standing == .valid)
    }

    @Test("Another function or organisation reopens all mandates of that person")
    func changeOfFunction() throws {
        var sample = try withMandate()

        try sample.patch("persons", "accountmanager", ["function": "Directeur"])

        #expect(sample.state[Mandate.self]["deelname"]?.standing == .reopened)
    }

    @Test("A translation of the function reopens nothing")
    func translation() throws {
        var sample = try withMandate()

        try sample.patch(
            "persons", "accountmanager", ["function": ["nl": "Accountmanager", "en": "Account manager"]])

        #expect(sample.state[Mandate.self]["deelname"]?.standing == .valid)
    }

    @Test("A reopened mandate counts again from a new beginning")
    func renewal() throws {
        var sample = try withMandate()
        try sample.patch("mandates", "deelname", ["person": "opvolger"])

        #expect(sample.broken("mandates", "deelname", .patch(["state": .null])) == ["mandate.renewal"])
        let renewed: [String: Value] = ["state": .null, "period": ["from": "2024-10-01"]]
        #expect(sample.broken("mandates", "deelname", .patch(renewed)).isEmpty)
    }

    @Test("Nobody is their own deputy or successor")
    func ownDeputy() throws {
        let sample = try withMandate()

        let broken = sample.broken(
            "mandates", "deelname", .patch(["deputy": "accountmanager", "successor": "accountmanager"]))

        #expect(broken == ["mandate.deputy", "mandate.successor"])
    }

    private func withMandate() throws -> Sample {
        var sample = try Sample.neighbourhood()
        try sample.person("opvolger", of: "leverancier", "Opvolger")
        try sample.mandate("deelname", "accountmanager", of: "leverancier")
        return sample
    }
}

extension Table {
    subscript(id: String) -> R? { self[ID<R>(id)] }
}
