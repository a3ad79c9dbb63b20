import Foundation
import Kernel
import Testing

@Suite("stelsel responsibilities")
struct ResponsibilitiesTests {
    @Test("the example is complete; without a party it tells what falls away and exits with 1")
    func check() throws {
        let folder = try Folder()
        let path = try folder.copy(of: "it-lots")

        let whole = try Program.run("responsibilities", "check", path, "--on", "2026-11-20")
        let less = try Program.run(
            "responsibilities", "check", path, "--on", "2026-11-20", "--without", "service-integrator", "--json")

        #expect(whole.status == 0, "\(whole.out)\(whole.err)")
        #expect(less.status == 1)
        let told = try JSONReader.read(Data(less.out.utf8))
        #expect(told["complete"] == true)
        #expect(told["leaving"].list?.first?["unaccounted"].list?.contains("storingen-oplossen") == true)
    }

    @Test("a table goes out and comes back; a wrong line is told by its number and changes nothing")
    func tables() throws {
        let folder = try Folder()
        let path = try folder.copy(of: "it-lots")
        let store = folder["store.sqlite"]
        #expect(try Program.run("apply", path, "--store", store).status == 0)

        let out = try Program.run(
            "responsibilities", "export", "it-lots", "--store", store, "--out", folder["lines.csv"])
        let again = try Program.run(
            "responsibilities", "import", "it-lots", folder["lines.csv"], "--store", store, "--replace")
        try folder.write("activity,party,part\nheidag,kavel-netwerk,A\n", to: "wrong.csv")
        let wrong = try Program.run("responsibilities", "import", "it-lots", folder["wrong.csv"], "--store", store)
        let oscal = try Program.run("responsibilities", "export", path, "--format", "oscal", "--on", "2026-11-20")

        #expect(out.status == 0 && again.status == 0, "\(out.err)\(again.err)")
        #expect(again.out.contains(": 0 changed"))
        #expect(wrong.status == 1 && wrong.err.contains("responsibility.double-accountable"))
        #expect(wrong.err.contains("Line 2"))
        let definition = try JSONReader.read(Data(oscal.out.utf8))["component-definition"]
        #expect(definition["components"].list?.count == 4)
    }
}
