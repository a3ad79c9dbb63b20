import Foundation
import Testing

@Suite("What the README says about beginning")
struct ReadmeTests {
    @Test("the folder it shows is sound, canonical and can be applied")
    func begin() throws {
        let readme = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
        let folder = try Folder()
        let files = readme.matches(of: /`(\w+\.yaml)`:\n\n```yaml\n([^`]+)```/)
        for file in files { try folder.write(String(file.output.2), to: "own/\(file.output.1)") }

        let check = try Program.run("check", folder["own"])
        let format = try Program.run("format", folder["own"], "--check")
        let apply = try Program.run("apply", folder["own"], "--store", folder["s.sqlite"])

        #expect(files.map { String($0.output.1) } == ["ecosystem.yaml", "organisations.yaml", "goals.yaml"])
        #expect(check.status == 0, "\(check.out)")
        #expect(format.out.isEmpty, "\(format.out)")
        #expect(apply.out == "buurtstroom: 4 added, 0 changed, 0 removed\n", "\(apply.err)")
        #expect(readme.contains("`/reference`"))
    }

    @Test("every subcommand is in its table")
    func commands() throws {
        let readme = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
        let help = try Program.run("user", "--help").out
        for name in ["invite", "list", "disable", "enable"] {
            #expect(help.contains("  \(name) "))
            #expect(readme.contains("`\(name)`") || readme.contains("`user \(name)`"))
        }
    }
}
