/// The same as `PathSweep` for one source at a time and any number of shortest paths: where paths fork a thousand times in a row, there are more
/// of them than a floating number can hold. Slower, and seldom needed.
struct WidePaths {
    let out: Rows
    let into: Rows

    /// Adds to `sums`, for every node, its dependency of all other nodes to the source.
    func add(source: Int, to sums: borrowing Memory<Double>) {
        var steps = [Int32](repeating: -1, count: out.nodes)
        var paths = [Wide](repeating: Wide(), count: out.nodes)
        steps[source] = 0
        paths[source] = Wide(significand: 1)
        var found = [source]
        var next = 0
        while next < found.count {
            let node = found[next]
            next += 1
            for other in out.neighbours(node).map(Int.init) {
                if steps[other] < 0 {
                    steps[other] = steps[node] + 1
                    found.append(other)
                }
                if steps[other] == steps[node] + 1 { paths[other].add(paths[node]) }
            }
        }
        var dependency = [Double](repeating: 0, count: out.nodes)
        for node in found.reversed() where node != source {
            for other in into.neighbours(node).map(Int.init) where steps[other] == steps[node] - 1 {
                dependency[other] += paths[other].ratio(to: paths[node]) * (dependency[node] + 1)
            }
            sums[node] += dependency[node]
        }
    }

    /// A number that is not negative, with an exponent of its own.
    struct Wide {
        var significand = 0.0
        var exponent = 0

        mutating func add(_ other: Wide) {
            if other.significand == 0 { return }
            if significand == 0 {
                self = other
                return
            }
            let distance = other.exponent - exponent
            if distance > 60 {
                self = other
            } else if distance >= -60 {
                significand += Double(sign: .plus, exponent: distance, significand: other.significand)
            }
            exponent += Int(significand.exponent)
            significand = significand.significand
        }

        func ratio(to other: Wide) -> Double {
            let distance = max(-2000, min(2000, exponent - other.exponent))
            return Double(sign: .plus, exponent: distance, significand: significand / other.significand)
        }
    }
}
