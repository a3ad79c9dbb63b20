import Kernel

/// Whether a rule can work for this body: a threshold that can be reached, a quorum that the body can make up.
struct RuleCheck {
    let file: BallotFile
    let complaints: Complaints

    var rule: Rule { file.rule }

    func check() {
        thresholds()
        quorum()
        if rule.method == .doubleMajority { majorities() }
        parts()
        tie()
        lot()
    }

    private func thresholds() {
        if rule.method == .qualified && rule.threshold == nil {
            complaints.add(.neededFor(.qualified, "threshold", "\"threshold\": \"2/3\""))
        }
        if let threshold = rule.threshold {
            share(threshold, reached: rule.isReached(threshold), at: ["rule", "threshold"])
        }
        if rule.method == .unanimity, rule.threshold != nil {
            complaints.add(
                .notFor(
                    .unanimity, "threshold",
                    Text("Bij unanimiteit is de drempel altijd alles.", "With unanimity the threshold is always all.")))
        }
        if let most = rule.standAsides, most < Fraction(0) || most > Fraction(1) {
            complaints.add(.noThreshold(most, at: ["rule", "standAsides"]))
        }
    }

    private func share(_ threshold: Fraction, reached: Rule.Reached, at path: [String]) {
        if threshold <= Fraction(0) { return complaints.add(.noThreshold(threshold, at: path)) }
        if threshold > Fraction(1) {
            complaints.add(
                .neverPasses(Text("\(threshold) is meer dan alles", "\(threshold) is more than all"), at: path))
        } else if threshold == Fraction(1), reached == .moreThan {
            complaints.add(.neverPasses(Text("meer dan alles bestaat niet", "there is no more than all"), at: path))
        }
    }

    private func quorum() {
        guard let quorum = rule.quorum else { return }
        let path = ["rule", "quorum"]
        if let fraction = quorum.fraction {
            let place = path + ["fraction"]
            if fraction <= Fraction(0) { complaints.add(.noThreshold(fraction, at: place)) }
            if fraction > Fraction(1) || fraction == Fraction(1) && quorum.reached == .moreThan {
                complaints.add(.quorumOfMoreThanAll(fraction, exceeded: quorum.reached == .moreThan, at: place))
            }
        }
        if let number = quorum.number, Fraction(number) > held(quorum.of) {
            complaints.add(.quorum(String(number), held(quorum.of).inWords, at: path + ["number"]))
        }
        if let within = quorum.within {
            if quorum.of != .groups {
                complaints.add(
                    .notFor(rule.method, "quorum", Text("“within” hoort bij groepen.", "“within” goes with groups.")))
            }
            share(within, reached: .atLeast, at: path + ["within"])
        }
        if quorum.of == .groups, file.body.groups.isEmpty {
            complaints.add(.noGroup("", known: [], at: path + ["of"]))
        }
        if quorum.countsPresent, file.body.presence.allSatisfy({ $0 == .unknown }) { complaints.add(.noPresence) }
    }

    private func held(_ measure: Rule.Quorum.Measure) -> Fraction {
        switch measure {
        case .seats: Fraction(file.body.voters)
        case .groups: Fraction(file.body.groups.count)
        case .weight:
            file.body.voters(in: nil).reduce(Fraction(0) as Fraction?) { $0?.plus(file.body.weights[$1]) }
                ?? Fraction(.max)
        }
    }

    private func majorities() {
        if rule.majorities.isEmpty, file.body.groups.isEmpty {
            complaints.add(
                .neededFor(.doubleMajority, "majorities", "\"majorities\": [{\"group\": \"a\"}, {\"group\": \"b\"}]"))
        }
        for (position, majority) in rule.majorities.enumerated() {
            let path = ["rule", "majorities", String(position)]
            share(majority.threshold, reached: majority.reached, at: path + ["threshold"])
            guard let name = majority.group else { continue }
            if file.body.group(named: name).map({ file.body.voters(in: $0).isEmpty }) ?? true {
                complaints.add(.noGroup(name, known: file.body.groups, at: path + ["group"]))
            }
        }
    }

    /// What belongs to some methods only.
    private func parts() {
        let needsOptions = [.approval, .score, .dots, .irv, .stv, .schulze].contains(rule.method)
        if needsOptions, file.options.isEmpty {
            complaints.add(
                .missingKey("options", at: [], Text("Noem wat er te kiezen is.", "Name what there is to choose.")))
        }
        if !rule.majorities.isEmpty, rule.method != .doubleMajority {
            complaints.add(
                .notFor(rule.method, "majorities", Text("Gebruik “doubleMajority”.", "Use “doubleMajority”.")))
        }
        if rule.method == .dots, rule.dots == nil {
            complaints.add(.neededFor(.dots, "dots", "\"dots\": {\"each\": 5}"))
        }
        if rule.places > 1 {
            if !rule.method.canFillPlaces {
                complaints.add(
                    .notFor(
                        rule.method, "places",
                        Text(
                            "Voor meer plaatsen: stv, schulze, approval of score.",
                            "For several places: stv, schulze, approval or score.")))
            } else if rule.places > file.options.count {
                complaints.add(
                    .neverPasses(
                        Text(
                            "er zijn \(rule.places) plaatsen en \(file.options.count) opties",
                            "there are \(rule.places) places and \(file.options.count) options"),
                        at: ["rule", "places"]))
            }
        }
        if let low = rule.lowestScore, let high = rule.highestScore, low >= high {
            complaints.add(.noThreshold(high, at: ["rule", "scale", "highest"]))
        }
    }
}
