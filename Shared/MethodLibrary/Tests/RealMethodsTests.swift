import Foundation
import Kernel
import Testing

@testable import MethodLibrary

@Suite("The methods that come with the product") struct RealMethodsTests {
    @Test("all load without a problem") func load() throws {
        if case .failure(let error) = Sample.library { Issue.record("\(error)") }
        let library = try Sample.library.get()
        for family in MethodFamily.allCases { #expect(!library.methods(of: family).isEmpty, "\(family)") }
    }

    @Test("every choice that a form offers can be looked up", arguments: FieldShape.MethodEntry.allCases)
    func choices(entry: FieldShape.MethodEntry) throws {
        let library = try Sample.library.get()
        let choices = library.choices(for: entry)
        #expect(!choices.isEmpty)
        #expect(Set(choices.map(\.id)).count == choices.count)
        #expect(choices.allSatisfy { library.contains(entry, $0.id) && !$0.label.nl.isEmpty && !$0.group.en.isEmpty })
        #expect(!library.contains(entry, "no-such/entry"))
    }

    @Test("a draft of each is an adapted copy that can be added") func drafts() throws {
        let library = try Sample.library.get()
        let copies = try library.methods.map { method in
            let id = "my-\(method.id)"
            return (id: id, yaml: try #require(library.draft(copying: method.id, as: id)))
        }
        let both = try library.adding(copies: copies)
        #expect(both.methods.count == library.methods.count * 2)
        for method in library.methods {
            let copy = try #require(both.method("my-\(method.id)"))
            #expect(copy.head.basedOn?.id == method.id && copy.version == 1)
            #expect(copy.body == method.body)
        }
    }

    @Test("phases speak of any ecosystem; what one case did stands among the remarks") func general() throws {
        for method in try Sample.library.get().methods(of: .lifecycles) {
            for phase in method.lifecycle?.phases ?? [] {
                let texts = [phase.summary] + (phase.questions + phase.activities + phase.results).map(\.text)
                for text in texts {
                    #expect(
                        !text.nl.contains("n de bron") && !text.en.lowercased().contains("in the source"), "\(text.nl)")
                }
            }
        }
    }

    @Test("the committed schema is the one that follows from the declarations", arguments: MethodFamily.allCases)
    func schema(family: MethodFamily) throws {
        let file = URL(fileURLWithPath: "\(Sample.methods)/\(family.rawValue).schema.json")
        let text = Library.schema(for: family).indentedJSON
        if ProcessInfo.processInfo.environment["STELSEL_RENEW"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let committed = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            committed == text,
            "\(file.lastPathComponent) is out of date; renew it: STELSEL_RENEW=1 swift test --filter MethodLibraryTests"
        )
    }
}
