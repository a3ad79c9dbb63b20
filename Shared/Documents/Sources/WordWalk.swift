/// The shortest way from one row of words to another by keeping, removing and adding (Myers, 1986).
struct WordWalk {
    private let old: [Substring]
    private let new: [Substring]
    private let bound: Int

    init(_ old: [Substring], _ new: [Substring], bound: Int) {
        self.old = old
        self.new = new
        self.bound = bound
    }

    /// Every word of both with its fate, in reading order.
    var steps: [(Substring, WordDifference.Fate)] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
            tail += 1
        }
        let (before, after) = (Array(old[start..<(old.count - tail)]), Array(new[start..<(new.count - tail)]))
        let middle =
            Self.walked(before, after, bound: bound)
            ?? before.map { ($0, .removed) } + after.map { ($0, .added) }
        return old[..<start].map { ($0, .kept) } + middle + old[(old.count - tail)...].map { ($0, .kept) }
    }

    /// Nil when more than so many words differ.
    private static func walked(
        _ old: [Substring], _ new: [Substring], bound: Int
    ) -> [(Substring, WordDifference.Fate)]? {
        let words = Numbered(old, new)
        var trace: [[Int]] = []
        var reached = [1: 0]
        for depth in 0...min(bound, old.count + new.count) {
            var row: [Int] = []
            for diagonal in stride(from: -depth, through: depth, by: 2) {
                let down = reached[diagonal + 1] ?? -1
                let right = reached[diagonal - 1].map { $0 + 1 } ?? -1
                var x = diagonal == -depth || (diagonal != depth && right <= down) ? down : right
                while x < old.count, x - diagonal < new.count, x - diagonal >= 0,
                    words.old[x] == words.new[x - diagonal]
                {
                    x += 1
                }
                reached[diagonal] = x
                row.append(x)
                if x >= old.count, x - diagonal >= new.count {
                    return back(old, new, trace)
                }
            }
            trace.append(row)
        }
        return nil
    }

    /// From the end to the beginning along the rows of how far each depth came.
    private static func back(
        _ old: [Substring], _ new: [Substring], _ trace: [[Int]]
    ) -> [(Substring, WordDifference.Fate)] {
        var steps: [(Substring, WordDifference.Fate)] = []
        var (x, y) = (old.count, new.count)
        for depth in stride(from: trace.count, to: 0, by: -1) {
            let row = trace[depth - 1]
            func far(_ diagonal: Int) -> Int {
                let index = (diagonal + depth - 1) / 2
                return (diagonal + depth - 1) % 2 == 0 && row.indices.contains(index) ? row[index] : -1
            }
            let diagonal = x - y
            let (down, right) = (far(diagonal + 1), far(diagonal - 1))
            let isDown = diagonal == -depth || (diagonal != depth && right + 1 <= down)
            let startX = isDown ? down : right
            let startY = startX - (isDown ? diagonal + 1 : diagonal - 1)
            while x > startX + (isDown ? 0 : 1), y > startY + (isDown ? 1 : 0) {
                (x, y) = (x - 1, y - 1)
                steps.append((old[x], .kept))
            }
            if isDown {
                y -= 1
                steps.append((new[y], .added))
            } else {
                x -= 1
                steps.append((old[x], .removed))
            }
        }
        while x > 0, y > 0 {
            (x, y) = (x - 1, y - 1)
            steps.append((old[x], .kept))
        }
        return steps.reversed()
    }

    /// Words as numbers, which are quicker to compare.
    private struct Numbered {
        let old: [Int]
        let new: [Int]

        init(_ old: [Substring], _ new: [Substring]) {
            var numbers: [Substring: Int] = [:]
            func number(_ word: Substring) -> Int {
                if let known = numbers[word] { return known }
                numbers[word] = numbers.count
                return numbers.count - 1
            }
            self.old = old.map(number)
            self.new = new.map(number)
        }
    }
}
