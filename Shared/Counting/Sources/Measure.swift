import Kernel

/// What seats and votes weigh, as whole numbers of one unit, so that sums are exact: by weight, or each seat as one.
struct Measure {
    /// A unit is 1 over this.
    let denominator: Int
    /// Of each seat; 0 for one that has no vote.
    let seats: [Int]
    /// Of each vote that counts, in their order.
    let votes: [Int]
    let total: Int

    /// Larger totals are refused, so that products with counts still fit.
    static let most = 1 << 53

    /// Nil when the numbers are too large.
    init?(_ file: BallotFile, _ votes: Votes, byWeight: Bool) {
        let body = file.body
        var parts: [Int: Fraction] = [:]
        if !file.box.parts.isEmpty {
            for (index, ballot) in votes.ballots.enumerated() {
                let seat = Int(votes.seats[index])
                guard let part = file.box.parts[Int(ballot)], file.box.seats[Int(ballot)] == votes.seats[index] else {
                    continue
                }
                let held = body.weights[seat]
                guard let share = byWeight ? part : Fraction(held.bottom, over: held.top).flatMap({ part.times($0) })
                else { return nil }
                parts[index] = share
            }
        }
        let one = Fraction(1)
        guard let size = Self.unit(parts.values.map(\.bottom) + (byWeight ? body.weights.map(\.bottom) : [])) else {
            return nil
        }
        var (seats, all) = ([Int](), 0)
        seats.reserveCapacity(body.ids.count)
        for seat in body.ids.indices {
            guard let units = Self.units(byWeight ? body.weights[seat] : one, size) else { return nil }
            seats.append(body.votes[seat] ? units : 0)
            all += seats[seat]
            guard all < Self.most else { return nil }
        }
        var cast = [Int]()
        cast.reserveCapacity(votes.count)
        for index in 0..<votes.count {
            guard let part = parts[index] else {
                cast.append(seats[Int(votes.seats[index])])
                continue
            }
            guard let units = Self.units(part, size) else { return nil }
            cast.append(units)
        }
        (denominator, self.seats, self.votes, total) = (size, seats, cast, all)
    }

    func amount(_ units: Int) -> Fraction { Fraction(units, over: denominator) ?? Fraction(0) }

    private static func unit(_ bottoms: [Int]) -> Int? {
        var size = 1
        for bottom in bottoms where bottom != 1 && size % bottom != 0 {
            guard let next = Fraction.multiple(size, bottom), next < most else { return nil }
            size = next
        }
        return size
    }

    private static func units(_ weight: Fraction, _ size: Int) -> Int? {
        let product = weight.top.multipliedReportingOverflow(by: size / weight.bottom)
        return product.overflow || product.partialValue >= most ? nil : product.partialValue
    }
}

extension Fraction {
    /// A whole number, or the fraction as a text: exact either way.
    var value: Value { isWhole ? .whole(top) : .string(description) }
}
