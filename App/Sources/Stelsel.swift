import ArgumentParser
import CLI

/// The program: every subcommand in one place.
@main
struct Stelsel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stelsel", abstract: "Map, agree, run and measure an ecosystem of organisations.",
        discussion: """
            An ecosystem lives in a store, which a server shows, or in a folder of text, which belongs in git. Both are
            the same thing: apply brings text into a store, export brings it back.

            Exits with 0 when done, 1 when refused or failed, 64 when called wrongly.
            """,
        version: "0.1.0",
        subcommands: subcommands)

    static let subcommands: [any ParsableCommand.Type] = [
        Serve.self, Check.self, Show.self, Diff.self, Apply.self, Export.self, Format.self, Verify.self, Key.self,
        Methods.self, NetworkCommand.self, AgreementCommand.self, Sign.self, MayCommand.self, BallotCommand.self,
        ResponsibilitiesCommand.self, DigestCommand.self,
        User.self, Token.self, Backup.self,
    ]
}
