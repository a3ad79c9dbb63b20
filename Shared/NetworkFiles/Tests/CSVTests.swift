import Kernel
import Testing

@testable import NetworkFiles

@Suite("Tables of edges and nodes")
struct CSVTests {
    private func read(_ text: String, nodes: String? = nil) throws -> NetworkFile {
        try NetworkFile.read(Array(text.utf8), .csv, nodes: nodes.map { Array($0.utf8) }).file
    }

    @Test("the header from,to is enough, and weight and kind may follow")
    func contract() throws {
        let bare = try read("from,to\na,b\nb,c\n")
        let full = try read("from,to,weight,kind\na,b,2.5,supply\nb,c,,\n")

        #expect(bare.nodes.map(\.id) == ["a", "b", "c"])
        #expect(bare.edges.map(\.from) == [0, 1])
        #expect(bare.edges.allSatisfy { $0.weight == nil && $0.direction == .undirected })
        #expect(full.edges.map(\.weight) == [2.5, nil])
        #expect(full.edges.map(\.kind) == ["supply", ""])
    }

    @Test("further columns are fields, with a type where the heading says so")
    func fields() throws {
        let file = try read("from,to,note,since:whole,open:flag,tags:list\na,b,hallo,2020,true,x|y\na,c,,,,\n")

        #expect(file.edgeFields.map(\.title) == ["note", "since", "open", "tags"])
        #expect(file.value(of: file.edges[0], "since") == .whole(2020))
        #expect(file.value(of: file.edges[0], "tags") == .list(["x", "y"]))
        #expect(file.edges[1].entries.isEmpty)
    }

    @Test("semicolons, decimal commas, CRLF and the mark of a spreadsheet are understood")
    func spreadsheet() throws {
        let file = try read("\u{FEFF}from;to;weight;kind\r\n\"De Bakker; Zoon\";b;2,5;levering\r\n\r\nb;c;3;\r\n")

        #expect(file.nodes.map(\.id) == ["De Bakker; Zoon", "b", "c"])
        #expect(file.edges.map(\.weight) == [2.5, 3])
    }

    @Test("a table of Gephi is understood")
    func gephi() throws {
        let file = try read(
            "Source,Target,Type,Id,Label,Weight\n1,2,Directed,e1,levert,2.0\n",
            nodes: "Id,Label,timeset\n1,Bakker,\n2,Molen,\n")

        #expect(file.nodes.map(\.label) == ["Bakker", "Molen"])
        #expect(file.edges[0].direction == .directed)
        #expect(file.edges[0].id == "e1")
        #expect(file.defaultDirection == .directed)
    }

    @Test("quotes hold separators, line ends and doubled quotes; the last line needs no end")
    func quotes() throws {
        let file = try read("from,to,kind\n\"a,\"\"b\"\"\",\"c\nd\",\"\"")

        #expect(file.nodes.map(\.id) == ["a,\"b\"", "c\nd"])
    }

    static let wrong: [(String, String?, String)] = [
        ("", nil, "csv.header Line 1, column 1: the file is empty."),
        ("a,b\n1,2\n", nil, "csv.header Line 1, column 1: the first line does not name the columns from and to."),
        ("from,to,x,x\na,b,1,2\n", nil, "csv.header Line 1, column 11: the column “x” appears twice."),
        ("from,to,\na,b,\n", nil, "csv.header Line 1, column 9: this column has no name."),
        ("from,to\na,b\nc\n", nil, "csv.columns Line 3, column 1: this line has 1 fields; the first names 2."),
        ("from,to\na,\"b\n", nil, "csv.quote Line 2, column 3: this quote is not closed."),
        ("from,to\na,b\"c\n", nil, "csv.quote Line 2, column 4: a stray quote stands here."),
        ("from,to\na,b\rc,d\n", nil, "csv.line-end Line 2, column 4: a line ends in LF or CRLF; this is a lone CR."),
        (
            "from,to,weight\na,b,NaN\n", nil,
            "network.weight Line 2, column 5: a weight is a number of 0 or more; this says “NaN”."
        ),
        (
            "from,to,weight\na,b,-1\n", nil,
            "network.weight Line 2, column 5: a weight is a number of 0 or more; this says “-1”."
        ),
        (
            "from,to,weight\na,b,inf\n", nil,
            "network.weight Line 2, column 5: a weight is a number of 0 or more; this says “inf”."
        ),
        (
            "from,to,weight\na,b,1e999\n", nil,
            "network.weight Line 2, column 5: a weight is a number of 0 or more; this says “1e999”."
        ),
        ("from,to\na,\n", nil, "network.node.id Line 2, column 3: this node has no id."),
        ("from,to\né,x\n", "id\né\n", "network.edge.end Line 2, column 3: there is no node “x”."),
        ("from,to\n", "id,label\na,A\na,B\n", "network.node.twice Line 3, column 1: the id “a” is in use already."),
        (
            "from,to,n:whole\na,b,drie\n", nil,
            "network.value Line 2, column 5: “n” is a whole number; this says “drie”."
        ),
        ("from,to,spells\na,b,ooit/nu\n", nil, "network.time Line 2, column 5: “ooit/nu” is no time."),
        ("from,to,direction\na,b,links\n", nil, "network.direction Line 2, column 5: “links” is no direction."),
    ]

    @Test("what is wrong is refused with its place", arguments: wrong)
    func refusals(_ text: String, _ nodes: String?, _ expected: String) {
        #expect(told(text, .csv, nodes: nodes) == [expected])
    }

    @Test("an id that another edge has already is left out, and told")
    func edgeIDs() throws {
        let reading = try NetworkFile.read(Array("from,to,id\na,b,0\nb,c,0\nc,d,1\n".utf8), .csv)

        #expect(reading.file.edges.map(\.id) == ["0", "", "1"])
        #expect(reading.remarks.map(\.rule) == ["loss.edge-id"])
    }

    @Test("several things that are wrong are told at once, up to twenty")
    func several() {
        let rows = (1...50).map { "a,b\($0),-\($0)\n" }.joined()

        #expect(told("from,to,weight\na,b,x\na,c\n", .csv).count == 2)
        #expect(told("from,to,weight\n" + rows, .csv).count == 21)
        #expect(told("from,to,weight\n" + rows, .csv).last == "network.more More may be wrong; reading stopped here.")
    }

    @Test("a row of endless columns is refused before it fills the memory")
    func columns() {
        let row = String(repeating: ",", count: 100_000)

        #expect(told("from,to\na,b" + row, .csv) == ["network.too-many There are more than 1000 columns."])
    }

    @Test("what is no UTF-8 is refused, and so is UTF-16")
    func encoding() {
        let latin = refused { _ = try NetworkFile.read(Array("from,to\na,caf".utf8) + [0xE9, 0x0A], .csv) }
        let wide = refused { _ = try NetworkFile.read([0xFF, 0xFE, 0x66, 0x00], .csv) }

        #expect(latin == ["file.encoding"])
        #expect(wide == ["file.encoding"])
    }

    @Test("a place far down a file is right, whatever came before it")
    func farDown() {
        let rows = (1...8_000).map { "knoop-\($0),\"é\n\($0)\"\n" }.joined()

        #expect(
            told("from,to\n" + rows + "a,b\nc\n", .csv) == [
                "csv.columns Line 16003, column 1: this line has 1 fields; the first names 2."
            ])
    }
}
