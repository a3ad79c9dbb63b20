import Markup

/// One input of a form: its name, and what the page says around it.
struct Control {
    /// What it is sent as.
    let name: String
    /// What labels and the summary of problems point at.
    let id: String
    /// May the browser refuse the form while this is empty?
    var required = false
    /// Ids of the help and of what is wrong.
    var described: [String] = []
    var isWrong = false

    /// One of the inputs that make up this one; the first keeps the id, so that what points here finds an input.
    func part(_ name: String, isFirst: Bool = false, required: Bool = false) -> Control {
        let name = "\(self.name).\(name)"
        return Control(
            name: name, id: isFirst ? id : name, required: required, described: described, isWrong: isWrong)
    }

    var attributes: HTML {
        " id=\"\(id)\" name=\"\(name)\"\(if: required, " required")\(if: isWrong, " aria-invalid=\"true\"")\(about)"
    }

    /// What screen readers tell along with it.
    var about: HTML { described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\"" }
}
