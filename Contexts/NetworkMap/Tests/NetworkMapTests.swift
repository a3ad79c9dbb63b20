import Testing

@testable import NetworkMap
