import Kernel

extension Linter {
    mutating func checkResponses() {
        for place in document.below(document.root) {
            guard let responses = place["responses"] else { continue }
            for (status, entry) in responses.entries {
                let response = document.resolved(entry)
                if status.contains(/(2|3)\d\d/) { checkVersionHeader(response) }
                if status.contains(/(4|5)\d\d/), let content = response["content"] { checkProblem(content) }
            }
        }
    }

    private mutating func checkVersionHeader(_ response: LintedPlace) {
        guard let headers = response["headers"] else { return report("nlgov:missing-header", response) }
        let names = ["API-Version", "Api-Version", "Api-version", "api-version", "API-version"]
        if !names.contains(where: { headers[$0] != nil }) { report("nlgov:missing-version-header", headers) }
    }

    private mutating func checkProblem(_ content: LintedPlace) {
        let media = ["application/problem+json", "application/problem+xml"].compactMap { content[$0] }
        if media.isEmpty { report("nlgov:use-problem-schema", content) }
        for place in media.flatMap({ document.below($0, following: true) }) {
            guard let schema = place["schema"].map(document.resolved) else { continue }
            guard let properties = schema["properties"] else { continue }
            let isWhole = ["status", "title", "detail"].allSatisfy { properties[$0] != nil }
            if !isWhole { report("nlgov:problem-schema-members", properties) }
        }
    }

    mutating func checkDates() {
        for place in document.below(document.root) {
            for (name, entry) in place["properties"]?.entries ?? [] {
                let property = document.resolved(entry)
                let format = property["format"]
                if format?.value == "date-time-local" { report("nlgov:date-time-ensure-timezone", format) }
                if format?.value == "time" { report("nlgov:time-without-timezone", format) }
                let isDate = ["date", "datum"].contains(name) || name.contains(/((\w+D)|(_[dD]))((ate)|(atum))/)
                if isDate { checkDate(property) }
            }
        }
    }

    private mutating func checkDate(_ property: LintedPlace) {
        let parts = property["allOf"]?.entries.map { document.resolved($0.place) } ?? []
        let isFormatted = property["format"] != nil || (!parts.isEmpty && parts.allSatisfy { $0["format"] != nil })
        if !isFormatted { report("nlgov:specify-format-for-date-and-time", property) }
        for place in document.below(property, following: true) {
            if let format = place["format"], format.value == "date-time" {
                report("nlgov:use-date-instead-of-datetime", format)
            }
        }
    }
}
