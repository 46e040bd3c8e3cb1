import Foundation
public import NewsModel
import Storage
import Stories

/// Where an article's way ended, and why: the answer to "why not".
public struct ArticleVerdict: Sendable {
    /// The stages in order; the one at which the article stopped.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// No poll brought it.
        case fetch
        /// It is older than articles are kept.
        case retention
        /// First sight of its feed.
        case baseline
        /// Its date is too far back.
        case date
        /// The text holds no event of a company.
        case events
        /// No rule takes what it holds.
        case rule
        /// Its story has told it already.
        case story
        /// No route takes the alert.
        case route
        /// Muted, held or waiting.
        case notice
        /// On its way, or given up.
        case delivery
        /// It was told.
        case delivered
    }

    public let stage: Stage
    /// In plain words, with the values that decided.
    public let reasons: [String]
    /// Nil where nothing is stored of it.
    public let article: ArticleTrail?
    /// What it raised; empty where it raised nothing.
    public let alerts: [Alert]
    public let notices: [AlertTrail.Notice]
    /// What was decided for each of its companies, with every rule that was looked at.
    public var companies: [CompanyDecision] = []
}
