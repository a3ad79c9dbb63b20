import Kernel

extension Declaration {
    /// What is declared, in words, one fact to a line: what somebody reads before signing.
    /// - Parameter text: the text that it is about, when it is at hand; gives names to what has only ids here.
    package func lines(_ language: Language, text: AgreementDocument? = nil) -> [String] {
        let dutch = language == .nl
        let name = text?.parties.first { $0.id == party }?.name.shown(language) ?? party
        let agreement = text?.name.shown(language) ?? agreement
        var lines = [
            dutch ? "\(name) \(answer.label.nl):" : "\(name) \(answer.label.en):",
            dutch ? "  \(agreement), versie \(version)" : "  \(agreement), version \(version)",
            "  SHA-256 \(hash)",
        ]
        if !except.isEmpty {
            let named = except.map { text?.clause($0)?.heading.shown(language) ?? $0 }.joined(separator: ", ")
            lines.append((dutch ? "  zonder: " : "  without: ") + named)
        }
        if !reason.isEmpty { lines.append((dutch ? "  reden: " : "  reason: ") + reason.shown(language)) }
        lines.append((dutch ? "  door: " : "  by: ") + person)
        if let mandate { lines.append(mandate.line(language)) }
        lines.append((dutch ? "  verklaard op: " : "  declared at: ") + declaredAt)
        return lines.map(\.onOneLine)
    }
}

extension DeclaredMandate {
    fileprivate func line(_ language: Language) -> String {
        let dutch = language == .nl
        var parts = [scope.shown(language), level.label.shown(language)]
        if let limit { parts.append((dutch ? "tot " : "up to ") + limit.shown(language)) }
        parts.append((dutch ? "gegeven door " : "granted by ") + grantor.shown(language))
        if let from = period.from { parts.append((dutch ? "vanaf " : "from ") + from.shown(language)) }
        if let until = period.until { parts.append((dutch ? "tot en met " : "until ") + until.shown(language)) }
        return (dutch ? "  mandaat “\(id)”: " : "  mandate “\(id)”: ") + parts.joined(separator: ", ")
    }
}
