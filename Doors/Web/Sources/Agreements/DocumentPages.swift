import Agreements
import Documents
import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup

/// The agreement as a document to read, print and keep.
extension EcosystemVisit {
    func showDocuments() async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, version: Int(visit.query("version")), reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "document"))
            <p class="lead">\(say("Om te lezen, te printen en te bewaren. Zolang er geen versie is, staat er “concept” op.", "To read, print and keep. While there is no version, it says “draft”."))</p>
            <div class="columns"><div>\(downloads(page))</div><div>\(proofCard(page))</div></div>
            """
        var shown = agreementPage(say("Document", "Document"), main)
        shown.scripts = ["documents.js"]
        return show(shown)
    }

    private func downloads(_ page: AgreementPage) -> HTML {
        let languages: [(String, String)] = [
            ("nl", say("Nederlands", "Dutch")), ("en", say("Engels", "English")),
            ("both", say("naast elkaar", "side by side")),
        ]
        let own = page.text.languages.map(\.rawValue)
        let rows: HTML = languages.filter { own.contains($0.0) || ($0.0 == "both" && own.count > 1) }.html {
            code, label in
            let links: HTML = ["pdf", "html", "md"].html { format in
                let base = Path.agreementPart(id, page.agreement.id.rawValue, "document.\(format)")
                let version = page.version.map { "\($0.number)" } ?? ""
                let name = format == "md" ? "Markdown" : format.uppercased()
                let busy: HTML =
                    format == "pdf"
                    ? " data-making=\"\(say("De pdf wordt gemaakt; dat duurt enkele seconden…", "The PDF is being made; that takes a few seconds…"))\" data-made=\"\(say("Klaar.", "Ready."))\""
                    : ""
                return
                    "<a class=\"button quiet\" href=\"\(base.with([("version", version), ("lang", code)]))\"\(busy)>\(name)</a> "
            }
            return "<div><dt>\(label)</dt><dd class=\"actions\">\(links)</dd></div>"
        }
        return
            "<section class=\"card\"><h2>\(say("Document", "Document"))</h2><dl class=\"fields\">\(rows)</dl><p role=\"status\" data-document-status></p></section>"
    }

    /// The code to compare, and what proves the whole.
    private func proofCard(_ page: AgreementPage) -> HTML {
        guard let version = page.version else { return "" }
        return """
            <section class="card"><h2>\(say("Bewijs", "Proof"))</h2><p>\(say("Controlecode van versie \(version.number):", "Verification code of version \(version.number):"))<br><code>\(grouped(version.hash))</code></p>
            <p class="quiet">\(say("Deze code staat ook op elk blad van het document. Verandert er één letter, dan verandert de code.", "This code is on every page of the document too. If one letter changes, the code changes."))</p>\(bundleLink(page, version))</section>
            """
    }

    private func bundleLink(_ page: AgreementPage, _ version: AgreementVersion) -> HTML {
        guard reader.rights.participates || reader.rights.seesEverything, !isPast else { return "" }
        let path = Path.agreementPart(id, page.agreement.id.rawValue, "bundle.zip").with([
            ("version", "\(version.number)")
        ])
        return """
            <p><a class="button quiet" href="\(path)" data-making="\(say("De bewijsbundel wordt gemaakt…", "The proof bundle is being made…"))" data-made="\(say("Klaar.", "Ready."))">\(say("Bewijsbundel (zip)", "Proof bundle (zip)"))</a></p>
            <p class="quiet">\(say("Tekst, handtekeningen, sleutels, mandaten en bewijzen uit het logboek. Te controleren met", "Text, signatures, keys, mandates and proofs from the log. To be verified with")) <code>stelsel agreement verify</code>.</p>
            """
    }

    /// Everything that proves the version, in one file that can be checked without this house.
    func sendBundle() async throws -> Response {
        let agreement = try visit.part("agreement")
        guard reader.rights.participates || reader.rights.seesEverything else {
            throw Refusal.forbidden(.proofForParticipants)
        }
        let bundle = try await ProofBundle.complete(
            of: agreement, version: Int(visit.query("version")), reader: reader, ledger: visit.door.installation.ledger)
        let name = "\(agreement)-v\(bundle.version.number).zip"
        return .file([UInt8](try bundle.archive().encoded), "application/zip", name)
    }

    func sendDocument(_ format: String) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard
            let page = AgreementPage.of(
                agreement, version: Int(visit.query("version")), draft: visit.query("draft") == "1", reader)
        else { throw Refusal.notFound(.noSuchAgreement(agreement)) }
        let evidence =
            page.version.map { VersionEvidence($0, page.text, reader: reader) }
            ?? VersionEvidence(draft: page.text, reader: reader)
        let paper = AgreementPaper(page.text, evidence).paper(in: documentLanguages)
        let name = "\(agreement)-\(page.version.map { "v\($0.number)" } ?? "draft").\(format)"
        switch format {
        case "pdf": return .file(try await WeasyPrint().pdf(of: paper), "application/pdf", name)
        case "md": return .file(Array(PaperMarkdown(paper).text.utf8), "text/markdown; charset=utf-8", name)
        default:
            // A document stands by itself: its own styles, nothing else.
            var response = Response.html(PaperHTML(paper).page.text)
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            return response
        }
    }

    private var documentLanguages: [Language] {
        switch visit.query("lang") {
        case "nl": [.nl]
        case "en": [.en]
        case "both": [.nl, .en]
        default: [say.language]
        }
    }
}

extension Response {
    /// A file to keep.
    static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "no-store",
            ], body: .init(byteBuffer: .init(bytes: bytes)))
    }
}

extension Problem {
    static let proofForParticipants = Problem(
        "rights.participate",
        Text(
            "De bewijsbundel is voor wie meedoet in dit ecosysteem.",
            "The proof bundle is for who takes part in this ecosystem."),
        mend: Text("Vraag hem aan een van de partijen.", "Ask one of the parties for it."))
}
