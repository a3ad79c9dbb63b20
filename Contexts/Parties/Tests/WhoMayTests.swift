import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Who may do what was refused")
struct WhoMayTests {
    private let problem = Problem(
        "rights.represent", Text("Dit mag alleen wie een geldig mandaat heeft van stad.", "…"),
        mend: Text("Vraag uw organisatie om een mandaat.", "Ask your organisation for a mandate."))

    @Test("For another organisation it names that one and who orchestrates, and does not send anyone to their own")
    func another() throws {
        let explained = WhoMay.explained(
            problem, for: .represent(["stad"]), try Sample.neighbourhood().reader("accountmanager"))
        #expect(!explained.message.nl.contains("van stad."))
        #expect(!explained.mend.nl.contains("Vraag uw organisatie"))
        #expect(explained.mend.nl.contains("De regie heeft: "))
        #expect(explained.rule == "rights.represent")
    }

    @Test("For one's own organisation it says to ask for a mandate there")
    func own() throws {
        let explained = WhoMay.explained(
            problem, for: .represent(["leverancier"]), try Sample.neighbourhood().reader("accountmanager"))
        #expect(explained.mend.nl.hasPrefix("Vraag uw organisatie om een mandaat."))
    }
}
