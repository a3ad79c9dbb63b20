import Foundation
import MethodLibrary

// Prints each figure as a ratio beside its peer, measured in the same run. Arguments choose: appends, replay, platform,
// pages, papers, bundle, start, norms, may, network, layout, network-files, ballots, votes, responsibilities; none: all.
let wanted = Set(CommandLine.arguments.dropFirst())
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stelsel-bench-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let standard = Library.standardFolder(near: CommandLine.arguments[0], environment: ProcessInfo.processInfo.environment)
let methods = try standard.map { try Library.load(folder: $0) } ?? Library()
if wanted.isEmpty || wanted.contains("appends") { try await Appends.measure(in: folder) }
if wanted.isEmpty || wanted.contains("platform") { try await Platform.measure(in: folder, methods: methods) }
if wanted.isEmpty || wanted.contains("replay") { try await Replays.measure(in: folder) }
if wanted.isEmpty || wanted.contains("pages") { try await Pages.measure(in: folder) }
if wanted.isEmpty || wanted.contains("papers") { try await Papers.measure(in: folder, methods: methods) }
if wanted.isEmpty || wanted.contains("bundle") { try await Bundles.measure(in: folder, methods: methods) }
if wanted.isEmpty || wanted.contains("start") { try await Starts.measure(in: folder) }
if wanted.isEmpty || wanted.contains("norms") { try await NormsWatched.measure(in: folder, methods: methods) }
if wanted.isEmpty || wanted.contains("may") { try await Decisions.measure(in: folder) }
if wanted.isEmpty || wanted.contains("network") { try NetworkFigures.measure(in: folder) }
if wanted.isEmpty || wanted.contains("layout") { try LayoutFigure.measure(in: folder) }
if wanted.isEmpty || wanted.contains("network-files") { try NetworkFileSpeed.measure(in: folder) }
if wanted.isEmpty || wanted.contains("ballots") { try Ballots.measure(in: folder) }
if wanted.isEmpty || wanted.contains("votes") { try await Votes.measure(in: folder, methods: methods) }
if wanted.isEmpty || wanted.contains("responsibilities") {
    try await DivisionFigures.measure(in: folder, methods: methods)
}
