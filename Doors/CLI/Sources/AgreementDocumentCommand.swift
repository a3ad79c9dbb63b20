import Agreements
import ArgumentParser
import Documents
import Kernel

/// Writes an agreement as a document to read, print and sign.
package struct AgreementDocumentCommand: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "document", abstract: "Write an agreement as a document to read, print and sign.",
        discussion: """
            Without --version or --draft: the version in force, or else the last one, or else the draft. A PDF is made by
            WeasyPrint (Debian and Ubuntu: apt-get install weasyprint), which STELSEL_WEASYPRINT can name.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "Number of the version.") var version: Int?
    @Flag(help: "The text as it is being written.") var draft = false
    @Option(help: "html, pdf or md.") var format = PaperFormat.html
    @Option(help: "Language of the document and of messages: nl, en or both.") var lang = PaperLanguages.both
    @Option(help: "File to write to; without it, standard output.") var out: String?

    package init() {}

    package var words: WordsOption { lang.words }

    package func validate() throws {
        if draft, version != nil { throw ValidationError("Give --version or --draft, not both.") }
    }

    package func carryOut() async throws {
        let found = try House.open().agreement(place)
        try await paper(found).write(format, to: out, language)
    }

    private func paper(_ found: FoundAgreement) throws -> Paper {
        guard let number = draft ? nil : version ?? found.current else {
            let text = try found.draft()
            return AgreementPaper(text, VersionEvidence(draft: text, reader: found.reader)).paper(in: lang.languages)
        }
        let (version, text) = try found.version(number)
        return AgreementPaper(text, VersionEvidence(version, text, reader: found.reader)).paper(in: lang.languages)
    }
}
