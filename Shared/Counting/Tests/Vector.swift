import Foundation
import Kernel
import Testing

@testable import Counting

/// One of the public vectors: a file to count, and what must come out.
struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let why: String
    let source: String
    let input: Value
    let expected: Value

    var testDescription: String { name }

    var isRefused: Bool { expected.map?["refused"] != nil }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("vectors")

    static let all: [Vector] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { file in
            guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(file)),
                let value = try? JSONReader.read(bytes)
            else { return nil }
            return Vector(
                name: value["name"].string ?? file, why: value["why"].string ?? "",
                source: value["source"].string ?? "",
                input: value["input"], expected: value["expected"])
        }
    }()
}

/// What a count gave: the object that the command prints, or the problems.
enum Counted {
    static func outcome(_ input: Value) throws(Refusal) -> Outcome {
        try Count(try BallotFile.read(input)).outcome()
    }

    static func value(_ input: Value) throws(Refusal) -> Value { try outcome(input).value(in: .en) }

    static func problems(_ input: Value) -> [Problem] {
        do throws(Refusal) {
            _ = try outcome(input)
            return []
        } catch { return error.problems }
    }
}

extension Value {
    /// Where this differs from what is expected; what is not expected is not looked at. Of rounds the first are compared.
    func differences(from expected: Value, at path: String = "") -> [String] {
        if let wanted = expected.map, let have = map {
            return wanted.keys.sorted().flatMap { key in
                have[key].map { $0.differences(from: wanted[key] ?? .null, at: path + "." + key) } ?? [
                    "\(path).\(key) is missing"
                ]
            }
        }
        if let wanted = expected.list, var have = list {
            if path.hasSuffix(".rounds") { have = Array(have.prefix(wanted.count)) }
            guard have.count == wanted.count else { return ["\(path) is \(CanonicalJSON.string(.list(have)))"] }
            return zip(have, wanted).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
        }
        return self == expected
            ? [] : ["\(path) is \(CanonicalJSON.string(self)) and not \(CanonicalJSON.string(expected))"]
    }
}
