/// Which browser this is, as its owner would recognise it in a list: `Firefox · Windows`.
struct Device: Sendable, Hashable {
    let name: String

    init(userAgent: String?) {
        let agent = userAgent ?? ""
        let browser = Self.browsers.first { agent.contains($0.sign) }?.name
        let system = Self.systems.first { agent.contains($0.sign) }?.name
        let known = [browser, system].compactMap(\.self)
        name = known.isEmpty ? "Browser" : known.joined(separator: " · ")
    }

    /// The first that fits: browsers also carry the signs of those they descend from.
    private static let browsers = [
        (sign: "Edg/", name: "Edge"), (sign: "OPR/", name: "Opera"), (sign: "Firefox/", name: "Firefox"),
        (sign: "FxiOS/", name: "Firefox"), (sign: "Chrome/", name: "Chrome"), (sign: "CriOS/", name: "Chrome"),
        (sign: "Safari/", name: "Safari"),
    ]
    private static let systems = [
        (sign: "iPhone", name: "iPhone"), (sign: "iPad", name: "iPad"), (sign: "Android", name: "Android"),
        (sign: "Windows", name: "Windows"), (sign: "Mac OS X", name: "macOS"), (sign: "CrOS", name: "ChromeOS"),
        (sign: "Linux", name: "Linux"),
    ]
}
