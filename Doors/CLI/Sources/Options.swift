import ArgumentParser
import Kernel

/// The language of messages.
package struct WordsOption: ParsableArguments {
    @Option(help: "Language of messages: nl or en.") package var lang = Language.en

    package init() {}
}

/// The store that a command works on.
package struct StoreOption: ParsableArguments {
    @Option(help: "File of the store.") package var store: String

    package init() {}
}

/// A text folder, or an ecosystem in a store.
struct PlaceArguments: ParsableArguments {
    @Argument(help: "Folder of the ecosystem; with --store the id of an ecosystem in it.") var path: String
    @Option(help: "File of the store to read the ecosystem from.") var store: String?
}
