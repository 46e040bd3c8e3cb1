public import Fetching

/// Hands mails over to a server, one try at a time.
public protocol MailSender: Sendable {
    func submit(_ mail: MailSubmission) async -> MailReply
}

extension MailClient: MailSender {}
