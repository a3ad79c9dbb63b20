import ArgumentParser
import Documents
import Foundation
import Kernel

/// In which languages a document is written.
enum PaperLanguages: String, ExpressibleByArgument, CaseIterable {
    case nl
    case en
    case both

    var languages: [Language] {
        switch self {
        case .nl: [.nl]
        case .en: [.en]
        case .both: [.nl, .en]
        }
    }

    /// What the command itself speaks: the language that comes first.
    var words: WordsOption {
        var words = WordsOption()
        words.lang = self == .en ? .en : .nl
        return words
    }
}

/// The form of a document.
enum PaperFormat: String, ExpressibleByArgument, CaseIterable {
    case html
    case pdf
    case md
}

extension Paper {
    /// Writes the document to a file, or to standard output. A PDF is made by WeasyPrint, which tells how far it is.
    func write(_ format: PaperFormat, to file: String?, _ language: Language) async throws {
        switch format {
        case .html: try Console.write(Data(PaperHTML(self).page.text.utf8), to: file)
        case .md: try Console.write(Data(PaperMarkdown(self).text.utf8), to: file)
        case .pdf:
            let renderer = WeasyPrint(program: WeasyPrint.named(ProcessInfo.processInfo.environment))
            let bytes = try await renderer.pdf(of: self) { $0.tell(language) }
            try Console.write(Data(bytes), to: file)
        }
    }
}

extension WeasyPrint {
    /// The program that `STELSEL_WEASYPRINT` names, or the one on the path.
    static func named(_ environment: [String: String]) -> String {
        environment["STELSEL_WEASYPRINT"].flatMap { $0.isEmpty ? nil : $0 } ?? "weasyprint"
    }
}

extension WeasyPrint.Progress {
    fileprivate func tell(_ language: Language) {
        switch self {
        case .started: break
        case .page(let page) where page % 10 == 0:
            Console.err(language == .nl ? "Pagina \(page)…" : "Page \(page)…")
        case .page: break
        case .drawing: break
        }
    }
}

extension Console {
    /// Writes bytes to a file, or to standard output when there is none.
    static func write(_ data: Data, to file: String?) throws {
        guard let file else { return FileHandle.standardOutput.write(data) }
        try data.write(to: URL(fileURLWithPath: file), options: .atomic)
    }
}
