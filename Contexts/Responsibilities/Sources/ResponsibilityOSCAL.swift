import Crypto
import Ecosystems
import Foundation
import Kernel
import Parties

/// Shared responsibilities in OSCAL 1.1.2, as a component definition.
///
/// A delivery model is a component and a management layer a requirement that parties implement: `responsible-roles` says who in which
/// part. Activities come as one component more. NIST's own model for shared responsibility is a prototype on top of this
/// one; what it calls *provided* and *responsibility* is who carries out and who is accountable here.
/// Ids are computed from names, so the same division gives the same file.
package struct ResponsibilityOSCAL: Sendable {
    package let value: Value

    /// - Parameter titles: in the language of the file.
    package init(_ matrix: ResponsibilityMatrix, _ reader: Reader, language: Language) {
        let places = ResponsibilityPlaces(reader.library)
        let writer = Writer(matrix: matrix, reader: reader, places: places, language: language)
        value = ["component-definition": .map(writer.definition)]
    }

    package var text: String { CanonicalJSON.string(value) + "\n" }

    private struct Writer {
        let matrix: ResponsibilityMatrix
        let reader: Reader
        let places: ResponsibilityPlaces
        let language: Language

        private func uuid(_ name: String) -> Value { .string(NamedUUID.text("\(reader.state.id)/\(name)")) }
        private func title(_ party: ResponsibleParty) -> String { reader.title(party.kind, party.id).shown(language) }

        var definition: [String: Value] {
            [
                "uuid": uuid("responsibilities/\(matrix.day)/\(reader.state.sequence)"),
                "metadata": .map([
                    "title": .string(
                        "\(language == .nl ? "Verantwoordelijkheden" : "Responsibilities"): \(reader.state.profile.name.shown(language))"
                    ),
                    "last-modified": .string("\(matrix.day)T00:00:00Z"), "version": .string(matrix.day.description),
                    "oscal-version": "1.1.2",
                    "roles": .list(
                        ResponsiblePart.allCases.map {
                            ["id": .string($0.rawValue), "title": .string($0.label.shown(language))]
                        }),
                    "parties": .list(
                        matrix.parties.map {
                            [
                                "uuid": uuid($0.name), "type": "organization", "name": .string(title($0)),
                                "remarks": .string($0.name),
                            ]
                        }),
                ]),
                "components": .list(components),
            ]
        }

        private var components: [Value] {
            let groups = matrix.models.map { model in
                let name = places.name(of: model).shown(language)
                let own = matrix.subjects.filter { if case .layer(model, _) = $0 { true } else { false } }
                return component(model, "service", name, own)
            }
            let activities = matrix.activities.map { ResponsibilitySubject.activity($0) }.filter {
                !matrix.row($0).isEmpty
            }
            guard !activities.isEmpty else { return groups }
            let name = language == .nl ? "Activiteiten" : "Activities"
            return groups + [component("activities", "process-procedure", name, activities)]
        }

        private func component(_ id: String, _ type: String, _ name: String, _ subjects: [ResponsibilitySubject])
            -> Value
        {
            [
                "uuid": uuid("component/\(id)"), "type": .string(type), "title": .string(name),
                "description": .string(name),
                "control-implementations": [
                    [
                        "uuid": uuid("implementation/\(id)"), "source": .string("#\(id.lastName)"),
                        "description": .string(name),
                        "implemented-requirements": .list(subjects.map(requirement)),
                    ]
                ],
            ]
        }

        /// A token of OSCAL does not begin with a digit.
        private static func token(_ id: String) -> String { id.first?.isNumber == true ? "_" + id : id }

        private func requirement(_ subject: ResponsibilitySubject) -> Value {
            let shares = matrix.shares(of: subject)
            let roles: [Value] = ResponsiblePart.allCases.compactMap { part in
                let own = shares.filter { $0.parts.parts.contains(part) }.map { uuid($0.party.name) }
                return own.isEmpty ? nil : ["role-id": .string(part.rawValue), "party-uuids": .list(own)]
            }
            let (id, name): (String, String) =
                switch subject {
                case .activity(let activity):
                    (activity.rawValue, reader.title("activities", activity.rawValue).shown(language))
                case .layer(_, let layer): (layer.lastName, places.name(of: layer).shown(language))
                }
            return [
                "uuid": uuid("requirement/\(subject.id)"), "control-id": .string(Self.token(id)),
                "description": .string(name),
                "responsible-roles": .list(roles),
            ]
        }
    }
}

/// A UUID that follows from a name ; OSCAL takes only versions 4 and 5, so it is marked as a 5 although it is made with SHA-256.
enum NamedUUID {
    static func text(_ name: String) -> String {
        var bytes = Array(SHA256.hash(data: Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { hex[$0].joined() }.joined(separator: "-")
    }
}
