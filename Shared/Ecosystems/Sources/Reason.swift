import Kernel

/// What somebody says of why something was changed; it stands in the history for ever.
package enum Reason {
    /// How many characters fit.
    package static let longest = 1_000

    static func check(_ reason: String) throws(Refusal) {
        guard let problem = Problem.inText(reason, longest: longest) else { return }
        throw .invalid([problem.under("reason")])
    }
}
