import CLI
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Logging

/// The ecosystems that come with Stelsel, for whoever wants to look around first.
struct ExampleEcosystems {
    let installation: Installation
    let house: House
    let log: Logger

    /// Adds every example that is not in the store yet. One that cannot be added is logged; the others follow.
    func add(_ environment: [String: String]) async throws {
        guard let folder = House.examplesFolder(environment: environment) else {
            throw Problem(
                "examples.missing", Text("De map Examples is niet gevonden.", "The folder Examples was not found."),
                mend: Text("Noem hem in STELSEL_EXAMPLES.", "Name it in STELSEL_EXAMPLES."))
        }
        let present = Set(try await installation.host.ids())
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where !present.contains(name) {
            let path = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: "\(path)/ecosystem.yaml") else { continue }
            await add(path)
        }
    }

    private func add(_ path: String) async {
        let check = house.check(path)
        let errors = check.messages.filter { $0.severity == .error }
        guard errors.isEmpty else {
            for message in errors.prefix(10) {
                log.error("An example has an error.", metadata: ["message": "\(path)/\(message.described(in: .en))"])
            }
            return
        }
        do throws(Refusal) {
            let outcome = try await installation.apply(check.content, reason: "")
            log.info(
                "An example was added.",
                metadata: ["ecosystem": "\(check.content.id)", "records": "\(outcome.touched.count)"])
        } catch {
            for problem in error.problems {
                log.error("An example was refused.", metadata: ["problem": "\(Told.line(problem, .en))"])
            }
        }
    }
}
