import Kernel

/// Whether scores stay on the scale, and dots within what each ballot may give.
struct PointsCheck {
    let file: BallotFile
    let complaints: Complaints

    func check() {
        for ballot in 0..<file.box.count {
            switch file.box.marks[ballot] {
            case .scores where file.rule.method == .score: scores(ballot)
            case .dots where file.rule.method == .dots, .scores where file.rule.method == .dots: dots(ballot)
            default: break
            }
        }
    }

    private func path(_ ballot: Int, _ key: String) -> [String] { ["ballots", String(file.box.entries[ballot]), key] }

    private func scores(_ ballot: Int) {
        for place in file.box.range(ballot) {
            let score = file.box.points[place]
            let isLow = file.rule.lowestScore.map { score < $0 } ?? false
            guard isLow || file.rule.highestScore.map({ score > $0 }) ?? false else { continue }
            let option = file.options[Int(file.box.content[place])].id
            let scale = "\(file.rule.lowestScore?.description ?? "…")–\(file.rule.highestScore?.description ?? "…")"
            complaints.add(
                .points(
                    Text(
                        "De score \(score) ligt niet op de schaal \(scale).",
                        "The score \(score) is not on the scale \(scale)."),
                    "score.scale", at: path(ballot, "scores") + [option],
                    Text("Geef een score op de schaal.", "Give a score on the scale.")))
        }
    }

    private func dots(_ ballot: Int) {
        guard let each = file.rule.dots else { return }
        let given = file.box.points[file.box.range(ballot)]
        let mend = Text(
            "Verdeel hele stippen, hoogstens zoveel als mag.", "Divide whole dots, at most as many as allowed.")
        let sum = given.reduce(Fraction(0) as Fraction?) { $0?.plus($1) }
        if given.contains(where: { !$0.isWhole || $0 < Fraction(0) }) {
            complaints.add(
                .points(
                    Text("Stippen zijn hele getallen vanaf 0.", "Dots are whole numbers from 0."), "dots.whole",
                    at: path(ballot, "dots"), mend))
        } else if sum.map({ $0 > Fraction(each) }) ?? true {
            complaints.add(
                .points(
                    Text(
                        "Dit biljet geeft \(sum?.inWords ?? "te veel") stippen; het mogen er \(each) zijn.",
                        "This ballot gives \(sum?.inWords ?? "too many") dots; \(each) are allowed."),
                    "dots.many", at: path(ballot, "dots"), mend))
        } else if let most = file.rule.dotsPerOption, given.contains(where: { $0 > Fraction(most) }) {
            complaints.add(
                .points(
                    Text(
                        "Een optie krijgt hier meer dan \(most) stippen.", "An option gets more than \(most) dots here."
                    ),
                    "dots.option", at: path(ballot, "dots"), mend))
        }
    }
}
