import Alerting
import NewsModel
import Storage

/// Answers "why": reads a data folder beside the daemon and puts the trail of an alert together. Changes nothing.
public struct TrailFinder: Sendable {
    let archive: any StoreArchive
    let parts: MonitorParts
    let desk: ScoringDesk

    /// - Throws: where the data folder, the lexicons or the alerts cannot be read.
    public init(_ settings: MonitorSettings) throws(MonitorFailure) {
        do {
            archive = try SQLiteNewsStore.openReadOnly(folder: settings.dataFolder)
        } catch {
            throw MonitorFailure(error)
        }
        parts = try MonitorParts(settings)
        desk = ScoringDesk(lexicon: parts.lexicon)
    }

    /// The trails of what an id names: an alert, or the alerts in a delivery. Empty where nothing has this id.
    public func trails(of id: String) async throws(MonitorFailure) -> [AlertTrail] {
        do {
            var ids = try await archive.alertIDs(inDelivery: id)
            if ids.isEmpty { ids = [Self.alertID(id)] }
            var trails: [AlertTrail] = []
            for id in ids {
                if let trail = try await trail(ofAlert: id) { trails.append(trail) }
            }
            return trails
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// An article with its story and its cues; nil where none has this id.
    func articleTrail(_ id: String) async throws(StorageError) -> ArticleTrail? {
        guard let archived = try await archive.archived(articleID: id) else { return nil }
        return ArticleTrail(archived, story: try await archive.stories(ids: [archived.storyID]).first, desk: desk)
    }

    func routes(of alert: Alert) -> [RouteCheck] {
        parts.alerting.routes.trace(of: alert)
    }

    func notices(ofAlert id: String) async throws(StorageError) -> [AlertTrail.Notice] {
        var notices: [AlertTrail.Notice] = []
        for archived in try await archive.notices(ofAlert: id) {
            var delivery: Delivery?
            var attempts: [DeliveryAttempt] = []
            if let deliveryID = archived.deliveryID {
                delivery = try await archive.delivery(id: deliveryID)
                attempts = try await archive.attempts(of: deliveryID)
            }
            notices.append(
                AlertTrail.Notice(
                    notice: archived.notice, state: archived.state.rawValue, verdicts: archived.verdicts,
                    delivery: delivery, attempts: attempts))
        }
        return notices
    }

    private func trail(ofAlert id: String) async throws(StorageError) -> AlertTrail? {
        let revisions = try await archive.revisions(ofAlert: id)
        guard !revisions.isEmpty else { return nil }
        var steps: [AlertTrail.Step] = []
        for alert in revisions {
            let conditions = parts.alerting.rules.conditions(ofRule: alert.rule, for: alert)
            steps.append(
                AlertTrail.Step(
                    alert: alert, article: try await articleTrail(alert.articleID),
                    conditions: conditions?.map(RuleCondition.init), routes: routes(of: alert)))
        }
        return AlertTrail(id: id, steps: steps, notices: try await notices(ofAlert: id))
    }

    /// `alert_x` of `alert_x@2`, as notices are named in a delivery.
    private static func alertID(_ id: String) -> String {
        id.split(separator: "@").first.map(String.init) ?? id
    }
}
