import Ecosystems
import Kernel
import MethodLibrary

/// The records of one kind as columns: only the fields that norms ask for, read once.
final class EvidenceTable {
    /// From a day until and including a day; a single day is both.
    struct Span {
        static let none = Span(from: .min, until: .min)
        static let always = Span(from: .min, until: .max)
        var from: Int32
        var until: Int32

        var isNone: Bool { from == .min && until == .min }
    }

    /// One word in each row, or several in some.
    final class Column {
        var codes: [Int32] = []
        var lists: [Int32: [Int32]] = [:]
        /// The rows in which a word stands; made when it is first asked for.
        lazy var rows: [Int32: [Int32]] = {
            var rows: [Int32: [Int32]] = [:]
            for (row, code) in codes.enumerated() where code != WordCodes.none {
                rows[code, default: []].append(Int32(row))
            }
            for (row, list) in lists.sorted(by: { $0.key < $1.key }) {
                for code in Set(list) { rows[code, default: []].append(row) }
            }
            return rows
        }()

        func has(_ code: Int32, at row: Int32) -> Bool {
            codes[Int(row)] == code || (!lists.isEmpty && lists[row]?.contains(code) == true)
        }
    }

    static let noAmount = Int.min
    /// The field that says when something in the future was announced.
    static let announcement = "given"

    /// By row: the words by which others name it, as `kind/id` and as its id; -2 while nobody asked.
    private var names: [(Int32, Int32)] = []

    /// The words by which others name a record, as far as anybody does; `WordCodes.none` otherwise.
    func names(of row: Int32, _ codes: WordCodes) -> (Int32, Int32) {
        if names.isEmpty { names = Array(repeating: (-2, -2), count: ids.count) }
        let known = names[Int(row)]
        guard known.0 == -2 else { return known }
        let id = ids[Int(row)]
        let found = (codes.known("\(kind)/\(id)") ?? WordCodes.none, codes.known(id) ?? WordCodes.none)
        names[Int(row)] = found
        return found
    }

    /// Whether what a row announces was known on a day.
    func isAnnounced(_ row: Int32, by day: Day) -> Bool {
        guard let announced = days[Self.announcement]?[Int(row)], !announced.isNone else { return true }
        return Int(announced.from) <= day.number
    }

    /// By day and then by id: the order of rows is not stable.
    func precedes(_ one: EvidenceItem, _ two: EvidenceItem) -> Bool {
        one.day == two.day ? ids[Int(one.row)] < ids[Int(two.row)] : one.day < two.day
    }

    /// Its ids, for links.
    private(set) lazy var rows = EvidenceRows(kind: kind, ids: ids)

    let kind: String
    private(set) var ids: [String] = []
    private(set) var words: [String: Column] = [:]
    private(set) var days: [String: [Span]] = [:]
    private(set) var amounts: [String: [Int]] = [:]

    convenience init(_ state: EcosystemState, kind: String, fields: EvidenceFields, codes: WordCodes) {
        self.init(kind: kind)
        if kind == Act.naming.plural, fields.fitActs {
            read(state[Act.self], fields, codes)
        } else if let table = state.table(kind) {
            read(table, fields, codes)
        }
    }

    private init(kind: String) { self.kind = kind }

    private func read(_ table: any RecordTable, _ fields: EvidenceFields, _ codes: WordCodes) {
        ids.reserveCapacity(table.count)
        let wordFields = fields.words.sorted(), dayFields = fields.days.sorted(), amountFields = fields.amounts.sorted()
        let columns = wordFields.map { _ in Column() }
        var spans = dayFields.map { _ in [Span]() }
        var numbers = amountFields.map { _ in [Int]() }
        // A period that is not filled in is open at both ends; a day that is not filled in is no day.
        let empty = dayFields.map { table.shape(of: $0) == .period ? Span.always : .none }
        let counts = (wordFields.count, wordFields.count + dayFields.count)
        table.forEach(reading: wordFields + dayFields + amountFields) { id, values in
            ids.append(id)
            for (index, column) in columns.enumerated() { column.add(values[index], codes) }
            for index in spans.indices {
                let value = values[counts.0 + index]
                spans[index].append(value.isNull ? empty[index] : Span(value))
            }
            for index in numbers.indices { numbers[index].append(Self.hundredths(values[counts.1 + index])) }
        }
        words = Dictionary(uniqueKeysWithValues: zip(wordFields, columns))
        days = Dictionary(uniqueKeysWithValues: zip(dayFields, spans))
        amounts = Dictionary(uniqueKeysWithValues: zip(amountFields, numbers))
    }

    /// Acts are most of the evidence, so they are read by their own fields instead of by name; the outcome is the same.
    private func read(_ acts: Table<Act>, _ fields: EvidenceFields, _ codes: WordCodes) {
        let wordFields = fields.words.sorted()
        let readers = wordFields.compactMap { Act.words[$0] }
        let columns = readers.map { _ in Column() }
        var spans: [Span] = []
        var numbers: [Int] = []
        ids.reserveCapacity(acts.count)
        spans.reserveCapacity(acts.count)
        numbers.reserveCapacity(acts.count)
        for act in acts.records {
            ids.append(act.id.rawValue)
            for (column, read) in zip(columns, readers) {
                let word = read(act)
                column.codes.append(word.isEmpty ? WordCodes.none : codes.code(word))
            }
            spans.append(Span(act.on))
            numbers.append(act.amount.map { $0.currency == "EUR" ? $0.cents : Self.noAmount } ?? Self.noAmount)
        }
        words = Dictionary(uniqueKeysWithValues: zip(wordFields, columns))
        for field in fields.days { days[field] = spans }
        for field in fields.amounts { amounts[field] = numbers }
    }

    /// Amounts in another currency than the euro are not counted.
    private static func hundredths(_ value: Value) -> Int {
        switch value {
        case .whole(let number): return number * 100
        case .number(let number): return Int((number * 100).rounded())
        case .string(let text): return Money.cents(text) ?? noAmount
        case .map(let entries):
            guard entries["currency"].flatMap(\.string) ?? "EUR" == "EUR" else { return noAmount }
            return hundredths(entries["amount"] ?? .null)
        default: return noAmount
        }
    }
}
