import Kernel
import Notation

/// A method with the places of its values in its file, so that a later check can point.
struct MethodSheet {
    /// Method files are written by people; anything larger is a mistake or an attack.
    static let largest = 1024 * 1024

    let method: Method
    private let located: Located

    /// Reads one file; refuses with every problem that shows from this file alone.
    init(bytes: some Collection<UInt8>, file: String) throws(LibraryError) {
        guard bytes.count <= Self.largest else { throw LibraryError([.tooLarge(file)]) }
        let located: Located
        do throws(NotationError) { located = try YAMLReader.read(bytes) } catch {
            throw LibraryError([LibraryProblem(file: file, place: error.place, problem: error.problem)])
        }
        self.located = located
        do throws(Refused) {
            method = try Self.method(from: located.value, file: file, yaml: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw LibraryError(
                error.problems.map { problem in
                    LibraryProblem(file: file, place: located.place(at: problem.path), problem: problem)
                })
        }
    }

    /// A problem of this method, placed in its file.
    func placed(_ problem: Problem) -> LibraryProblem {
        LibraryProblem(file: method.file, place: located.place(at: problem.path), problem: problem)
    }

    private struct Refused: Error { let problems: [Problem] }

    private static func method(from value: Value, file: String, yaml: String) throws(Refused) -> Method {
        let family: MethodFamily
        do throws(Problem) {
            guard case .map(let entries) = value, let name = entries["family"], !name.isNull else {
                let missing = Method.Head.fields.first?.description.isMissing
                throw missing ?? Problem("field.required", Text())
            }
            family = try MethodFamily(name)
        } catch { throw Refused(problems: [error.path.isEmpty ? error.under("family") : error]) }
        return try method(from: value, family.body, file: file, yaml: yaml)
    }

    private static func method<B: MethodBody>(
        from value: Value, _ type: B.Type, file: String, yaml: String
    ) throws(Refused) -> Method {
        let shape = FieldShape.part((Method.Head.fields.map(\.description)) + B.fields.map(\.description))
        let problems = shape.problems(in: value) + MethodSource.problems(in: value)
        guard problems.isEmpty else { throw Refused(problems: problems) }
        var head = Method.Head()
        var body = B()
        let entries = value.map ?? [:]
        let names = Set(Method.Head.fields.map(\.name))
        let left = head.write(entries.filter { names.contains($0.key) }, rules: .asBefore)
        let right = body.write(entries.filter { !names.contains($0.key) }, rules: .asBefore)
        let rules = left + right + head.problems() + body.problems()
        guard rules.isEmpty else { throw Refused(problems: rules) }
        return Method(head: head, body: body.body, file: file, yaml: yaml)
    }
}

extension LibraryProblem {
    fileprivate static func tooLarge(_ file: String) -> LibraryProblem {
        let kilobytes = MethodSheet.largest / 1024
        return LibraryProblem(
            file: file, place: .init(line: 1, column: 1),
            problem: Problem(
                "method.size",
                Text("Een methode is hooguit \(kilobytes) kB.", "A method is \(kilobytes) kB at most."),
                mend: Text("Splits de methode.", "Split the method.")))
    }
}
