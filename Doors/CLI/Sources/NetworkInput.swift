import Ecosystems
import Foundation
import Kernel
import NetworkFiles
import NetworkMap

/// A network that a command is about: an ecosystem folder, or a file in any format that is known.
struct NetworkInput {
    let path: String
    /// Of edges in a table or blueprint that does not say.
    let direction: NetworkDirection
    let language: Language

    /// From how many bytes on it is told how far reading is.
    private static let large = 32_000_000

    /// Refuses a folder with errors, and whatever the format refuses.
    func read() throws -> NetworkReading {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let house = try House.open()
            let situation = try house.sound(path, language)
            let rights = house.catalogue.rights(.atTheMachine, situation)
            let reader = Reader(situation: situation, rights: rights, catalogue: house.catalogue)
            return NetworkReading(file: NetworkFile(reader, language: language))
        }
        do { return try NetworkFile.read(path: path, direction: direction, progress: progress()) } catch {
            throw error.naming(path)
        }
    }

    /// Tells on standard error each tenth of a large file; nil for one that is read at once.
    private func progress() -> ((Int) -> Void)? {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
        guard size > Self.large else { return nil }
        var next = 1
        let language = language
        return { count in
            let tenth = count * 10 / size
            guard tenth >= next else { return }
            next = tenth + 1
            let (read, all) = (count / 1_000_000, size / 1_000_000)
            Console.err(language == .nl ? "\(read) van \(all) MB gelezen" : "\(read) of \(all) MB read")
        }
    }
}

extension Refusal {
    /// The same, with the file before each place.
    fileprivate func naming(_ path: String) -> Refusal {
        .invalid(
            problems.map { problem in
                var problem = problem
                if problem.path.first != path { problem.path = [path] + problem.path }
                return problem
            })
    }
}
