import Kernel

extension Assignment {
    package func problems() -> [Problem] {
        guard let deputy, deputy == person else { return [] }
        return [.samePerson("assignment.deputy", "deputy")]
    }
}
