/// What Gephi draws with.
enum GEXFDrawing {
    static let names: Set<String> = ["color", "position", "size", "shape", "thickness"]
    static let attributes: Set<String> = ["r", "g", "b", "a", "hex", "x", "y", "z", "value", "uri"]
}

extension NetworkField {
    /// The element of Gephi's drawing that the field was read from; nil for any other field. Only what reading made itself counts:
    /// its values are sure to be of the right form.
    var drawingName: String? {
        guard id.hasPrefix("stelsel.viz:") else { return nil }
        let name = String(id.dropFirst(12))
        return GEXFDrawing.names.contains(name) && type == .text && !isTimed ? name : nil
    }
}
