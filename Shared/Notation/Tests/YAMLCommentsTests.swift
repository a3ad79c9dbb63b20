import Testing

@testable import Notation

@Suite("Comments in YAML") struct YAMLCommentsTests {
    @Test(
        "are found",
        arguments: [
            "# a\n", "a: 1 # b\n", "a:\n  # b\n  c: 1\n", "a: |  # b\n  text\n", "a: |\n  text\n# b\n", "a: 'x' # b\n",
            "a: [1, # b\n 2]\n", "a: \"x\\\" y\" # b\n", "a: 'it''s' # b\n", "a: it's # b\n", "- |\n text\n- b # c\n",
            "a: |2\n    x\n # b\n", "a: 1\t# b\n", "a:\n- b: |\n    x\n  c: d # e\n", "a: >-\n  x\r\n\r\n# b\r\n",
        ])
    func found(text: String) throws {
        _ = try YAMLReader.read(text)
        #expect(YAMLComments.areIn(text))
    }

    @Test(
        "are told from what only looks like one",
        arguments: [
            "a: b#c\n", "a: '# b'\n", "a: \"x # b\"\n", "a: |\n  # b\n\n  # c\n", "a: 'x\n  # b'\n",
            "a: \"x\n  # b\"\n",
            "- |\n # b\n", "- a: |\n    # b\n  c: |-\n    # d\n", "a: |2\n    # b\n  # c\n", "{a: '#', b: \"#\"}\n",
            "a: ['# b', \"# c\"]\n", "a: >\n  # b\n", "'# a': 1\n", "a: \"\\\\\" \n",
        ])
    func notFound(text: String) { #expect(!YAMLComments.areIn(text)) }
}
