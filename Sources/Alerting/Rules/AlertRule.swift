/// What makes an event worth an alert.
struct AlertRule: Sendable, Hashable {
    /// What becomes of an event whose company the text does not name.
    enum Unnamed: String, Sendable, CaseIterable {
        /// It counts for the company that the article is most about.
        case subject
        /// It makes an alert of its own, for an unnamed company.
        case alert
        case ignore
    }

    /// What is worth telling again once an alert is out.
    enum News: String, Sendable, CaseIterable {
        case event, phase, severity, fact, source
    }

    let name: String
    /// All must hold for one event of the company.
    let matchers: [Matcher]
    let unnamed: Unnamed
    /// True where a company can meet the rule without any event.
    let takesNoEvent: Bool
    let notifyAgain: Set<News>
}
