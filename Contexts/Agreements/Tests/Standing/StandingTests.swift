import Kernel
import Testing

@testable import Agreements

@Suite("Where versions stand")
struct StandingTests {
    @Test("From consultation over offered to in force, when everyone has accepted")
    func all() {
        var sample = FactSample()
        #expect(sample.standing(1).state == .draft)
        sample.version(1)
        #expect(sample.standing(1).state == .consultation)
        sample.offer(on: 2, until: 20)
        #expect(sample.standing(1).state == .consultation)
        #expect(sample.standing(2).state == .offered)
        sample.say("stad", on: 3)
        sample.say("net", on: 4)
        sample.say("cloud", on: 5)
        #expect(sample.standing(4).state == .offered)
        #expect(sample.standing(5).state == .inForce)
        #expect(sample.standing(5).entered[1] == FactSample.day(5))
    }

    @Test("Named parties, or a number of parties, are enough when the text says so; who is no party does not count")
    func rules() {
        var named = FactSample()
        named.version(1, entry: .needs(.named, named: ["stad", "net"]))
        named.offer(on: 1)
        named.say("cloud", on: 2)
        named.say("stad", on: 3)
        #expect(named.standing(9).state == .offered)
        named.say("net", on: 6)
        #expect(named.standing(9).entered[1] == FactSample.day(6))
        #expect(named.bonds(9) == ["cloud v1 6-", "net v1 6-", "stad v1 6-"])

        var count = FactSample()
        count.version(1, entry: .needs(.count, count: 2))
        count.offer(on: 1)
        count.say("stad", on: 2)
        count.say("vreemd", on: 3)
        #expect(count.standing(9).state == .offered)
        count.say("cloud", on: 4)
        #expect(count.standing(9).entered[1] == FactSample.day(4))
    }

    @Test("Not enough by the last day: it lapses, and a late yes does not bring it back")
    func by() {
        var sample = FactSample()
        sample.version(1, entry: .needs(.count, count: 2, by: 10))
        sample.offer(on: 1, until: 30)
        sample.say("stad", on: 2)
        #expect(sample.standing(10).state == .offered)
        #expect(sample.standing(11).state == .lapsed)
        sample.say("net", on: 11)
        #expect(sample.standing(40).state == .lapsed)
        #expect(sample.bonds(40).isEmpty)
    }

    @Test("An offering that closed or was withdrawn without enough acceptances lapses")
    func lapsed() {
        var sample = FactSample()
        sample.version(1)
        sample.offer(on: 1, until: 5)
        #expect(sample.standing(5).state == .offered)
        #expect(sample.standing(6).state == .lapsed)
        var withdrawn = FactSample()
        withdrawn.version(1)
        withdrawn.offer(on: 1, until: 5, withdrawn: 3)
        #expect(withdrawn.standing(3).state == .lapsed)
    }

    @Test("A yes that was revoked or turned into a no before the last one said yes does not count")
    func takenBack() {
        var sample = FactSample()
        sample.version(1)
        sample.offer(on: 1)
        sample.say("stad", on: 2)
        sample.say("stad", .revoke, on: 3)
        sample.say("net", on: 4)
        sample.say("cloud", on: 5)
        #expect(sample.standing(9).state == .offered)
        sample.say("stad", on: 10)
        #expect(sample.standing(12).entered[1] == FactSample.day(10))
    }

    @Test("It never holds before its validity begins, however early everyone signed")
    func validity() {
        var sample = FactSample()
        sample.version(1, from: 20)
        sample.offer(on: 1)
        for party in ["stad", "net", "cloud"] { sample.say(party, on: 3) }
        #expect(sample.standing(19).entered[1] == nil)
        #expect(sample.standing(20).state == .inForce)
        #expect(sample.bonds(20) == ["cloud v1 20-", "net v1 20-", "stad v1 20-"])
    }

    @Test("A later version supersedes when nobody is bound by the earlier one any more, and not before")
    func superseded() {
        var sample = FactSample()
        sample.version(1)
        sample.offer(on: 1)
        for party in ["stad", "net", "cloud"] { sample.say(party, on: 2) }
        sample.version(2, entry: .needs(.count, count: 2))
        #expect(sample.standing(3).pending?.version.number == 2)
        sample.offer(version: 2, on: 4)
        sample.say("stad", version: 2, on: 5)
        sample.say("net", version: 2, on: 6)
        sample.say("cloud", .reject, version: 2, on: 7)
        #expect(sample.standing(9).state(of: 1) == .inForce)
        #expect(sample.standing(9).state(of: 2) == .inForce)
        #expect(sample.standing(9).current?.version.number == 2)
        sample.say("cloud", version: 2, on: 10)
        #expect(sample.standing(10).state(of: 1) == .superseded)
    }

    @Test("A draft that a later one overtook without being offered is superseded")
    func overtaken() {
        var sample = FactSample()
        sample.version(1)
        sample.version(2)
        #expect(sample.standing(1).state(of: 1) == .superseded)
        #expect(sample.standing(1).state == .consultation)
    }

    @Test("It ends for everyone on the day of an ending, also what was never in force")
    func ended() {
        var sample = FactSample()
        sample.version(1)
        sample.offer(on: 1)
        for party in ["stad", "net", "cloud"] { sample.say(party, on: 2) }
        sample.end(on: 9)
        #expect(sample.standing(9).state == .inForce)
        #expect(sample.standing(10).state == .ended)
        var never = FactSample()
        never.version(1)
        never.end(on: 3)
        #expect(never.standing(3).state == .ended)
    }
}
