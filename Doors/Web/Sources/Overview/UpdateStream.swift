import Hummingbird
import NIOCore
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

extension EcosystemVisit {
    /// Tells an open page that something changed, as it happens, as long as the visitor may know. Ends after five minutes: the
    /// page asks again, and is then judged by who is signed in.
    func streamUpdates() async throws -> Response {
        let updates = await ecosystem.updates()
        let sequence = reader.state.sequence
        let (ecosystem, caller, end) = (ecosystem, caller, ContinuousClock.now + .seconds(300))
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 3000\nevent: now\ndata: \(sequence)\n\n"))
                await withGracefulShutdownOver(updates) { update in
                    guard ContinuousClock.now < end, (try? await ecosystem.reader(for: caller)) != nil else {
                        return false
                    }
                    guard let update else { return await Self.send(": still here\n\n", to: &writer) }
                    return await Self.send("event: changed\ndata: \(update)\n\n", to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    private static func send(_ text: String, to writer: inout any ResponseBodyWriter) async -> Bool {
        do {
            try await writer.write(ByteBuffer(string: text))
            return true
        } catch { return false }
    }
}
