import Foundation

/// Seconds that something took.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start).seconds
}

func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await work()
    return (ContinuousClock.now - start).seconds
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension [Double] {
    /// The one in the middle; of none, not a number.
    var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}

/// One measured figure beside its peer and its target.
func report(_ what: String, _ ratio: Double, _ target: String, holds: Bool, _ detail: String) {
    let number = String(format: "%.2f", ratio)
    print("\(holds ? "ok  " : "MISS") \(what): \(number) (target \(target)) · \(detail)")
}

func time(_ seconds: Double) -> String { String(format: "%.3f s", seconds) }

/// Resident memory of a process, or else of this one, in bytes, as the system counts it (Linux).
func residentMemory(of process: String = "self") -> Int { memory("VmRSS:", of: process) }

/// The most that a process has held so far, in bytes (Linux).
func peakMemory(of process: String) -> Int { memory("VmHWM:", of: process) }

private func memory(_ row: String, of process: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix(row) }),
        let kilobytes = Int(line.filter(\.isNumber))
    else { return 0 }
    return kilobytes * 1024
}
