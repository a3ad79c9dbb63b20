import Foundation
import Kernel
import Notation

extension FolderReader {
    /// The content of a file; nil when it is not there or cannot be read, which is then told.
    mutating func located(_ file: String) -> Located? {
        guard let text = text(file) else { return nil }
        do throws(NotationError) {
            let located = try YAMLReader.read(text)
            if YAMLComments.areIn(text) { content.commented.append(file) }
            return located
        } catch {
            say(file, error.place, error.problem)
            return nil
        }
    }

    /// The text of a file, without a byte order mark.
    mutating func text(_ file: String) -> String? {
        guard present.contains(file) else { return nil }
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(file), options: .mappedIfSafe) else {
            say(
                file, nil, "folder.unreadable", "Dit is er wel, maar is niet als bestand te lezen.",
                "This is there but cannot be read as a file.",
                mend: Text(
                    "Kijk of het een map of een dode verwijzing is, en of u het mag lezen.",
                    "See whether it is a folder or a dead link, and whether you may read it."))
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            say(
                file, nil, "yaml.encoding", "Dit bestand is geen UTF-8.", "This file is not UTF-8.",
                mend: Text("Bewaar het als UTF-8.", "Save it as UTF-8."))
            return nil
        }
        return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    mutating func say(
        _ file: String, _ place: Located.Place?, _ rule: String, _ nl: String, _ en: String, mend: Text = Text()
    ) {
        say(file, place, Problem(rule, Text(nl, en), mend: mend))
    }

    mutating func say(_ file: String, _ place: Located.Place?, _ problem: Problem) {
        content.messages.append(
            FolderMessage(
                file: file, line: place?.line ?? 1, column: place?.column ?? 1, severity: .error, problem: problem))
    }
}
