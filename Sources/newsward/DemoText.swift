import NewsModel
import Newsroom
import Pipeline

/// What the demo says to the person in front of it.
enum DemoText {
    static func opening(articles: Int, feeds: Int, newsroom port: Int) -> String {
        """
        Newsward demo. A sample newsroom with \(articles) invented articles in \(feeds) feeds runs on http://127.0.0.1:\(port);
        the real daemon polls it. Alerts come below as they are found; new articles appear for 20 seconds. Ctrl-C ends.
        """
    }

    /// The summary at the end.
    static func closing(monitor: Monitor, server: NewsroomServer, file: String) async -> String {
        let traffic = server.traffic
        guard let numbers = await monitor.numbers() else { return "The store did not answer at the end." }
        return """

            Summary
              \(numbers.articles) articles read, in \(numbers.stories) stories; \(numbers.alerts) alerts
              \(numbers.delivered) messages delivered, \(numbers.waiting) waiting, \(numbers.dead) given up
              \(server.received.count) webhooks received on loopback
              \(traffic.requests) requests to the newsroom, \(traffic.notModified) of them answered "not modified"
              alerts as JSON Lines: \(file)
            """
    }
}
