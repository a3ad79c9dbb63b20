import Documents
import Ecosystems
import Foundation
import Kernel
import Ledger

extension RenderedDocument {
    /// The version for people: HTML, Markdown and, where this machine can make it, PDF; in each language of the text.
    /// The same version and facts give the same bytes. Without a program for PDF the rest is there, and the bundle is as valid.
    package static func all(_ version: AgreementVersion, reader: Reader) async throws(Refusal) -> [RenderedDocument] {
        guard let text = version.text else { return [] }
        let evidence = VersionEvidence(version, text, reader: reader)
        let paper = AgreementPaper(text, evidence).paper(in: text.languages.map(\.language))
        var documents = [
            RenderedDocument(name: "agreement.html", bytes: Data(PaperHTML(paper).page.text.utf8)),
            RenderedDocument(name: "agreement.md", bytes: Data(PaperMarkdown(paper).text.utf8)),
        ]
        do throws(Refusal) {
            documents.append(
                RenderedDocument(name: "agreement.pdf", bytes: Data(try await WeasyPrint().pdf(of: paper))))
        } catch .unavailable(let problem) where problem.rule == "document.no-renderer" {
            return documents
        }
        return documents
    }
}

extension ProofBundle {
    /// The bundle of a version, in force or by its number, with the documents for people in it.
    package static func complete(
        of agreement: String, version number: Int? = nil, reader: Reader, ledger: LedgerStore
    ) async throws -> ProofBundle {
        let (_, fixed) = try fixed(ID(agreement), number, in: reader.state, on: reader.today)
        let documents = try await RenderedDocument.all(fixed.version, reader: reader)
        return try ProofBundle(
            of: ID(agreement), version: fixed.version.number, in: reader.state, on: reader.today, ledger: ledger,
            rendered: { _, _ in documents })
    }
}
