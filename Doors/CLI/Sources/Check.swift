import ArgumentParser
import Ecosystems
import Kernel

/// Judges a text folder.
package struct Check: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check an ecosystem kept as a folder of text.",
        discussion: """
            Prints one line for each thing to say, errors first:

              file:line: severity rule message

            An error makes the folder unusable; a warning or notice is a finding about the ecosystem itself, such as a
            required role that nobody has. Exits with 0 when there are no errors, with 1 when there are.
            """)

    @Argument(help: "Folder with ecosystem.yaml.") var path: String
    @Flag(help: "Print a JSON array instead of lines.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let check = try House.open().check(path)
        if json {
            Console.out(json: .list(check.messages.map { $0.json(language) }))
        } else {
            check.messages.tell(language)
            Console.err(check.messages.sum(language))
        }
        if check.hasErrors { throw ExitCode.failure }
    }
}

extension FolderMessage {
    func json(_ language: Language) -> Value {
        [
            "file": .string(file), "line": .whole(line), "column": .whole(column),
            "severity": .string(severity.rawValue), "rule": .string(problem.rule),
            "message": .string(problem.message.shown(language)), "mend": .string(problem.mend.shown(language)),
        ]
    }
}

extension [FolderMessage] {
    /// Why a folder is not used; on standard error, where what goes wrong belongs.
    func complain(_ language: Language) {
        for message in self where message.severity == .error { Console.err(message.described(in: language)) }
    }

    func tell(_ language: Language) {
        for message in self { Console.out(message.described(in: language)) }
    }

    /// `2 errors, 1 warning, 0 notices`
    func sum(_ language: Language) -> String {
        Finding.Severity.allCases.map { severity in
            let number = count { $0.severity == severity }
            return "\(number) \(severity.counted(number, language))"
        }.joined(separator: ", ")
    }
}

extension Finding.Severity {
    func counted(_ number: Int, _ language: Language) -> String {
        let one = number == 1
        return switch (self, language) {
        case (.error, .en): one ? "error" : "errors"
        case (.warning, .en): one ? "warning" : "warnings"
        case (.notice, .en): one ? "notice" : "notices"
        case (.error, .nl): one ? "fout" : "fouten"
        case (.warning, .nl): one ? "waarschuwing" : "waarschuwingen"
        case (.notice, .nl): one ? "opmerking" : "opmerkingen"
        }
    }
}
