import Kernel
import MethodLibrary
import Parties

/// Runs one query over the columns of a table.
struct EvidenceSearch {
    private let query: NormRule.Evidence
    private let table: EvidenceTable
    private let codes: WordCodes
    private let party: EvidenceTable.Column?
    private let counterparty: EvidenceTable.Column?
    private let about: EvidenceTable.Column?
    private let days: [EvidenceTable.Span]?
    private let amounts: [Int]?

    init(_ query: NormRule.Evidence, in table: EvidenceTable, codes: WordCodes) {
        self.query = query
        self.table = table
        self.codes = codes
        party = table.words[query.party]
        counterparty = table.words[query.counterparty]
        about = table.words[query.about]
        days = table.days[query.day]
        amounts = table.amounts[query.amount]
    }

    var found: FoundEvidence {
        var byParty: [Int32: [EvidenceItem]] = [:]
        for row in rows {
            let item = item(row)
            guard let party else {
                byParty[WordCodes.none, default: []].append(item)
                continue
            }
            if party.codes[Int(row)] != WordCodes.none { byParty[party.codes[Int(row)], default: []].append(item) }
            for code in party.lists.isEmpty ? [] : Set(party.lists[row] ?? []) {
                byParty[code, default: []].append(item)
            }
        }
        for key in byParty.keys {
            byParty[key]?.sort(by: table.precedes)
        }
        return FoundEvidence(table: table, byParty: byParty, namesParty: party != nil)
    }

    private func item(_ row: Int32) -> EvidenceItem {
        let span = days?[Int(row)] ?? .none
        return EvidenceItem(
            row: row, day: span.from, until: span.until, amount: amounts?[Int(row)] ?? EvidenceTable.noAmount,
            counterparty: counterparty?.codes[Int(row)] ?? WordCodes.none,
            about: about?.codes[Int(row)] ?? WordCodes.none)
    }

    /// The rows that match; begins with the condition that the fewest rows meet.
    private var rows: [Int32] {
        var tests: [(Int32) -> Bool] = []
        var candidates: [Int32]?
        for match in query.matching {
            if !match.above.isEmpty {
                let (limit, numbers) = (Money.cents(match.above) ?? .max, table.amounts[match.field] ?? [])
                tests.append { numbers[Int($0)] > limit }
            } else if let column = table.words[match.field] {
                if match.value.isEmpty {
                    tests.append { column.codes[Int($0)] != WordCodes.none || column.lists[$0]?.isEmpty == false }
                    continue
                }
                guard let code = codes.known(match.value), let rows = column.rows[code] else { return [] }
                if rows.count < candidates?.count ?? .max { candidates = rows }
                tests.append { column.has(code, at: $0) }
            }
        }
        if let test = mandateTest { tests.append(test) }
        // A dated query finds nothing in a record without its day.
        if let days { tests.append { !days[Int($0)].isNone } }
        let all = candidates ?? (0..<Int32(table.ids.count)).map { $0 }
        return all.filter { row in tests.allSatisfy { $0(row) } }
    }

    /// A revoked mandate covers nothing. One that must be given anew did cover what was done before.
    private var mandateTest: ((Int32) -> Bool)? {
        guard table.kind == Mandate.naming.plural, let column = table.words["state"],
            let revoked = codes.known(Mandate.State.revoked.rawValue)
        else { return nil }
        return { !column.has(revoked, at: $0) }
    }
}
