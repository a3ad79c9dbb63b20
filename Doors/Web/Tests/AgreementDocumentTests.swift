import Agreements
import Ecosystems
import Foundation
import Gate
import Hummingbird
import HummingbirdTesting
import Kernel
import Testing

@testable import Web

@Suite("Documents of agreements on the web")
struct AgreementDocumentTests {
    private let root = "/ecosystems/city-deal/agreements/deal-tekst"

    @Test("A version can be read as a page by itself and as Markdown, in one language or side by side")
    func texts() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let both = try await browser.get("\(root)/document.html?version=1&lang=both")
            #expect(both.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(both.body.contains("Een slimme stad") && both.body.contains("Deal text"))
            #expect(!both.body.contains("<script"))
            let dutch = try await browser.get("\(root)/document.md?version=1&lang=nl")
            #expect(dutch.headers[.contentType] == "text/markdown; charset=utf-8")
            #expect(dutch.headers[.contentDisposition] == "attachment; filename=\"deal-tekst-v1.md\"")
            let english = try await browser.get("\(root)/document.md?version=1&lang=en")
            #expect(dutch.body != english.body && english.body.contains("Deal text"))
            #expect(try await browser.get("\(root)/document.md?version=1&lang=en").body == english.body)
        }
    }

    @Test(
        "The same version as a PDF, where the program is",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")))
    func pdf() async throws {
        let bed = try await WebTestBed("den-bosch")
        try await bed.test { client in
            try await client.execute(
                uri: "/ecosystems/den-bosch/agreements/intentie/document.pdf?version=1&lang=nl", method: .get
            ) {
                #expect($0.status == .ok && $0.headers[.contentType] == "application/pdf")
                #expect(Data($0.body.readableBytesView).starts(with: Data("%PDF-".utf8)))
            }
        }
    }

    @Test("The verification code is on the page in groups of four, as the version has it")
    func code() async throws {
        let bed = try await WebTestBed("city-deal")
        let hash = try #require(
            try await bed.reader().records(AgreementVersion.self).first { $0.id == ID("deal-tekst-v1") }?.hash)
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(root)/document?version=1")
            #expect(page.body.contains("\(hash.prefix(4)) \(hash.dropFirst(4).prefix(4)) "))
        }
    }

    @Test("A participant gets the proof bundle, which proves itself without this house")
    func bundle() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            #expect(try await member.get("\(root)/document").body.contains("bundle.zip"))
            let cookie = "\(VisitorMiddleware.cookie)=\(member.session?.secret ?? "")"
            try await client.execute(uri: "\(root)/bundle.zip?version=1", method: .get, headers: [.cookie: cookie]) {
                #expect($0.status == .ok && $0.headers[.contentType] == "application/zip")
                let bytes = Data($0.body.readableBytesView)
                let report = try BundleCheck.report(on: bytes, logKey: bed.installation.ledger.verifierKey)
                #expect(report.text.number == 1 && report.answers.count == 8)
            }
            #expect(try await bed.browser(client).get("\(root)/bundle.zip?version=1").status == .forbidden)
            #expect(try await member.get("\(root)/bundle.zip?version=9").status == .notFound)
        }
    }
}
