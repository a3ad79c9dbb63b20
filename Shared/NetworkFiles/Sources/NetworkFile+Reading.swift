import Foundation
import Kernel

extension NetworkFile {
    /// Reads a network from a file, in the format that its name tells. Beside a table of edges `a.csv`, a table of nodes
    /// `a.nodes.csv` is read too when it is there. `progress` hears how many bytes have been read.
    /// `direction` is that of edges in a table or blueprint that does not say.
    ///
    /// Refuses what cannot be read, what is broken (with line and column), what is wrong (as much as possible at once), and what
    /// is larger than the limits allow, before it fills the memory.
    package static func read(
        path: String, direction: NetworkDirection = .undirected, limits: NetworkLimits = NetworkLimits(),
        progress: ((Int) -> Void)? = nil
    ) throws(Refusal) -> NetworkReading {
        let nodes = companion(of: path).flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        let assembly = NetworkAssembly(limits, impliesNodes: nodes == nil && path.lowercased().hasSuffix(".csv"))
        assembly.file.defaultDirection = direction
        do throws(Problem) {
            let format = try NetworkFormat(fileName: path)
            try checkSize(path, format, limits)
            if let nodes { try assembly.fill(try FileBytes(path: nodes), .csv) }
            if format == .kumu {
                try KumuReader.read(try whole(path), into: assembly)
            } else {
                try assembly.fill(try FileBytes(path: path), format, progress)
            }
        } catch {
            throw .invalid(assembly.problems + [error])
        }
        return try assembly.finish()
    }

    /// Reads a network that is in memory. `nodes` is a table of nodes beside one of edges.
    package static func read(
        _ bytes: [UInt8], _ format: NetworkFormat, nodes: [UInt8]? = nil, limits: NetworkLimits = NetworkLimits()
    ) throws(Refusal) -> NetworkReading {
        let assembly = NetworkAssembly(limits, impliesNodes: format == .csv && nodes == nil)
        do throws(Problem) {
            if format == .kumu {
                guard bytes.count <= limits.jsonBytes else { throw Problem.tooLarge(limits.jsonBytes) }
                try KumuReader.read(bytes, into: assembly)
            } else {
                if let nodes { try assembly.fill(GivenBytes(nodes), .csv) }
                try assembly.fill(GivenBytes(bytes), format)
            }
        } catch {
            throw .invalid(assembly.problems + [error])
        }
        return try assembly.finish()
    }

    /// Where the table of nodes beside a table of edges stands: `a.nodes.csv` beside `a.csv`. Nil for anything but a table of edges.
    package static func companion(of path: String) -> String? {
        let small = path.lowercased()
        guard small.hasSuffix(".csv"), !small.hasSuffix(".nodes.csv") else { return nil }
        return path.dropLast(4) + ".nodes.csv"
    }

    private static func checkSize(_ path: String, _ format: NetworkFormat, _ limits: NetworkLimits) throws(Problem) {
        let limit = format == .kumu ? limits.jsonBytes : limits.bytes
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType != .typeDirectory else { throw Problem.unreadable(path) }
            if let size = attributes[.size] as? NSNumber, size.intValue > limit { throw Problem.tooLarge(limit) }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem.unreadable(path)
        }
    }

    private static func whole(_ path: String) throws(Problem) -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
            throw Problem.unreadable(path)
        }
    }
}

extension NetworkAssembly {
    /// Reads all of a stream in a format that is read as it comes.
    fileprivate func fill(
        _ source: some ByteSource, _ format: NetworkFormat, _ progress: ((Int) -> Void)? = nil
    ) throws(Problem) {
        let window = ByteWindow(source, limits, progress: progress)
        switch format {
        case .csv: try CSVReader.read(window, into: self)
        case .gexf: try GEXFReader.read(window, into: self)
        case .graphML: try GraphMLReader.read(window, into: self)
        case .kumu: break
        }
    }
}
