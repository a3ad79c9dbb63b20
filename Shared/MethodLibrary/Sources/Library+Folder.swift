import Foundation
import Kernel

extension Library {
    /// Reads every `*.yaml` in and below a folder; refuses with every problem of every file.
    ///
    /// `kinds` are the plural names of the kinds of record that a phase may require; nil: not checked.
    package static func load(folder: String, kinds: Set<String>? = nil) throws(LibraryError) -> Library {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { throw noFolder(folder) }
        let names = paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
        guard !names.isEmpty else { throw noFolder(folder) }
        var sheets: [MethodSheet] = []
        var problems: [LibraryProblem] = []
        for name in names {
            do throws(LibraryError) {
                let file = "\(folder)/\(name)"
                let sheet = try MethodSheet(bytes: try bytes(of: file), file: file)
                let steps = name.dropLast(".yaml".count).split(separator: "/").map(String.init)
                problems += [sheet.misnamed(steps.last ?? ""), sheet.misplaced(steps.dropLast().last ?? "")]
                    .compactMap { $0 }
                sheets.append(sheet)
            } catch { problems += error.problems }
        }
        do throws(LibraryError) {
            let library = try Library([], adding: sheets, kinds: kinds)
            if problems.isEmpty { return library }
        } catch { problems += error.problems }
        throw LibraryError(problems)
    }

    /// The folder with the methods that came with the product: what `STELSEL_METHODS` names, or else `Methods` or
    /// `share/stelsel/Methods` in a folder above the executable; nil when there is none.
    package static func standardFolder(near executable: String, environment: [String: String]) -> String? {
        if let named = environment["STELSEL_METHODS"], !named.isEmpty { return named }
        var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            for place in ["Methods", "share/stelsel/Methods"] {
                let candidate = folder.appendingPathComponent(place).path
                let lifecycles = "\(candidate)/\(MethodFamily.lifecycles.rawValue)"
                if FileManager.default.fileExists(atPath: lifecycles) { return candidate }
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    private static func bytes(of file: String) throws(LibraryError) -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) } catch {
            throw LibraryError([
                LibraryProblem(
                    file: file, place: .init(line: 1, column: 1),
                    problem: Problem(
                        "method.unreadable",
                        Text("Dit bestand kan niet worden gelezen.", "This file cannot be read."),
                        mend: Text("Controleer de rechten van het bestand.", "Check the permissions of the file.")))
            ])
        }
    }

    private static func noFolder(_ folder: String) -> LibraryError {
        LibraryError([
            LibraryProblem(
                file: folder, place: .init(line: 1, column: 1),
                problem: Problem(
                    "library.folder",
                    Text("In deze map staan geen methoden.", "There are no methods in this folder."),
                    mend: Text(
                        "Noem de map Methods van Stelsel in STELSEL_METHODS.",
                        "Name Stelsel's folder Methods in STELSEL_METHODS.")))
        ])
    }
}
