import Ecosystems
import Markup

extension EcosystemVisit {
    /// Above the form of an adapted method: what its text looks like. Nothing at other forms.
    func writingHelp(_ kind: Kind) -> HTML {
        guard kind.plural == AdaptedMethod.naming.plural else { return "" }
        return """
            <details><summary>\(say("Voorbeeld: een vraag toevoegen of veranderen", "Example: adding or changing a question"))</summary>
            <p>\(say("Elk onderdeel begint met een streepje en een id; de tekst staat in twee talen. Wat u toevoegt, springt even ver in als wat erboven staat.", "Each item begins with a hyphen and an id; its text is in two languages. Indent what you add as far as what stands above it."))</p>
            <pre><code>items:
              - id: shared-goal
                text:
                  nl: "Doel: is het van iedereen?"
                  en: "Goal: is it everybody's?"</code></pre>
            <p>\(say("Kijk af in de tekst zelf: de namen van velden verschillen per soort methode.", "Look at the text itself: the names of fields differ between sorts of method."))</p></details>
            """
    }
}
