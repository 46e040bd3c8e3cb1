import NewsModel
import StrictYAML
import TestSupport
import Testing

@testable import Alerting

private let tree = """
    route:
      receivers: [a]
      group_by: [company]
      group_wait: 30s
      group_interval: 5m
      routes:
        - name: copy
          matchers: [watched = true]
          receivers: [c]
          continue: true
        - name: legal
          matchers: [group = legal]
          receivers: [b]
          group_by: [alert]
          group_wait: 0s
          routes:
            - name: grave
              matchers: [severity >= 70]
              receivers: [b, c]
            - matchers: [phase = closed]
        - name: deals
          matchers: [type = deal.*]
          group_interval: 1h
    """

struct RouteTreeTests {
    @Test func theDeepestMatchingRouteSends() throws {
        let routes = try routes(tree)
        let found = routes.destinations(for: alert(id: "alert_9"))
        #expect(found.map(\.receiver) == ["b", "c"])
        #expect(found.map(\.route) == ["root/legal/grave", "root/legal/grave"])
        #expect(found.map(\.groupKey) == Array(repeating: "root/legal/grave{alert=alert_9}", count: 2))
        #expect(found.map(\.groupWait) == [0, 0])
        #expect(found.map(\.groupInterval) == [300, 300])
    }

    @Test func theFirstMatchEndsTheSearchUnlessItContinues() throws {
        let routes = try routes(tree)
        let deal = alert(events: [event("deal.merger")], severity: 50)
        #expect(routes.destinations(for: deal).map(\.route) == ["root/deals"])
        #expect(routes.destinations(for: deal).map(\.receiver) == ["a"])
        #expect(routes.destinations(for: deal).map(\.groupInterval) == [3600])
        let watched = alert(events: [event("deal.merger")], severity: 50, watched: true)
        #expect(routes.destinations(for: watched).map(\.receiver) == ["c", "a"])
    }

    @Test func whatNoChildTakesTheParentSends() throws {
        let routes = try routes(tree)
        let other = routes.destinations(for: alert(events: [event("ops.labor")], severity: 50))
        #expect(other.map(\.receiver) == ["a"])
        #expect(other.map(\.groupKey) == ["root{company=XKRX:035720}"])
        let small = routes.destinations(for: alert(events: [event("legal.lawsuit", severity: 40)], severity: 40))
        #expect(small.map(\.route) == ["root/legal"])
    }

    @Test func allMatchersMustHoldForOneEvent() throws {
        let text = """
            route:
              receivers: [a]
              routes:
                - matchers: [group = legal, phase = decided]
                  receivers: [b]
            """
        let mixed = [event("legal.lawsuit", phase: .alleged), event("deal.merger", phase: .decided)]
        #expect(try routes(text).destinations(for: alert(events: mixed)).map(\.receiver) == ["a"])
        let both = [event("legal.lawsuit", phase: .decided)]
        #expect(try routes(text).destinations(for: alert(events: both)).map(\.receiver) == ["b"])
        #expect(try routes(text).destinations(for: alert(events: [])).map(\.receiver) == ["a"])
    }

    @Test func theTraceShowsEveryNode() throws {
        let steps = try routes(tree).trace(of: alert(severity: 50, watched: true))
        #expect(
            steps.map(\.description) == [
                "+ root: left to a route below",
                "+ root/copy: sends to c, continues",
                "+ root/legal: sends to b",
                "- root/legal/grave: needs severity >= 70, it is 50",
                "- root/legal/2: needs phase = closed, it is not known",
            ])
    }

    @Test func aNoticeWaitsForItsGroup() throws {
        let destination = try #require(try routes(tree).destinations(for: alert(events: [])).first)
        let notice = destination.notice(for: alert(revision: 3), now: noon)
        #expect(notice.alertID == "alert_1")
        #expect(notice.revision == 3)
        #expect(notice.dueAt == noon.adding(seconds: 30))
    }

    @Test func groupKeysNameTheirLabelsAndStayOneLine() throws {
        let all = "[company, type, group, story, alert, rule, source, language, severity]"
        let key = try routes("route: {receivers: [a], group_by: \(all)}").destinations(
            for: alert(
                company: Company(id: nil, kind: .unlisted, name: "가\n나"),
                events: [event("b.x"), event("a.y"), event("b.x")],
                severity: 100, source: nil)
        ).first?.groupKey
        #expect(
            key
                == "root{company=가 나,type=a.y+b.x,group=a+b,story=story1,alert=alert_1,rule=grave-event,source=,language=ko,severity=90}"
        )
        #expect(
            try routes("route: {receivers: [a], group_by: []}").destinations(for: alert()).first?.groupKey == "root{}")
    }
}

struct RoutesFileTests {
    @Test func everyProblemOfTheFileAtOnce() throws {
        let text = """
            route:
              matchers: [severity > 1]
              receivers: [terminal, jurnal]
              group_by: [compny]
              routes:
                - name: one
                  receivers: [journal]
                - name: two
                  matchers: [severity >= 70]
                - name: two
                  group_wait: soon
            """
        let problems = try alertProblems(["routes.yaml": text])
        #expect(
            problems == [
                "routes.yaml:2: route: unknown key \"matchers\"; valid names: receivers, group_by, group_interval, repeat_interval, group_wait, mute_time_intervals, active_time_intervals, hold_time_intervals, hold_outside, digest, page_above, send_resolved, routes",
                "routes.yaml:3: route.receivers[2]: unknown receiver \"jurnal\" (did you mean \"journal\"?); valid names: terminal, journal",
                "routes.yaml:4: route.group_by[1]: unknown value \"compny\" (did you mean \"company\"?); valid names: company, type, group, story, alert, rule, source, language, severity",
                "routes.yaml:8: route.routes[2]: can never be reached: root/one before it takes the same alerts; move it up, or give root/one \"continue: true\"",
                "routes.yaml:10: route.routes[3].name: the name \"two\" is used twice here",
                "routes.yaml:10: route.routes[3]: can never be reached: root/one before it takes the same alerts; move it up, or give root/one \"continue: true\"",
                "routes.yaml:11: route.routes[3].group_wait: must be a duration such as 30s, 5m, 24h or 3d, not \"soon\"",
            ])
        #expect(
            try alertProblems(["routes.yaml": "route: {group_by: [company]}"])
                == ["routes.yaml:1: route: missing key \"receivers\": the root route must name at least one"])
        #expect(try alertProblems(["routes.yaml": "routes: []"]).first == "routes.yaml:1: missing key \"route\"")
    }

    @Test func routesThatStayReachable() throws {
        let text = """
            route:
              receivers: [terminal]
              routes:
                - matchers: [severity >= 70]
                - matchers: [severity >= 40]
                - {matchers: [group = legal], continue: true}
                - matchers: [type = legal.verdict]
            """
        #expect(try alertProblems(["routes.yaml": text]) == [])
        let wrongOrder = text.replacing(">= 70", with: ">= 30")
        #expect(
            try alertProblems(["routes.yaml": wrongOrder]) == [
                "routes.yaml:5: route.routes[2]: can never be reached: root/1 before it takes the same alerts; move it up, or give root/1 \"continue: true\""
            ])
    }

    @Test func mistakesInReceiversAreNotToldTwice() throws {
        let found = try alertProblems(["receivers.yaml": "receivers: [{name: terminal, type: stdot}]"])
        #expect(
            found == [
                "receivers.yaml:1: receivers[1].type: unknown value \"stdot\" (did you mean \"stdout\"?); valid names: stdout, file, webhook, slack, discord, teams, telegram, mattermost, rocketchat, googlechat, pagerduty, alertmanager, ntfy, dooray, jandi, kakaowork, naverworks, template, email, exec"
            ])
    }

    @Test func unusedReceiversAreAWarning() throws {
        let sample = try AlertsFolderSample()
        defer { sample.folder.remove() }
        let warnings = try sample.load().warnings.map { $0.description.replacing(sample.folder.path + "/", with: "") }
        #expect(warnings == ["receivers.yaml: no route sends to receiver \"journal\""])
    }
}
