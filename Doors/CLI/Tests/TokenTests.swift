import Testing

@Suite("Scopes of a token") struct TokenTests {
    @Test("what each scope means stands in the help; admin is for administrators and never alone")
    func scopes() throws {
        let folder = try Small.folder()
        let store = folder["s.sqlite"]
        _ = try Program.run("apply", folder["buurt"], "--store", store)
        let invited = try Program.run("user", "invite", "--store", store, "--name", "Robot")
        let account = String(try #require(invited.err.firstMatch(of: /account ([0-9a-f]{32})/)).output.1)

        func make(_ scopes: String) throws -> Program.Answer {
            try Program.run(
                "token", "create", "--store", store, "--account", account, "--name", "x", "--scopes", scopes)
        }
        let help = try Program.run("token", "create", "--help").out
        let refused = try make("read,admin")
        let alone = try make("admin")

        for scope in ["read:", "write:", "admin:"] { #expect(help.contains(scope)) }
        #expect(refused.status == 1)
        #expect(refused.err.contains("token-admin"), "\(refused.err)")
        #expect(refused.out.isEmpty)
        #expect(alone.status == 1)
        #expect(alone.err.contains("at least reading or changing"), "\(alone.err)")
    }
}
