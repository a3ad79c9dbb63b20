import Testing

@testable import Ecosystems
