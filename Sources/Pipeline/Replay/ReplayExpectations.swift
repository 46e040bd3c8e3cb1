import NewsModel
import Stories

/// What a replay is expected to find, for CI.
public struct ReplayExpectations: Sendable, Hashable {
    /// At most so many alerts of a type may be gained, lost or changed; nil: any number.
    public struct Limit: Sendable, Hashable {
        /// `legal.verdict`, or `legal.*` for a group; nil for all alerts.
        public var type: String?
        public var gained: Int?
        public var lost: Int?
        public var changed: Int?

        public init(type: String?, gained: Int?, lost: Int?, changed: Int?) {
            self.type = type
            self.gained = gained
            self.lost = lost
            self.changed = changed
        }
    }

    /// An article that the other files must, or must not, raise an alert on.
    public struct Wish: Sendable, Hashable {
        /// The article's id or URL.
        public var article: String
        /// Id or name; nil for any.
        public var company: String?
        /// As in `Limit`.
        public var type: String?
        public var isRaised: Bool

        public init(article: String, company: String?, type: String?, isRaised: Bool) {
            self.article = article
            self.company = company
            self.type = type
            self.isRaised = isRaised
        }
    }

    public var limits: [Limit]
    public var wishes: [Wish]

    public init(limits: [Limit], wishes: [Wish]) {
        self.limits = limits
        self.wishes = wishes
    }

    /// What does not hold, in plain words; empty where all does.
    public func findings(in report: ReplayReport) -> [String] {
        limits.flatMap { $0.findings(in: report) } + wishes.compactMap { $0.finding(in: report) }
    }
}

extension ReplayExpectations.Limit {
    fileprivate func findings(in report: ReplayReport) -> [String] {
        let counts = [
            ("gained", gained, report.gained.count { $0.isOf(type) }),
            ("lost", lost, report.lost.count { $0.isOf(type) }),
            ("changed", changed, report.changed.count { $0.before.isOf(type) || $0.after.isOf(type) }),
        ]
        return counts.compactMap { name, most, found in
            guard let most, found > most else { return nil }
            return "\(type ?? "all types"): \(found) alerts \(name), at most \(most) expected"
        }
    }
}

extension ReplayExpectations.Wish {
    fileprivate func finding(in report: ReplayReport) -> String? {
        let canonical = CanonicalURL.canonical(article) ?? article
        let isMet = report.after.contains { replayed in
            let alert = replayed.alert
            return replayed.isOf(type)
                && (company == nil || company == alert.company.id || company == alert.company.name)
                && (alert.articleID == article || alert.url.flatMap(CanonicalURL.canonical) == canonical)
        }
        guard isMet != isRaised else { return nil }
        let what = [company, type].compactMap { $0 }.joined(separator: ", ")
        return
            "\(article)\(what.isEmpty ? "" : " (\(what))"): \(isRaised ? "no alert, one expected" : "an alert, none expected")"
    }
}

extension ReplayedAlert {
    /// True where one of its events has the type; nil is any.
    fileprivate func isOf(_ type: String?) -> Bool {
        guard let type else { return true }
        guard type.hasSuffix("*") else { return types.contains(type) }
        return types.contains { $0.hasPrefix(type.dropLast()) }
    }
}
