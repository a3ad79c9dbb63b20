import Ecosystems

extension Reader {
    /// May the caller know about this event? Only when they may see what it is about.
    package func maySee(_ item: HistoryItem) -> Bool {
        guard let kind = catalogue.kind(item.kind) else { return item.kind.isEmpty || rights.seesEverything }
        if sees(kind) { return true }
        if kind.isConfidential { return values(kind, item.id) != nil }
        guard canRead(kind) else { return false }
        return state.table(kind.plural)?.contains(item.id) != true || values(kind, item.id) != nil
    }
}
