import Kernel

extension GraphMLReader {
    /// Passes over what is no data; refuses a graph inside a node.
    func foreign() throws(Problem) {
        if pull.isNamed("graph") { throw oneGraph }
        try assembly.leaveOut(pull)
    }

    func undeclared() throws(Problem) {
        let key = try pull.attribute("key") ?? ""
        try assembly.report(
            refusal(
                "graphml.key",
                Text("de sleutel “\(key.inShort)” is niet verklaard.", "the key “\(key.inShort)” is not declared."),
                mend: Text("Verklaar hem met een element key.", "Declare it with an element key.")))
        try pull.skip()
    }

    var oneGraph: Problem {
        refusal(
            "graphml.graphs", Text("er staat meer dan één graph in.", "there is more than one graph."),
            mend: Text("Bewaar elke graph in een eigen bestand.", "Save each graph in a file of its own."))
    }

    func refusal(_ rule: String, _ message: Text, mend: Text) -> Problem {
        Problem(rule, in: pull.place, message, mend: mend)
    }
}
