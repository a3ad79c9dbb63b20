import Ecosystems
import Kernel

extension PartiesContext {
    static let findingWords: [String: FindingWords] = [
        "role.unfilled": FindingWords(
            Text("Rollen zijn niet vervuld", "Roles are not fulfilled"),
            action: Text("Wijs iemand aan", "Appoint someone"), .add),
        "role.without-deputy": FindingWords(
            Text("Sleutelrollen hebben geen plaatsvervanger", "Key roles have no deputy"),
            action: Text("Benoem een plaatsvervanger", "Name a deputy"), .change),
        "role.single-organisation": FindingWords(
            Text("Organisaties vervullen belangrijke rollen als enige", "Organisations hold important roles alone"),
            action: Text("Bekijk haar rollen", "See its roles"), .look),
        "mandate.ending": FindingWords(
            Text("Mandaten lopen af", "Mandates are ending"), action: Text("Verleng het mandaat", "Extend the mandate"),
            .change),
        "mandate.ended": FindingWords(
            Text("Mandaten zijn afgelopen", "Mandates have ended"),
            action: Text("Verleng het mandaat of trek het in", "Extend or revoke the mandate"), .change),
        "mandate.reopened": FindingWords(
            Text("Mandaten zijn opnieuw nodig", "Mandates are needed again"),
            action: Text("Leg het nieuwe mandaat vast", "Record the new mandate"), .change),
        "mandate.without-deputy": FindingWords(
            Text("Mandaten hebben geen plaatsvervanger", "Mandates have no deputy"),
            action: Text("Benoem een plaatsvervanger", "Name a deputy"), .change),
        "person.without-mandate": FindingWords(
            Text("Mensen met een rol hebben geen mandaat", "People with a role have no mandate"),
            action: Text("Leg een mandaat vast", "Record a mandate"), .look),
        "helix.missing": FindingWords(
            Text("Delen van de samenleving ontbreken", "Parts of society are missing"),
            action: Text("Zoek wie erbij past", "Find who fits"), .look),
        "boarding.late": FindingWords(
            Text("Toetredingen of uittredingen lopen achter", "Onboarding or offboarding is late"),
            action: Text("Vink af of spreek een nieuwe dag af", "Tick off or agree on a new day"), .look),
        "organisation.no-participation": FindingWords(
            Text("Organisaties zonder deelname", "Organisations without participation"),
            action: Text("Leg vast of zij meedoen", "Record whether they take part"), .look),
        "organisation.looks-like": FindingWords(
            Text("Organisaties staan er misschien dubbel", "Organisations may be recorded twice"),
            action: Text("Vergelijk en voeg samen", "Compare and merge"), .look),
    ]
}
