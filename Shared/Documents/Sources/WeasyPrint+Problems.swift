import Kernel
import Subprocess

extension Problem {
    static func renderer(_ error: any Error, _ program: String) -> Problem {
        guard let error = error as? SubprocessError else { return .failed("\(error)") }
        switch error.code {
        case .executableNotFound: return .noRenderer(program)
        case .outputLimitExceeded: return .tooLarge
        default: return .failed("\(error)")
        }
    }

    private static func noRenderer(_ program: String) -> Problem {
        Problem(
            "document.no-renderer",
            Text(
                "Voor een PDF is het programma “\(program)” nodig, en dat staat hier niet.",
                "A PDF needs the program “\(program)”, which is not here."),
            mend: Text(
                "Installeer WeasyPrint, op Debian of Ubuntu met: apt-get install weasyprint. HTML en Markdown gaan zonder.",
                "Install WeasyPrint, on Debian or Ubuntu with: apt-get install weasyprint. HTML and Markdown go without."
            ))
    }

    static func tooSlow(_ patience: Duration) -> Problem {
        let seconds = patience.components.seconds
        return Problem(
            "document.too-slow",
            Text(
                "De PDF was na \(seconds) seconden nog niet af.", "The PDF was not ready after \(seconds) seconds."),
            mend: Text("Neem de HTML en druk die af.", "Take the HTML and print that."))
    }

    fileprivate static let tooLarge = Problem(
        "document.too-large", Text("De PDF wordt te groot.", "The PDF gets too large."),
        mend: Text("Neem de HTML en druk die af.", "Take the HTML and print that."))

    static func failed(_ report: String) -> Problem {
        let words = report.inShort.onOneLine
        return Problem(
            "document.renderer-failed",
            Text("De PDF is niet gelukt: \(words)", "The PDF could not be made: \(words)"),
            mend: Text("Neem de HTML en druk die af.", "Take the HTML and print that."))
    }
}
