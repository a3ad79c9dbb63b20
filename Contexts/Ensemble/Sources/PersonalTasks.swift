import Agreements
import Ecosystems
import Governance
import Parties

/// Everything that is asked of somebody, by all contexts together.
package enum PersonalTasks {
    /// In the order in which to do it.
    /// - Parameter seated: the persons of the ecosystem who can sign in, as far as the caller may know.
    package static func forCaller(_ reader: Reader, persons: [String], seated: Set<String>) -> [PersonalTask] {
        let tasks =
            Tasks.forCaller(reader, persons: persons, seated: seated) + AgreementTasks.forCaller(reader)
            + GovernanceTasks.forCaller(reader, persons: persons) + DecisionTasks.forCaller(reader)
            + DisputeTasks.forCaller(reader)
        return tasks.ordered()
    }
}
