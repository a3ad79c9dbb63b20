/// The types of GEXF beside ours.
enum GEXFTypes {
    static let neutral: [String: NetworkType] = [
        "string": .text, "anyURI": .text, "char": .text, "bigdecimal": .text, "biginteger": .text, "date": .text,
        "integer": .whole, "long": .whole, "short": .whole, "byte": .whole, "float": .number, "double": .number,
        "boolean": .flag, "liststring": .list, "listboolean": .list, "listinteger": .list, "listlong": .list,
        "listfloat": .list, "listdouble": .list, "listbyte": .list, "listshort": .list, "listbigdecimal": .list,
        "listbiginteger": .list, "listchar": .list,
    ]

    /// What we write unless the file said otherwise.
    static let usual: [NetworkType: String] = [
        .text: "string", .whole: "long", .number: "double", .flag: "boolean", .list: "liststring",
    ]
}
