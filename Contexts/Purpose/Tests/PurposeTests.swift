import Testing

@testable import Purpose
