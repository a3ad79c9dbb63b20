import Ecosystems
import Kernel

extension Policy {
    /// Refuses at the door what needs no look inside; the rest is checked by the command.
    package func check(_ visitor: Visitor) throws(Refusal) {
        switch self {
        case .read, .signingIn, .command: return
        case .ownAccount:
            guard visitor.account == nil else { return }
            throw .forbidden(
                Problem(
                    "rights.signed-in", Text("Meld u eerst aan.", "Sign in first."),
                    mend: Text(
                        "Gebruik uw passkey of vraag een nieuwe link.", "Use your passkey or ask for a new link.")))
        case .administer:
            try Requirement.administer.check(
                Rights(administers: visitor.caller(in: "").administrator, mayWrite: visitor.account != nil))
        }
    }
}

extension Rights {
    init(administers: Bool, mayWrite: Bool) {
        self.init()
        self.administers = administers
        self.mayWrite = mayWrite
    }
}
