import Kernel

/// The rules of the Dutch API design rules that a machine can check, after `linter.yaml` of that standard: the errors only.
///
/// Not here: validity of the document against the schema of OpenAPI itself, and of examples, of which we publish none.
struct Linter {
    let document: LintedDocument
    private(set) var findings: Set<String> = []

    /// Every finding as `rule path`, sorted.
    static func findings(in value: Value) -> [String] {
        var linter = Linter(document: LintedDocument(value))
        linter.checkRoot()
        linter.checkPaths()
        linter.checkOperations()
        linter.checkResponses()
        linter.checkDates()
        return linter.findings.sorted()
    }

    mutating func report(_ rule: String, _ place: LintedPlace?) {
        findings.insert("\(rule) \(place?.name ?? "")".trimmingSpace)
    }

    private mutating func checkRoot() {
        let root = document.root
        if root["openapi"] == nil { report("nlgov:openapi-root-exists", nil) }
        if let version = root["openapi"], version.value.string?.wholeMatch(of: /3(.\d+){1,2}/) == nil {
            report("nlgov:openapi3", version)
        }
        if root["openapi"] != nil, root["servers"]?.value.list?.isEmpty != false {
            report("oas3-api-servers", root["servers"])
        }
        for (_, server) in root["servers"]?.entries ?? [] {
            if let url = server["url"], url.value.string?.contains(/\/v[\d+]/) != true {
                report("nlgov:include-major-version-in-uri", url)
            }
        }
        if let contact = root["info"]?["contact"] {
            let isWhole = ["email", "name", "url"].allSatisfy { contact[$0] != nil }
            if !isWhole { report("nlgov:info-contact-fields-exist", contact) }
        } else {
            report("info-contact", root["info"])
        }
        if let version = root["info"]?["version"], version.value.string?.wholeMatch(of: Self.semver) == nil {
            report("nlgov:semver", version)
        }
        let tags = root["tags"]?.entries.compactMap { $0.place["name"]?.value.string } ?? []
        if Set(tags).count < tags.count { report("openapi-tags-uniqueness", root["tags"]) }
    }

    private mutating func checkPaths() {
        for (path, place) in document.root["paths"]?.entries ?? [] {
            if path.count > 1, path.hasSuffix("/") { report("path-keys-no-trailing-slash", place) }
            if path.contains(/.+ \/$/) { report("nlgov:paths-no-trailing-slash", place) }
            if !path.contains(/\/openapi\.(json)|(yaml)/), path.wholeMatch(of: Self.kebab) == nil {
                report("nlgov:paths-kebab-case", place)
            }
            if path.lowercased().contains(/description|summary/) {
                for (key, entry) in place.entries where !key.contains(/post|put|get|delete|patch|parameters/) {
                    report("nlgov:http-methods", entry)
                }
            }
        }
    }

    private mutating func checkOperations() {
        var ids: Set<String> = []
        for (path, item) in document.root["paths"]?.entries ?? [] {
            for (method, operation) in item.entries where Self.methods.contains(method) {
                if let id = operation["operationId"], !ids.insert(id.value.string ?? "").inserted {
                    report("operation-operationId-unique", id)
                }
                let own = operation["parameters"]?.entries.map { $0.place } ?? []
                let parameters = own + (item["parameters"]?.entries.map { $0.place } ?? [])
                checkParameters(own, all: parameters, path, operation)
            }
        }
        for place in document.root["paths"].map({ document.below($0, following: true) }) ?? [] {
            for (key, entry) in place.entries { checkInvalidInput(key, document.resolved(entry)) }
        }
    }

    private mutating func checkParameters(
        _ own: [LintedPlace], all: [LintedPlace], _ path: String, _ operation: LintedPlace
    ) {
        for parameter in own.map(document.resolved) where parameter["in"]?.value == "query" {
            guard let name = parameter["name"] else { continue }
            if name.value.string?.wholeMatch(of: /\$?[a-z][a-z\d]*([A-Z][a-z\d]*)*/) == nil {
                report("nlgov:query-keys-camel-case", name)
            }
        }
        let declared = all.map(document.resolved).filter { $0["in"]?.value == "path" }.compactMap {
            $0["name"]?.value.string
        }
        let named = path.matches(of: /\{([^}]+)\}/).map { String($0.1) }
        if Set(declared) != Set(named) || declared.count != Set(declared).count { report("path-params", operation) }
    }

    private mutating func checkInvalidInput(_ key: String, _ place: LintedPlace) {
        let takesInput = key.contains(/put|post|patch/)
        let asks = key.contains(/get|delete/) && place["parameters"]?.value.list?.isEmpty == false
        guard takesInput || asks else { return }
        guard place.value.map != nil else { return report("nlgov:problem-invalid-input", place) }
        if let responses = place["responses"], responses["400"] == nil {
            report("nlgov:problem-invalid-input", responses)
        }
    }

    private static let methods = ["get", "put", "post", "delete", "patch", "options", "head", "trace"]

    private static var kebab: Regex<AnyRegexOutput> {
        get {
            Regex(#/(\/|(\/_[a-z0-9]+|\/(([a-z0-9\-]+|\{[^}]+\})(\/([a-z0-9\-\.]+|\{[^}]+\}))*)(\/_[a-z]+)?)\/?)/#)
        }
    }

    private static var semver: Regex<AnyRegexOutput> {
        Regex(
            #/(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+([0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*))?/#
        )
    }
}

extension String {
    fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
