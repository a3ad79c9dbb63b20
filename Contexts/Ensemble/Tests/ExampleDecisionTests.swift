import Ecosystems
import Kernel
import Parties
import Testing

@testable import Agreements
@testable import Ensemble
@testable import Governance

@Suite("Decisions of the examples") struct ExampleDecisionTests {
    private static func situation(_ name: String) throws -> Situation {
        var story = try ExampleAgreementTests.told(name)
        story.today = EnsembleTests.today
        return story.situation
    }

    private static func tasks(of person: String, in situation: Situation) -> [String] {
        let caller = Caller(account: "a", persons: [person])
        let rights = RightsOfCaller.judge(caller, in: situation)
        return DecisionTasks.forCaller(Reader(situation: situation, rights: rights, catalogue: .stelsel)).map(\.record)
    }

    private static func may(_ actor: String, _ action: String, _ right: String, _ situation: Situation) -> Bool? {
        RightQuestion(actor, action, right, in: situation.state)?
            .answer(in: situation.state, on: situation.today).isAllowed
    }

    @Test("In the district an objection changed the text, all consented, and the term says so")
    func consent() throws {
        let state = try Self.situation("den-bosch").state
        let decision = try #require(state.standing(on: ID("begrip-gebied")))
        #expect(decision.result == .adopted && decision.number == 2 && decision.minority.isEmpty)
        #expect(decision.changed == ["terms/digitaal-gebiedsgericht-ecosysteem"] && decision.carriedOut != nil)
        let proposal = try #require(state[Proposal.self][decision.proposal])
        let objection = try #require(proposal.earlier.first?.objection.flatMap { state[Vote.self][$0] })
        #expect(objection.objection == .resolved && objection.seat == ID("werkgroep-gebied-gemeente-den-bosch"))
        #expect(state.ballots(on: proposal.id).map(\.state) == [.cancelled, .counted])
    }

    @Test("In the district two thirds decided, as the letter says; who thought otherwise stands with it")
    func twoThirds() throws {
        let state = try Self.situation("den-bosch").state
        let decision = try #require(state.standing(on: ID("eerste-casus")))
        let ballot = try #require(decision.ballot.flatMap { state[Ballot.self][$0] })
        #expect(decision.result == .adopted && ballot.ruleEntries["threshold"] == "2/3")
        #expect(decision.minority.map(\.seat) == [ID("werkgroep-gebied-dei")])
        #expect(decision.minority.allSatisfy { !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty })
        #expect(decision.explanation.en.contains("2/3"))
    }

    @Test("What is still open asks who has not voted yet, and nobody else")
    func asked() throws {
        let district = try Self.situation("den-bosch")
        for person in ["programmadirecteur-digitaal", "business-development-manager"] {
            #expect(Self.tasks(of: person, in: district) == ["een-panel-van-bewoners-door-loting"])
        }
        #expect(Self.tasks(of: "directeur-dei", in: district).isEmpty)
        let city = try Self.situation("city-deal")
        for person in ["afgevaardigde-bzk", "afgevaardigde-ienw"] {
            #expect(Self.tasks(of: person, in: city).count == 1, "\(person)")
        }
        // The dealmaker has a seat, but no mandate.
        for person in ["projectmanager", "dealmaker"] { #expect(Self.tasks(of: person, in: city).isEmpty, "\(person)") }
    }

    @Test("The matrix of the examples says who may decide and who may propose")
    func rights() throws {
        let district = try Self.situation("den-bosch")
        #expect(Self.may("werkgroep-gebied", "decide", "casus-kiezen", district) == true)
        #expect(Self.may("heijmans", "decide", "casus-kiezen", district) == true)
        #expect(Self.may("subgroep-economie", "decide", "casus-kiezen", district) == false)
        #expect(Self.may("subgroep-economie", "propose", "casus-kiezen", district) == true)
        #expect(Self.may("ethische-commissie", "advise", "gegevens-gebruiken", district) == true)
        let city = try Self.situation("city-deal")
        #expect(Self.may("kerngroep", "decide", "borging", city) == false)
        #expect(Self.may("kerngroep", "propose", "borging", city) == true)
        #expect(Self.may("stuurgroep", "decide", "borging", city) == true)
    }
}
