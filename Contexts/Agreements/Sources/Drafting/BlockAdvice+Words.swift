import Kernel
import MethodLibrary

extension BlockAdvice {
    /// Why a block is proposed.
    package enum Reason: Sendable, Hashable {
        case essential(BlocksMethod.DocumentKind)
        case large(phase: String)
        case principle(BlocksMethod.Principle)
        /// Id of the proposed block that leans on it.
        case needed(by: String)

        var rank: Int {
            switch self {
            case .essential: 0
            case .large: 1
            case .principle: 2
            case .needed: 3
            }
        }

        package func words(_ library: Library) -> Text {
            switch self {
            case .essential(let kind):
                return Text(
                    "Hoort ook in de kleinste \(kind.label.nl.lowercased()).",
                    "Belongs in even the smallest \(kind.label.en.lowercased()).")
            case .large(let phase):
                let name = library.phase(phase)?.name ?? Text(same: phase)
                return Text(
                    "Van groot belang in de fase “\(name.dutch)”.",
                    "Of large importance in the phase “\(name.english)”.")
            case .principle(let principle):
                return Text("Past bij \(principle.label.nl).", "Fits \(principle.label.en).")
            case .needed(let by):
                let name = library.called(by)
                return Text("Nodig voor “\(name.dutch)”.", "Needed for “\(name.english)”.")
            }
        }
    }

    /// Why a block is left out.
    package enum WhyNot: Sendable, Hashable {
        case otherKind(BlocksMethod.DocumentKind)
        case otherHorizon
        case otherPrinciple(BlocksMethod.Principle)
        /// It matters only so much in this phase.
        case matters(BlocksMethod.Weight)
        /// Id of a proposed block, or of one that it leans on.
        case conflict(with: String)

        package func words(_ library: Library) -> Text {
            switch self {
            case .otherKind(let kind):
                return Text(
                    "Niet bedoeld voor dit soort document (\(kind.label.nl.lowercased())).",
                    "Not meant for this kind of document (\(kind.label.en.lowercased())).")
            case .otherHorizon: return Text("Bedoeld voor een andere horizon.", "Meant for another horizon.")
            case .otherPrinciple(let principle):
                return Text("Past niet bij \(principle.label.nl).", "Does not fit \(principle.label.en).")
            case .matters(let weight):
                return Text(
                    "In deze fase van \(weight.label.nl) belang; leg zo min mogelijk vast.",
                    "Of \(weight.label.en) importance in this phase; record as little as possible.")
            case .conflict(let other):
                let name = library.called(other)
                return Text("Gaat niet samen met “\(name.dutch)”.", "Does not go together with “\(name.english)”.")
            }
        }
    }
}
