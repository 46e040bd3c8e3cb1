/// The alerts folder of the demo: everything with an event is told at once, to the terminal, a file and a webhook.
enum DemoAlerts {
    static func files(webhook: String, file: String) -> [(name: String, text: String)] {
        [
            (
                "rules.yaml",
                """
                rules:
                  - name: any-event
                    matchers: ["severity >= 20", "relevance >= 40"]

                """
            ),
            (
                "routes.yaml",
                """
                route:
                  receivers: [terminal, alerts-file, loopback-hook]
                  group_by: [story, company]
                  group_wait: 0s
                  group_interval: 0s

                """
            ),
            (
                "receivers.yaml",
                """
                receivers:
                  - name: terminal
                    type: stdout
                    format: text
                  - name: alerts-file
                    type: file
                    path: "\(file)"
                    fsync: false
                  - name: loopback-hook
                    type: webhook
                    url: "\(webhook)"

                """
            ),
        ]
    }
}
