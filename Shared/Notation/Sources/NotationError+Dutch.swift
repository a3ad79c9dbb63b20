extension NotationError {
    /// What the parser of YAML says, in Dutch; what is rare stays in English.
    static let dutch = [
        "did not find expected ',' or ']'": "een komma of een sluithaak ] ontbreekt",
        "did not find expected ',' or '}'": "een komma of een sluitaccolade } ontbreekt",
        "did not find expected key": "hier hoort de naam van een veld, even ver ingesprongen als die erboven",
        "did not find expected '-' indicator": "hier hoort een streepje, zoals bij de andere van deze lijst",
        "did not find expected node content": "hier ontbreekt een waarde",
        "did not find expected <document start>": "hier hoort niets meer te staan",
        "could not find expected ':'": "een dubbele punt ontbreekt",
        "mapping values are not allowed in this context":
            "hier mag geen dubbele punt staan; zet de tekst tussen aanhalingstekens",
        "block sequence entries are not allowed in this context": "hier mag geen lijst met streepjes beginnen",
        "found character that cannot start any token":
            "hier staat een teken waarmee niets kan beginnen, misschien een tab",
        "found unexpected end of stream": "wat hier begint, wordt nergens afgesloten",
        "found undefined alias": "deze verwijzing met * bestaat niet",
        "found unknown escape character": "deze \\ staat voor een teken dat er niets betekent",
    ]
}
