import Kernel

/// Who votes for whom: no chain, no loop, no more than the rule allows.
struct ProxyCheck {
    let file: BallotFile
    let complaints: Complaints
    /// Of every seat for which another votes: where the file says so.
    private let places: [Int: [String]]

    init(file: BallotFile, complaints: Complaints) {
        self.file = file
        self.complaints = complaints
        var places: [Int: [String]] = [:]
        for (position, delegation) in file.delegations.enumerated() {
            places[delegation.from] = ["delegations", String(position), "to"]
        }
        for ballot in file.box.proxies.keys.sorted(by: >) {
            places[Int(file.box.seats[ballot])] = ["ballots", String(file.box.entries[ballot]), "by"]
        }
        self.places = places
    }

    func check() {
        let listed = delegations()
        var proxies = listed
        for (ballot, proxy) in file.box.proxies.sorted(by: { $0.key < $1.key }) {
            let seat = Int(file.box.seats[ballot])
            let path = ["ballots", String(file.box.entries[ballot]), "by"]
            if !file.delegations.isEmpty, listed[seat] != Int(proxy) {
                complaints.add(.unlisted(file.body.ids[seat], file.body.ids[Int(proxy)], at: path))
            }
            proxies[seat] = Int(proxy)
        }
        passedOn(proxies)
        tooMany(proxies)
    }

    private func delegations() -> [Int: Int] {
        var proxies: [Int: Int] = [:]
        for (position, delegation) in file.delegations.enumerated() {
            let path = ["delegations", String(position)]
            if let other = proxies.updateValue(delegation.to, forKey: delegation.from), other != delegation.to {
                complaints.add(.delegatesTwice(file.body.ids[delegation.from], at: path))
            }
            if !file.body.votes[delegation.from] {
                complaints.add(.observer(file.body.ids[delegation.from], at: path + ["from"]))
            }
        }
        return proxies
    }

    private func passedOn(_ proxies: [Int: Int]) {
        var told: Set<Int> = []
        for (seat, proxy) in proxies.sorted(by: { $0.key < $1.key }) {
            guard !told.contains(seat), let next = proxies[proxy] else { continue }
            let ids = { (seats: [Int]) in seats.map { file.body.ids[$0] } }
            if let loop = loop(from: seat, proxies) {
                if told.isDisjoint(with: loop) {
                    complaints.add(.proxy(ids(loop), isLoop: true, at: places[loop[0]] ?? []))
                }
                told.formUnion(loop)
            } else {
                complaints.add(.proxy(ids([seat, proxy, next]), isLoop: false, at: places[seat] ?? []))
            }
        }
    }

    /// The round that a seat is part of, ending where it began; nil when it is part of none.
    private func loop(from start: Int, _ proxies: [Int: Int]) -> [Int]? {
        var round = [start]
        var at = start
        while let next = proxies[at], round.count <= 100 {
            round.append(next)
            if next == start { return round }
            at = next
        }
        return nil
    }

    private func tooMany(_ proxies: [Int: Int]) {
        guard let most = file.rule.mostProxies else { return }
        let held = proxies.reduce(into: [Int: Int]()) { $0[$1.value, default: 0] += 1 }
        for (proxy, count) in held.sorted(by: { $0.key < $1.key }) where count > most {
            complaints.add(.proxies(file.body.ids[proxy], count, most: most))
        }
    }
}
