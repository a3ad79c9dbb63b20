import Testing

@testable import Ensemble
