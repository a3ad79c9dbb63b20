import Ecosystems
import Kernel
import Markup

/// A text in two languages: the language of the page first, the other folded away while it says nothing of its own.
extension FieldInput {
    func text(_ control: Control, _ text: Text, long: Bool, longest: Int? = nil) -> HTML {
        let isSame = !text.isEmpty && text.nl == text.en
        let (first, second): (Language, Language) = leading == .nl ? (.nl, .en) : (.en, .nl)
        let other = isSame ? "" : words(of: text, second)
        let own = box(
            control.part(first.rawValue, isFirst: true, required: control.required && other.isEmpty), first,
            words(of: text, first), long: long, longest)
        let beside = box(control.part(second.rawValue), second, other, long: long, longest)
        guard other.isEmpty else { return "<div class=\"pair\">\(own)\(beside)</div>" }
        let same: HTML =
            isSame
            ? "<input type=\"hidden\" name=\"\(control.name).same\" value=\"true\"><p class=\"help\">\(say("Leeg: hetzelfde als hierboven.", "Empty: the same as above."))</p>"
            : ""
        return """
            <div class="pair">\(own)</div><details class="other"><summary>\(say("Ook in het \(name(of: second))", "Also in \(name(of: second))"))</summary>\
            \(same)\(beside)</details>
            """
    }

    /// The language of the page, unless the ecosystem works in the other one only.
    private var leading: Language {
        let languages = inside.profile.languages
        guard languages.count == 1, let only = languages.first.flatMap({ Language(rawValue: $0.rawValue) }) else {
            return say.language
        }
        return only
    }

    private func words(of text: Text, _ language: Language) -> String { language == .nl ? text.nl : text.en }

    private func name(of language: Language) -> String {
        language == .nl ? say("Nederlands", "Dutch") : say("Engels", "English")
    }

    private func box(_ control: Control, _ language: Language, _ words: String, long: Bool, _ longest: Int?) -> HTML {
        let code = language.rawValue
        let rows = max(
            3, min(14, words.split(separator: "\n", omittingEmptySubsequences: false).count + words.count / 90))
        let input: HTML =
            long
            ? "<textarea\(control.attributes)\(Self.limit(longest)) lang=\"\(code)\" rows=\"\(rows)\">\n\(words)</textarea>"
            : "<input type=\"text\"\(control.attributes)\(Self.limit(longest)) lang=\"\(code)\" value=\"\(words)\">"
        return
            "<label><span class=\"quiet\">\(language == .nl ? "Nederlands" : "English")</span> \(input)</label>"
    }
}
