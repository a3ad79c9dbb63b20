/// Where to go after signing in: a path of this site and never another site, whatever the address says.
struct LocalPath: Sendable, Hashable {
    let url: String

    /// Nil for anything that a browser could read as another site, and for signing in or out itself.
    init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= 2_000 else { return nil }
        guard !text.hasPrefix("//"), !text.hasPrefix("/\\") else { return nil }
        guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard !path.hasPrefix("/sign-in"), path != "/sign-out", path != "/language" else { return nil }
        url = text
    }
}
