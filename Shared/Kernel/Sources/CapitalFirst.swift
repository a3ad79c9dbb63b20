extension String {
    /// With a capital first letter, as a sentence or the name of a type begins.
    package var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
