import Kernel

/// How equals are told apart: by lot, by the chair, or not at all.
struct TieBreak {
    private let file: BallotFile
    let lot: Lot?
    /// Where the chair's ballot ranks each option; lower is better.
    private let chair: [Int]?
    private let chairCast: BallotBox.Mark?

    /// - Parameter names: what a lot is drawn among.
    init(_ file: BallotFile, _ votes: Votes, among names: [String]) {
        self.file = file
        lot = file.rule.tie == .lot ? file.rule.lot.map { Lot(seed: $0.seed, options: names) } : nil
        let seat = file.rule.chair.flatMap(file.body.index)
        let own = seat.map { seat in votes.seats.indices.filter { Int(votes.seats[$0]) == seat } } ?? []
        guard file.rule.tie == .chair, own.count == 1 else {
            (chair, chairCast) = (nil, nil)
            return
        }
        let ballot = Int(votes.ballots[own[0]])
        let mark = file.box.marks[ballot]
        chairCast = mark == .yes || mark == .no ? mark : nil
        chair = Self.order(file, ballot, mark)
    }

    private static func order(_ file: BallotFile, _ ballot: Int, _ mark: BallotBox.Mark) -> [Int]? {
        let count = file.options.count
        switch mark {
        case .ranking: return file.box.ranks(ballot, options: count)
        case .choices:
            var ranks = [Int](repeating: 1, count: count)
            for option in file.box.options(ballot) { ranks[option] = 0 }
            return ranks
        case .scores, .dots:
            let range = file.box.range(ballot)
            var points = [Fraction](repeating: Fraction(0), count: count)
            for place in range { points[Int(file.box.content[place])] = file.box.points[place] }
            let steps = Set(points).sorted(by: >)
            return points.map { steps.firstIndex(of: $0) ?? steps.count }
        case .none, .yes, .no, .abstain, .blank: return nil
        }
    }

    private var seed: String { (file.rule.lot?.seed ?? "").inShort }

    /// What a tie ends in: options that win, or nobody and why.
    enum Ending {
        case options([Int], Text)
        case stays(Text)
        case open(Text)
    }

    /// Who of the equals get the last places.
    func best(_ places: Int, of tied: [Int]) -> Ending {
        let names = tied.map { file.options[$0].words }.joined()
        let equal = Text("Gelijk: \(names.nl).", "Equal: \(names.en).")
        switch file.rule.tie {
        case .lot?:
            guard let lot else { return .open(equal) }
            let drawn = tied.sorted { lot.place(of: file.options[$0].id) < lot.place(of: file.options[$1].id) }
            let won = Array(drawn.prefix(places))
            let words = won.map { file.options[$0].words }.joined()
            return .options(
                won,
                equal
                    + Text(
                        " Het lot met zaad “\(seed)” wijst aan: \(words.nl).",
                        " The lot with seed “\(seed)” points to \(words.en)."))
        case .chair?:
            guard let won = chairs(places, of: tied) else {
                return .open(equal + Text(" De voorzitter moet beslissen.", " The chair has to decide."))
            }
            let words = won.map { file.options[$0].words }.joined()
            return .options(
                won,
                equal
                    + Text(
                        " De stem van de voorzitter beslist: \(words.nl).", " The chair's vote decides: \(words.en)."))
        case .statusQuo?:
            guard let id = file.rule.statusQuo, places == 1,
                let option = file.options.firstIndex(where: { $0.id == id })
            else { return .stays(equal + Text(" Alles blijft zoals het is.", " Things stay as they are.")) }
            let words = file.options[option].words
            return .options(
                [option],
                equal + Text(" Het blijft zoals het is: \(words.nl).", " Things stay as they are: \(words.en)."))
        case nil:
            return .open(
                equal + Text(" De regel zegt niet wie dan beslist.", " The rule does not say who decides then."))
        }
    }

    /// Who of the equals comes last; nil when lot and chair do not say.
    func worst(of tied: [Int]) -> (option: Int, why: Text)? {
        if let lot, let last = tied.max(by: { lot.place(of: file.options[$0].id) < lot.place(of: file.options[$1].id) })
        {
            return (last, Text("door het lot", "by lot"))
        }
        guard let chair, let worst = tied.map({ chair[$0] }).max(), tied.count(where: { chair[$0] == worst }) == 1,
            let option = tied.first(where: { chair[$0] == worst })
        else { return nil }
        return (option, Text("door de stem van de voorzitter", "by the chair's vote"))
    }

    /// Whether a proposal with as many for as against is adopted; nil when nobody says.
    func adopts() -> (isAdopted: Bool?, why: Text) {
        switch file.rule.tie {
        case .lot?:
            guard let first = lot?.order.first?.option else { return (nil, Text()) }
            let words = first == "for" ? Text("voor", "for") : Text("tegen", "against")
            return (
                first == "for",
                Text(
                    "Het lot met zaad “\(seed)” wijst aan: \(words.nl).",
                    "The lot with seed “\(seed)” points to: \(words.en).")
            )
        case .chair?:
            let cast: Bool? =
                switch file.castingVote {
                case "for"?: true
                case "against"?: false
                default: chairCast.map { $0 == .yes }
                }
            guard let cast else { return (nil, Text("De voorzitter moet beslissen.", "The chair has to decide.")) }
            let words = cast ? Text("voor", "for") : Text("tegen", "against")
            return (
                cast, Text("De stem van de voorzitter beslist: \(words.nl).", "The chair's vote decides: \(words.en).")
            )
        case .statusQuo?: return (false, Text("Alles blijft zoals het is.", "Things stay as they are."))
        case nil: return (nil, Text("De regel zegt niet wie dan beslist.", "The rule does not say who decides then."))
        }
    }

    private func chairs(_ places: Int, of tied: [Int]) -> [Int]? {
        if places == 1, let vote = file.castingVote, let option = tied.first(where: { file.options[$0].id == vote }) {
            return [option]
        }
        guard let chair else { return nil }
        let sorted = tied.sorted { (chair[$0], $0) < (chair[$1], $1) }
        guard places < sorted.count, chair[sorted[places - 1]] < chair[sorted[places]] else { return nil }
        return Array(sorted.prefix(places))
    }
}
