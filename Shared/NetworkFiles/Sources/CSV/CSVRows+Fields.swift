import Kernel

extension CSVRows {
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> { window.slice(fields[index].range) }

    /// A field as text; refuses (`file.encoding`) what is no UTF-8.
    func text(_ index: Int) throws(Problem) -> String {
        guard let text = String(validating: bytes(index), as: UTF8.self) else { throw Problem.encoding(place(index)) }
        guard fields[index].hasQuotes else { return text }
        var out: [UInt8] = []
        var isFirst = false
        for byte in text.utf8 {
            isFirst = byte == Self.quote && !isFirst
            if byte != Self.quote || isFirst { out.append(byte) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a field says nothing. An empty text in quotes does say something.
    func isAbsent(_ index: Int) -> Bool { fields[index].range.isEmpty && !fields[index].isQuoted }

    func place(_ index: Int) -> Place {
        window.place(of: fields[index].range.lowerBound - (fields[index].isQuoted ? 1 : 0))
    }

    func strayQuote(_ at: Int) -> Problem {
        Problem(
            "csv.quote", in: window.place(of: at),
            Text("hier staat een los aanhalingsteken.", "a stray quote stands here."),
            mend: Text(
                "Zet het hele veld tussen aanhalingstekens, en verdubbel die erbinnen.",
                "Put the whole field in quotes, and double those inside."))
    }

    func unclosed(_ at: Int) -> Problem {
        Problem(
            "csv.quote", in: window.place(of: at),
            Text("dit aanhalingsteken wordt niet gesloten.", "this quote is not closed."),
            mend: Text("Sluit het.", "Close it."))
    }

    func loneReturn(_ at: Int) -> Problem {
        Problem(
            "csv.line-end", in: window.place(of: at),
            Text(
                "een regel eindigt op LF of CRLF; hier staat een losse CR.",
                "a line ends in LF or CRLF; this is a lone CR."),
            mend: Text(
                "Bewaar het bestand opnieuw, of zet het veld tussen aanhalingstekens.",
                "Save the file again, or put the field in quotes."))
    }
}
