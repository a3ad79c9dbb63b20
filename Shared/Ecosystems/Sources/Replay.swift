import Kernel
import Ledger

/// Makes a state out of the log, from the nearest snapshot that may be used.
package struct Replay {
    let ledger: LedgerStore
    let catalogue: Catalogue

    package init(ledger: LedgerStore, catalogue: Catalogue) {
        self.ledger = ledger
        self.catalogue = catalogue
    }

    /// The state after `through`, or after everything. `fromZero` ignores snapshots.
    package func state(of id: String, through: Int? = nil, fromZero: Bool = false) throws -> EcosystemState {
        var state = catalogue.emptyState(id)
        if !fromZero,
            let snapshot = try ledger.latestSnapshot(
                ecosystem: id, format: StateSnapshot.format, atOrBefore: through),
            let kept = StateSnapshot.state(id: id, from: snapshot.bytes, catalogue: catalogue),
            kept.sequence == snapshot.sequence
        {
            state = kept
        }
        try ledger.forEachEntry(ecosystem: id, after: state.sequence, through: through) { entry in
            try state.apply(entry, catalogue: catalogue)
        }
        return state
    }
}
