import Kernel

/// The methods that an ecosystem can choose from: a value, checked as a whole when it was made.
package struct Library: Sendable {
    /// Sorted by id.
    package let methods: [Method]
    let index: LibraryIndex
    /// The kinds of record that a phase may require; nil: not checked.
    let kinds: Set<String>?

    /// A library without methods.
    package init() {
        methods = []
        index = LibraryIndex(of: [])
        kinds = nil
    }

    /// Joins checked methods and new sheets; refuses with every problem between them.
    init(_ checked: [Method], adding sheets: [MethodSheet], kinds: Set<String>?) throws(LibraryError) {
        let all = checked + sheets.map(\.method).sorted { $0.id < $1.id }
        let index = LibraryIndex(of: all)
        let known = Set(checked.map(\.id))
        let problems = Self.duplicates(among: sheets, known: known) + Self.clashes(in: sheets, index)
        let references = sheets.flatMap { sheet in
            Self.danglingReferences(of: sheet.method, index, kinds: kinds).map(sheet.placed)
        }
        guard problems.isEmpty, references.isEmpty else { throw LibraryError(problems + references) }
        methods = all.sorted { $0.id < $1.id }
        self.index = index
        self.kinds = kinds
    }

    /// Reads one method by itself, for an editor; references to other methods are checked when it is added.
    package static func parse(yaml: String, file: String) -> Result<Method, LibraryError> {
        do throws(LibraryError) { return .success(try MethodSheet(bytes: yaml.utf8, file: file).method) } catch {
            return .failure(error)
        }
    }

    /// This library with an ecosystem's own methods added, copies or new ones; refuses with every problem of theirs.
    ///
    /// A copy has its own id and names its original in `basedOn`; both stay. An entry that both have, such as a sector,
    /// is looked up in the copy.
    package func adding(copies: [(id: String, yaml: String)]) throws(LibraryError) -> Library {
        var sheets: [MethodSheet] = []
        var problems: [LibraryProblem] = []
        for copy in copies {
            do throws(LibraryError) {
                let sheet = try MethodSheet(bytes: copy.yaml.utf8, file: "methods/\(copy.id).yaml")
                if let problem = sheet.misnamed(copy.id) { problems.append(problem) }
                sheets.append(sheet)
            } catch { problems += error.problems }
        }
        guard problems.isEmpty else { throw LibraryError(problems) }
        return try Library(methods, adding: sheets, kinds: kinds)
    }
}

extension MethodSheet {
    /// The problem that the method's id is not the name of its file.
    func misnamed(_ wanted: String) -> LibraryProblem? {
        guard method.id != wanted else { return nil }
        return placed(
            Problem(
                "method.file", at: ["id"],
                Text(
                    "Het id “\(method.id)” is niet de naam van het bestand, “\(wanted)”.",
                    "The id “\(method.id)” is not the name of the file, “\(wanted)”."),
                mend: Text("Maak ze gelijk.", "Make them equal.")))
    }

    /// The problem that the file lies in the folder of another family.
    func misplaced(_ folder: String) -> LibraryProblem? {
        guard method.family.rawValue != folder else { return nil }
        return placed(
            Problem(
                "method.folder", at: ["family"],
                Text(
                    "Een methode van de familie “\(method.family.rawValue)” hoort in de map met die naam.",
                    "A method of the family “\(method.family.rawValue)” belongs in the folder of that name."),
                mend: Text("Verplaats het bestand of wijzig family.", "Move the file or change family.")))
    }
}
