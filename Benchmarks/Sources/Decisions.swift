import Foundation
import MethodLibrary

enum Decisions {
    static func measure(in folder: URL, methods: Library) throws {}
}
