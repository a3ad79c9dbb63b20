import Testing

@testable import Parties
