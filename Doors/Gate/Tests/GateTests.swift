import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Gate

@Suite("The gate") struct GateTests {
    @Test("a stranger is refused where an account or an administrator is asked for, with the rule")
    func policies() {
        #expect(rule(.ownAccount) == "rights.signed-in")
        #expect(rule(.administer) == "rights.write")
        #expect(rule(.read) == nil)
        #expect(rule(.command) == nil)
    }

    private func rule(_ policy: Policy) -> String? {
        do throws(Refusal) {
            try policy.check(Visitor())
            return nil
        } catch { return error.problems.first?.rule }
    }

    @Test("a stranger is nobody in every ecosystem")
    func stranger() {
        let caller = Visitor().caller(in: "city-deal")
        #expect(caller == .anyone)
        #expect(!caller.mayWrite)
    }

    @Test("what a path does not do is told as 405, with what it does")
    func wrongMethod() {
        let told = Told(WrongMethod(allowed: [.post, .get, .head]))
        #expect(told?.status == .methodNotAllowed)
        #expect(told?.headers[.allow] == "GET, HEAD, POST")
        #expect(told?.problems.first?.rule == "http.method")
    }

    @Test("refusals become statuses; the unexpected is not told")
    func told() {
        let problem = Problem("a.rule", Text("nee", "no"))
        #expect(Told(Refusal.conflict(problem))?.status == .conflict)
        #expect(Told(Refusal.notFound(problem))?.status == .notFound)
        #expect(Told(Refusal.invalid([problem]))?.problems == [problem])
        #expect(Told(HTTPError(.contentTooLarge))?.problems.first?.rule == "body.too-large")
        #expect(Told(CancellationError()) == nil)
    }
}
