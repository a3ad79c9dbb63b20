import Kernel
import Testing

@testable import Agreements

@Suite("Who is bound by what")
struct BondTests {
    /// In force since day 2 for three parties.
    private func running(until: Int? = nil) -> FactSample {
        var sample = FactSample()
        sample.version(1, entry: .needs(.count, count: 3), until: until)
        sample.offer(on: 1)
        for party in ["stad", "net", "cloud"] { sample.say(party, on: 2) }
        return sample
    }

    @Test("A late joiner is bound from its own yes, not from the day of entry")
    func joiner() {
        var sample = running()
        sample.say("hogeschool", .accede, on: 8)
        #expect(sample.bonds(9) == ["cloud v1 2-", "hogeschool v1 8-", "net v1 2-", "stad v1 2-"])
        #expect(sample.standing(7).bond(of: ID("hogeschool")) == nil)
    }

    @Test("What a party left out stays out, for that party only")
    func partial() {
        var sample = FactSample()
        sample.version(1, entry: .needs(.count, count: 2))
        sample.say("stad", on: 2, except: ["bijdrage"])
        sample.say("net", on: 2)
        #expect(sample.standing(3).bond(of: ID("stad"))?.except == ["bijdrage"])
        #expect(sample.standing(3).bond(of: ID("net"))?.except == [])
    }

    @Test("Who rejects an amendment stays bound by the earlier text; who accepts it changes without a gap or overlap")
    func amendment() {
        var sample = running()
        sample.version(2, entry: .needs(.count, count: 2))
        sample.offer(version: 2, on: 5)
        sample.say("stad", version: 2, on: 6)
        sample.say("net", version: 2, on: 8)
        sample.say("cloud", .reject, version: 2, on: 8)
        #expect(
            sample.bonds(9) == ["cloud v1 2-", "net v1 2-7 later", "net v2 8-", "stad v1 2-7 later", "stad v2 8-"])
    }

    @Test("A version that all accept and that ends the earlier one, ends it for who is no party any more too")
    func replaced() {
        var sample = running()
        sample.version(2, parties: ["stad", "net"])
        sample.offer(version: 2, on: 5, replaces: true)
        sample.say("stad", version: 2, on: 6)
        #expect(sample.bonds(6).first == "cloud v1 2-")
        sample.say("net", version: 2, on: 7)
        #expect(sample.bonds(7).first == "cloud v1 2-6 replaced")
        #expect(sample.standing(7).state(of: 1) == .superseded)
    }

    @Test(
        "An exit, a revocation, an ending and the end of the term each end the bond on their day",
        arguments: [0, 1, 2, 3])
    func ends(_ how: Int) {
        var sample = running(until: how == 3 ? 9 : nil)
        switch how {
        case 0: sample.exit("stad", on: 9)
        case 1: sample.say("stad", .revoke, on: 9)
        case 2: sample.end(on: 9)
        default: break
        }
        let why = ["exit", "revoked", "ended", "expired"][how]
        #expect(sample.bonds(12).last == "stad v1 2-9 \(why)")
        #expect(sample.standing(9).bond(of: ID("stad")) != nil)
        #expect(sample.standing(10).bond(of: ID("stad")) == nil)
        #expect((sample.standing(10).bond(of: ID("net")) != nil) == (how < 2))
    }

    @Test("Who revokes and says yes again was bound twice, with the time between free")
    func again() {
        var sample = running()
        sample.say("stad", .revoke, on: 5)
        sample.say("stad", on: 9)
        #expect(sample.bonds(12).suffix(2) == ["stad v1 2-5 revoked", "stad v1 9-"])
        #expect(sample.standing(12).bond(of: ID("stad"))?.from == FactSample.day(9))
        sample.say("stad", .revoke, on: 11)
        #expect(sample.bonds(12).suffix(2) == ["stad v1 2-5 revoked", "stad v1 9-11 revoked"])
    }

    @Test("A yes on the day of the revocation goes on without a day that binds twice")
    func sameDay() {
        var sample = running()
        sample.say("stad", .revoke, on: 5)
        sample.say("stad", on: 5)
        #expect(sample.bonds(12).suffix(2) == ["stad v1 2-4 revoked", "stad v1 5-"])
        sample.say("stad", .revoke, on: 5)
        #expect(sample.bonds(12).last == "stad v1 5-5 revoked")
    }

    @Test("A party that was bound anew by a later version is not bound by the earlier one in between")
    func laterAgain() {
        var sample = running()
        sample.version(2, entry: .needs(.count, count: 1))
        sample.offer(version: 2, on: 5)
        sample.say("stad", version: 2, on: 6)
        sample.say("stad", .revoke, version: 2, on: 8)
        sample.say("stad", version: 2, on: 10)
        #expect(sample.bonds(12).suffix(3) == ["stad v1 2-5 later", "stad v2 6-8 revoked", "stad v2 10-"])
    }

    @Test("A day that has not come changes nothing yet")
    func ahead() {
        var sample = running(until: 30)
        sample.exit("stad", on: 20)
        sample.end(on: 25)
        #expect(sample.bonds(12) == ["cloud v1 2-", "net v1 2-", "stad v1 2-"])
        #expect(sample.bonds(21).last == "stad v1 2-20 exit")
    }

    /// Two versions, four parties, and whatever the dice say.
    private func history(_ seed: Int) -> FactSample {
        var dice = Dice(UInt64(seed))
        var sample = FactSample()
        sample.version(1, entry: .needs(.count, count: 1 + dice.roll(3)))
        sample.version(2, entry: .needs(.count, count: 1 + dice.roll(3)), until: dice.roll(2) == 0 ? 50 : nil)
        sample.offer(version: 2, on: 10, replaces: dice.roll(3) == 0)
        for _ in 0..<(4 + dice.roll(12)) {
            let party = ["stad", "net", "cloud", "hogeschool"][dice.roll(4)]
            let answer = Signature.Answer.allCases[dice.roll(4)]
            sample.say(party, answer, version: 1 + dice.roll(2), on: 1 + dice.roll(60))
        }
        if dice.roll(2) == 0 { sample.exit("net", on: 1 + dice.roll(60)) }
        if dice.roll(3) == 0 { sample.end(on: 40 + dice.roll(20)) }
        return sample
    }

    @Test("The matrix is a function of the events, whatever the order in which records were added", arguments: 0..<60)
    func order(_ seed: Int) {
        let sample = history(seed)
        var shuffled = sample
        var dice = Dice(UInt64(seed + 1_000))
        for index in shuffled.facts.signatures.indices.reversed() {
            shuffled.facts.signatures.swapAt(index, dice.roll(index + 1))
        }
        shuffled.facts.offerings.reverse()
        shuffled.facts.endings.reverse()
        for day in [1, 15, 30, 45, 60, 90] { #expect(shuffled.standing(day) == sample.standing(day)) }
    }

    @Test("On any day each party is bound by one version at most, and only by what it said yes to", arguments: 0..<60)
    func once(_ seed: Int) {
        let sample = history(seed)
        for day in 1...70 {
            let standing = sample.standing(day)
            let now = standing.bonds.filter { $0.holds(on: standing.day) }
            #expect(Set(now.map(\.party)).count == now.count)
            for bond in now {
                let word = standing.facts.lastWord(of: bond.party, on: ID("v\(bond.version)"), by: standing.day)
                let revokedToday = word?.answer == .revoke && word?.on == standing.day
                #expect(word?.answer != .revoke || revokedToday)
                #expect(standing.facts.signatures.contains { $0.id.rawValue == bond.signature && $0.answer.binds })
            }
        }
    }

    @Test("What comes later says nothing about an earlier day", arguments: 0..<30)
    func later(_ seed: Int) {
        let sample = history(seed)
        var past = sample
        past.facts.signatures.removeAll { ($0.on?.number ?? 0) > FactSample.day(30).number }
        past.facts.exits.removeAll { ($0.effective?.number ?? 0) > FactSample.day(30).number }
        past.facts.endings.removeAll { ($0.on?.number ?? 0) > FactSample.day(30).number }
        #expect(past.bonds(30) == sample.bonds(30))
    }
}
