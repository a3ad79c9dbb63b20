import Foundation
import Kernel

extension NetworkFile {
    /// The network as the bytes of a file. Of CSV this is the table of edges; see `tableOfNodes`.
    ///
    /// Refuses (`network.id.character`) ids that the format cannot hold; what else it cannot hold is in `remarks(in:)`.
    package func bytes(_ format: NetworkFormat) throws(Refusal) -> [UInt8] {
        try check(format)
        let sink = ByteSink()
        do throws(Problem) { try write(format, to: sink) } catch { throw .invalid([error]) }
        return sink.bytes
    }

    /// The table of nodes that belongs beside the table of edges.
    package func tableOfNodes() throws(Refusal) -> [UInt8] {
        let sink = ByteSink()
        do throws(Problem) { try CSVWriter(file: self, sink: sink).nodes() } catch { throw .invalid([error]) }
        return sink.bytes
    }

    /// Writes the network to a file, in the format that its name tells; of CSV also the table of nodes beside it. A file that is
    /// there already is replaced when the new one is complete, and not before.
    package func write(to path: String) throws(Refusal) {
        do throws(Problem) {
            let format = try NetworkFormat(fileName: path)
            try refused(format)
            guard let companion = Self.companion(of: path) else {
                let onlyNodes = format == .csv
                return try Self.replace(path) { sink throws(Problem) in
                    if onlyNodes { try CSVWriter(file: self, sink: sink).nodes() } else { try write(format, to: sink) }
                }
            }
            try Self.replace(companion) { sink throws(Problem) in try CSVWriter(file: self, sink: sink).nodes() }
            try Self.replace(path) { sink throws(Problem) in try write(format, to: sink) }
        } catch {
            throw .invalid([error])
        }
    }

    private func write(_ format: NetworkFormat, to sink: ByteSink) throws(Problem) {
        switch format {
        case .csv: try CSVWriter(file: self, sink: sink).edges()
        case .gexf: try GEXFWriter(self, sink).write()
        case .graphML: try GraphMLWriter(file: self, sink: sink).write()
        case .kumu: try KumuWriter(self, sink).write()
        }
    }

    private func check(_ format: NetworkFormat) throws(Refusal) {
        do throws(Problem) { try refused(format) } catch { throw .invalid([error]) }
    }

    /// An id with a character that XML has no place for cannot be changed: edges and other files name it.
    private func refused(_ format: NetworkFormat) throws(Problem) {
        guard format.isXML else { return }
        let ids = nodes.lazy.map(\.id).filter { XMLText.unwritable($0) > 0 }
        guard let id = ids.first ?? edges.lazy.map(\.id).first(where: { XMLText.unwritable($0) > 0 }) else { return }
        throw Problem(
            "network.id.character",
            Text(
                "De id “\(id.inShort)” heeft een stuurteken, en dat kan niet in \(format.label).",
                "The id “\(id.inShort)” holds a control character, which \(format.label) has no place for."),
            mend: Text("Kies een andere id, of een ander formaat.", "Choose another id, or another format."))
    }

    private static func replace(_ path: String, _ fill: (ByteSink) throws(Problem) -> Void) throws(Problem) {
        let draft = path + ".partial"
        do throws(Problem) {
            let sink = try ByteSink(path: draft)
            try fill(sink)
            try sink.finish()
        } catch {
            remove(draft)
            throw error
        }
        guard rename(draft, path) == 0 else {
            remove(draft)
            throw Problem.unwritable(path)
        }
    }

    /// What was begun is of no use; whether it goes does not change the answer.
    private static func remove(_ draft: String) { unlink(draft) }
}
