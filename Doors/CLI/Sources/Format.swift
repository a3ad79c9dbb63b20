import ArgumentParser
import Ecosystems
import Foundation
import Kernel

/// Writes a text folder in its canonical form.
package struct Format: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Write a folder of text in the one canonical form.",
        discussion: """
            Records are ordered by id, fields as they are declared. Comments are not kept: what matters belongs in a field.
            A folder with errors is left as it is. With --check nothing is written; exits with 1 when something would be.
            """)

    @Argument(help: "Folder with ecosystem.yaml.") var path: String
    @Flag(help: "Only name the files that are not in canonical form.") var check = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let house = try House.open()
        let files = try FolderWriter.files(house.sound(path, language).state, catalogue: house.catalogue)
        guard check else {
            for name in try FolderWriter.write(files, to: path) { Console.out(name) }
            return
        }
        let folder = URL(fileURLWithPath: path, isDirectory: true)
        let present = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
        let differing = Set(present).union(files.keys).sorted().filter { name in
            files[name].map { Data($0.utf8) }
                != FileManager.default.contents(
                    atPath: folder.appendingPathComponent(name).path)
        }
        for name in differing { Console.out(name) }
        if !differing.isEmpty { throw ExitCode.failure }
    }
}
