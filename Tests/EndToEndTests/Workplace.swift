import Foundation
import TestSupport

/// A folder with a configuration, alerts and companies of its own, and the program to run in it.
struct Workplace {
    let folder: TemporaryFolder
    let program: Program

    /// - Parameters:
    ///   - feed: the one feed's address.
    ///   - hook: where notices go.
    ///   - more: further keys of the feed, a line each.
    ///   - fetching: further keys of `fetching`, a line each.
    init(feed: String, hook: String, catchUp: String = "0s", more: [String] = [], fetching: [String] = []) throws {
        folder = try TemporaryFolder()
        program = Program(in: folder)
        try write(
            "newsward.yaml",
            """
            data: data
            alerts: alerts
            companies: [companies.txt]
            catch_up: \(catchUp)
            dashboard:
              port: 0
            fetching:
              allow_networks: [127.0.0.0/8]
              host_spacing: 0s
            \(fetching.map { "  " + $0 }.joined(separator: "\n"))
            feeds:
              - url: "\(feed)"
                source: Test Wire
                interval: 1s
            \(more.map { "    " + $0 }.joined(separator: "\n"))

            """)
        try write("companies.txt", "XXXX:QUILLON | Quillon Foundry\nXXXX:BRISK | Briskwater Foods\n")
        try FileManager.default.createDirectory(atPath: folder.path + "/alerts", withIntermediateDirectories: true)
        try write(
            "alerts/rules.yaml",
            """
            rules:
              - name: any-event
                matchers: ["severity >= 20"]

            """)
        try write(
            "alerts/routes.yaml",
            """
            route:
              receivers: [hook]
              group_by: [alert]
              group_wait: 0s
              group_interval: 0s

            """)
        try write(
            "alerts/receivers.yaml",
            """
            receivers:
              - name: hook
                type: webhook
                url: "\(hook)"

            """)
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
}
