/// What an article does to a case.
public struct CaseChange: Sendable, Hashable {
    public enum Step: Sendable, Hashable {
        case opened
        /// It tells of the same phase, or of an earlier one.
        case repeated
        /// From this phase to a later one.
        case advanced(EventPhase)
        /// Acquittal, withdrawal, lifting, completion: from this phase.
        case closed(EventPhase)
    }

    /// The case as it stands afterwards.
    public var file: CaseFile
    public let step: Step
    /// The event that did it.
    public let event: EventType

    public init(file: CaseFile, step: Step, event: EventType) {
        self.file = file
        self.step = step
        self.event = event
    }

    public var closes: Bool { if case .closed = step { true } else { false } }

    /// `case legal charged to decided, open since 2026-08-01T00:00:00Z`.
    public var note: String {
        let way: String =
            switch step {
            case .opened: "opened, \(file.phase.rawValue)"
            case .repeated: file.phase.rawValue
            case .advanced(let from): "\(from.rawValue) to \(file.phase.rawValue)"
            case .closed(let from): "closed after \(from.rawValue) by \(event.rawValue)"
            }
        return "case \(file.family) \(way)" + (step == .opened ? "" : ", open since \(file.openedAt.iso8601)")
    }
}
