import ArgumentParser
import Ecosystems
import Foundation
import Kernel

/// Writes a text folder in its canonical form.
package struct Format: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Write a folder of text in the one canonical form.",
        discussion: """
            Records are ordered by id, fields as they are declared. Comments are not kept, and the files that lose them are
            named on standard error: what matters belongs in a field. Methods of the folder's own keep theirs.
            A folder with errors is left as it is. With --check nothing is written; exits with 1 when something would be.
            """)

    @Argument(help: "Folder with ecosystem.yaml.") var path: String
    @Flag(help: "Only name the files that are not in canonical form.") var check = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let house = try House.open()
        let (content, situation) = try house.judged(path, language)
        let files = try FolderWriter.files(situation.state, catalogue: house.catalogue)
        content.tellLostComments(language)
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

extension FolderContent {
    /// Says of each file with comments that writing the folder anew loses them.
    func tellLostComments(_ language: Language) {
        let words = language == .nl ? "commentaar blijft niet staan" : "comments are not kept"
        for file in commented { Console.err("\(file): \(words)") }
    }
}
