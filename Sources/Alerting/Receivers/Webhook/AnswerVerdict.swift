/// What a service's answer means for a delivery.
enum AnswerVerdict: Sendable, Hashable {
    case taken
    /// Try again; `throttled` says that the service wants less altogether.
    case tryAgain(throttled: Bool)
    /// The same message will never be taken.
    case refused
    /// The address is gone: the service wants nothing more.
    case gone

    /// By the status alone: 2xx is success, a redirect is not followed and is a failure, 410 is the end.
    static func byStatus(_ status: Int) -> AnswerVerdict {
        switch status {
        case 200...299: .taken
        case 410: .gone
        default: .tryAgain(throttled: [429, 502, 503, 504].contains(status))
        }
    }
}
