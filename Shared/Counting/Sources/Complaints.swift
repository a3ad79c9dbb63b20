import Kernel

/// Everything that is wrong with a file, up to a hundred; how many more there are is said too.
final class Complaints {
    private(set) var problems: [Problem] = []
    private var more = 0
    private static let most = 100

    var isEmpty: Bool { problems.isEmpty }

    func add(_ problem: Problem) {
        if problems.count < Self.most { problems.append(problem) } else { more += 1 }
    }

    /// Throws when there is anything to say.
    func refuse() throws(Refusal) {
        guard !problems.isEmpty else { return }
        guard more > 0 else { throw .invalid(problems) }
        throw .invalid(
            problems + [
                Problem(
                    "problem.more", Text("En nog \(more) fouten.", "And \(more) more problems."),
                    mend: Text("Verbeter eerst wat hierboven staat.", "Mend what stands above first."))
            ])
    }
}

extension Sequence<String> {
    /// The name that was most likely meant; nil when none is near.
    func nearest(to name: String) -> String? {
        guard name.utf8.count <= 60 else { return nil }
        let wanted = name.lowercased()
        let found = map { (name: $0, steps: $0.lowercased().steps(to: wanted)) }
            .min { ($0.steps, $0.name) < ($1.steps, $1.name) }
        guard let found, found.steps <= Swift.max(1, wanted.count / 3) else { return nil }
        return found.name
    }
}

extension String {
    /// How many letters must be put in, left out, replaced or swapped with the next to get the other text.
    fileprivate func steps(to other: String) -> Int {
        let (left, right) = (Array(self), Array(other))
        var (before, row) = ([Int](), Array(0...right.count))
        for i in left.indices {
            var next = [i + 1]
            for j in right.indices {
                var least = Swift.min(row[j + 1] + 1, next[j] + 1, row[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = Swift.min(least, before[j - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
