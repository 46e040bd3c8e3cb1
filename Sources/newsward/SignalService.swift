import Logging
import ServiceLifecycle
import UnixSignals

/// The one owner of SIGTERM, SIGINT and SIGHUP. It ends at the first of the two that end the program.
struct SignalService: EndingService {
    let reload: @Sendable () async -> Void
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: [.sigterm, .sigint, .sighup])
        for await signal in signals.cancelOnGracefulShutdown() {
            guard signal == .sighup else {
                logger.info("shutting down", metadata: ["signal": "\(signal)"])
                return
            }
            await reload()
        }
    }
}
