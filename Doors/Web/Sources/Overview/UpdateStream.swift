import ServiceLifecycle

/// Hands each update to `send`, and nil every 20 seconds in silence; ends when `send` says false, when the stream ends, or when the server stops.
func withGracefulShutdownOver(_ updates: AsyncStream<Int>, _ send: (Int?) async -> Bool) async {
    let ticks = merged(updates)
    for await update in ticks.cancelOnGracefulShutdown() where await !send(update) { return }
}

/// The updates, with a nil whenever nothing came for a while.
private func merged(_ updates: AsyncStream<Int>) -> AsyncStream<Int?> {
    let (stream, continuation) = AsyncStream.makeStream(of: Int?.self, bufferingPolicy: .bufferingNewest(4))
    let listening = Task {
        for await update in updates { continuation.yield(update) }
        continuation.finish()
    }
    let ticking = Task {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(20))
            continuation.yield(nil)
        }
    }
    continuation.onTermination = { _ in
        listening.cancel()
        ticking.cancel()
    }
    return stream
}
