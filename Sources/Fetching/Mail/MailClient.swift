import Dispatch

/// Hands mails over to servers through libcurl's SMTP. Few are sent, so each has a thread for its time.
public struct MailClient: Sendable {
    private let configuration: FetcherConfiguration
    private static let threads = DispatchQueue(label: "newsward.mail", attributes: .concurrent)

    /// Of the configuration the address policy and the certificates count; mail goes through no proxy.
    public init(configuration: FetcherConfiguration) {
        self.configuration = configuration
    }

    /// Makes one try and ends within the time limit of the submission.
    public func submit(_ mail: MailSubmission) async -> MailReply {
        if let failure = CurlLibrary.failure { return MailReply(code: nil, text: failure.message, isAccepted: false) }
        return await withCheckedContinuation { continuation in
            Self.threads.async {
                continuation.resume(returning: MailTransfer.run(mail, configuration: configuration))
            }
        }
    }
}
