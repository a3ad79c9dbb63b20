import GRDB

extension LogIndex {
    /// The last sequence of every ecosystem.
    func lastSequences() throws -> [String: Int] {
        let indexed = try Prepared(
            db,
            """
            WITH RECURSIVE found (name) AS (
              SELECT min(ecosystem) FROM place
              UNION ALL SELECT (SELECT min(ecosystem) FROM place WHERE ecosystem > name)
              FROM found WHERE name IS NOT NULL
            )
            SELECT name, (SELECT max(sequence) FROM place WHERE ecosystem = name)
            FROM found WHERE name IS NOT NULL
            """)
        let recent = try Prepared(
            db, "SELECT ecosystem, max(sequence) FROM entry WHERE leaf >= ?1 GROUP BY ecosystem")
        recent.bind(openChapter, at: 1)
        var last: [String: Int] = [:]
        for rows in [indexed, recent] {
            defer { rows.reset() }
            while try rows.next() { last[rows.text(0)] = rows.int(1) }
        }
        return last
    }

    /// The last sequence recorded at or before a moment, 0 when there was none yet.
    func lastSequence(of ecosystem: String, atOrBefore moment: Int64) throws -> Int {
        let recent = try Prepared(
            db,
            """
            SELECT sequence FROM entry WHERE leaf >= ?3 AND ecosystem = ?1 AND recorded_at <= ?2
            ORDER BY leaf DESC LIMIT 1
            """)
        let indexed = try Prepared(
            db,
            """
            SELECT place.sequence FROM place CROSS JOIN entry USING (leaf)
            WHERE place.ecosystem = ?1 AND entry.recorded_at <= ?2 ORDER BY place.sequence DESC LIMIT 1
            """)
        recent.bind(openChapter, at: 3)
        for rows in [recent, indexed] {
            defer { rows.reset() }
            rows.bind(ecosystem, at: 1)
            rows.bind(Int(moment), at: 2)
            if try rows.next() { return rows.int(0) }
        }
        return 0
    }
}
