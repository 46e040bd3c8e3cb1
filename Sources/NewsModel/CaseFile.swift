/// A legal, regulatory or deal matter of one company that is remembered over months, whatever stories tell of it.
public struct CaseFile: Sendable, Hashable {
    /// Made from the opening article, the company and the family; the same after a restore.
    public let id: String
    public let companyID: String
    /// Which events belong together: `legal`, `legal.lawsuit`, `regulatory`, `exchange`, `deal`.
    public let family: String
    /// Persons, companies and amounts that the reports named.
    public var parties: [String]
    /// How far it has come.
    public var phase: EventPhase
    public let openedAt: Timestamp
    public var updatedAt: Timestamp
    /// When it was closed, and by which article; nil while it is open.
    public var closedAt: Timestamp?
    public var closedBy: String?
    /// The alerts that told of it.
    public var alertIDs: [String]

    public init(
        id: String, companyID: String, family: String, parties: [String], phase: EventPhase, openedAt: Timestamp,
        updatedAt: Timestamp, closedAt: Timestamp? = nil, closedBy: String? = nil, alertIDs: [String] = []
    ) {
        self.id = id
        self.companyID = companyID
        self.family = family
        self.parties = parties
        self.phase = phase
        self.openedAt = openedAt
        self.updatedAt = updatedAt
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.alertIDs = alertIDs
    }
}

/// A receiver that was told of a case, and by which route.
public struct CaseListener: Sendable, Hashable {
    public let receiver: String
    public let route: String

    public init(receiver: String, route: String) {
        self.receiver = receiver
        self.route = route
    }
}
