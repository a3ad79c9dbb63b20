import Kernel
import Networks

extension NodeNumber {
    /// What it tells of a party, for who never heard of it.
    package var meaning: Text {
        switch self {
        case .degree:
            Text("Met hoeveel anderen een partij verbonden is.", "With how many others a party is tied.")
        case .strength:
            Text("Wat haar verbindingen samen wegen.", "What its ties weigh together.")
        case .betweenness:
            Text(
                "Hoe vaak een partij op de kortste weg tussen twee anderen ligt: wie hier hoog staat, houdt anderen bij elkaar.",
                "How often a party lies on the shortest way between two others: who stands high here holds others together."
            )
        case .harmonic:
            Text(
                "Hoe dicht een partij bij alle anderen staat: 1 is met ieder rechtstreeks verbonden.",
                "How near a party is to all others: 1 is tied directly to everyone.")
        case .pagerank:
            Text(
                "Hoe vaak u bij een partij uitkomt als u steeds een verbinding volgt: verbonden zijn met wie goed verbonden is telt mee.",
                "How often you arrive at a party by following ties: being tied to who is well tied counts.")
        case .core:
            Text(
                "In hoe dichte kring een partij zit: in kern 3 heeft ieder minstens drie verbindingen binnen die kring.",
                "In how dense a circle a party is: in core 3 each has at least three ties within that circle.")
        case .clustering:
            Text(
                "Welk deel van haar verbindingen ook onderling verbonden is.",
                "Which share of those it is tied to are tied to each other.")
        case .community:
            Text(
                "Tot welke groep een partij hoort die onderling meer verbonden is dan met de rest; groep 1 is de grootste.",
                "To which group a party belongs that is tied more within than with the rest; group 1 is the largest.")
        case .component:
            Text(
                "In welk deel een partij zit dat met de andere delen niet verbonden is; deel 1 is het grootste.",
                "In which part a party is that is not tied to the other parts; part 1 is the largest.")
        }
    }
}

extension NetworkConvention {
    /// The same in words, one sentence for each choice.
    package func words(for metric: NetworkMetric, _ question: NetworkQuestion, isDirected: Bool) -> Text {
        let along =
            direction == "directed"
            ? Text("Richting telt.", "Direction counts.")
            : isDirected
                ? Text("Richting telt hier niet.", "Direction does not count here.")
                : Text("Zonder richting.", "Without direction.")
        let heavy =
            weight == "weight"
            ? Text("Gewicht telt.", "Weight counts.")
            : Text("Elke verbinding telt als één.", "Every tie counts as one.")
        let scale = metric.scale(question)
        return Text("\(along.nl) \(heavy.nl) \(scale.nl)", "\(along.en) \(heavy.en) \(scale.en)")
    }
}

extension NetworkMetric {
    /// How the number was scaled, and what happens with who cannot be reached.
    fileprivate func scale(_ question: NetworkQuestion) -> Text {
        switch self {
        case .degree, .strength: Text("Niet gedeeld.", "Not divided.")
        case .components: Text("Wie alleen staat is een eigen deel.", "Who stands alone is a part of its own.")
        case .betweenness:
            question.pivots.map {
                Text(
                    "Geschat uit \($0) partijen; elk paar telt één keer, niet gedeeld; wie elkaar niet bereikt telt niet mee.",
                    "Estimated from \($0) parties; each pair counts once, not divided; who cannot reach each other counts nothing."
                )
            }
                ?? Text(
                    "Exact; elk paar telt één keer, niet gedeeld; wie elkaar niet bereikt telt niet mee.",
                    "Exact; each pair counts once, not divided; who cannot reach each other counts nothing.")
        case .harmonic:
            Text(
                "Gemiddelde van 1/stappen naar alle anderen; wie niet te bereiken is telt als 0.",
                "Mean of 1/steps to all others; who cannot be reached counts as 0.")
        case .pagerank:
            Text(
                "Demping \(question.damping.shown(.nl)); samen 1.",
                "Damping \(question.damping.shown(.en)); together 1.")
        case .core: Text("Geteld in verbindingen; 0 voor wie alleen staat.", "Counted in ties; 0 for who stands alone.")
        case .communities:
            Text(
                "Leiden, resolutie 1; bij een andere start kan een grensgeval anders vallen.",
                "Leiden, resolution 1; from another start a borderline case may fall otherwise.")
        case .cuts: Text("Elk deel apart.", "Each part by itself.")
        case .clustering:
            Text("Deel van alle paren; 0 met minder dan twee.", "Share of all pairs; 0 with fewer than two.")
        case .reciprocity: Text("Deel van alle verbindingen.", "Share of all ties.")
        }
    }
}

extension WholeNumber {
    /// What it tells of the network, for who never heard of it.
    package var meaning: Text {
        switch self {
        case .nodes: Text("Organisaties die meetellen.", "Organisations that count.")
        case .edges:
            Text(
                "Paren die verbonden zijn; meer relaties tussen twee tellen als één.",
                "Pairs that are tied; several relations between two count as one.")
        case .density:
            Text("Welk deel van alle mogelijke paren verbonden is.", "Which share of all possible pairs is tied.")
        case .components:
            Text(
                "Groepen waartussen niets loopt; wie alleen staat is er ook een.",
                "Groups between which nothing runs; who stands alone is one too.")
        case .largest:
            Text("Hoeveel partijen in het grootste deel zitten.", "How many parties are in the largest part.")
        case .communities:
            Text(
                "Groepen die onderling meer verbonden zijn dan met de rest.",
                "Groups that are tied more within than with the rest.")
        case .modularity:
            Text(
                "Hoe scherp die groepen zijn: 0 is niet meer dan toeval, boven 0,4 is duidelijk.",
                "How sharp these groups are: 0 is no more than chance, above 0.4 is clear.")
        case .articulationPoints:
            Text("Partijen zonder wie een deel uiteenvalt.", "Parties without which a part falls apart.")
        case .bridges: Text("Verbindingen waar geen weg omheen is.", "Ties that there is no way around.")
        case .transitivity:
            Text(
                "Hoe vaak wie een ander gemeen heeft ook zelf verbonden is.",
                "How often who have another in common are tied themselves.")
        case .reciprocity:
            Text("Welk deel van de verbindingen beantwoord wordt.", "Which share of ties is answered.")
        }
    }
}
