import Fetching

/// What receivers reach the world through.
public struct ReceiverParts: Sendable {
    public var output: any LineOutput
    /// For addresses on the internet: the private ones are refused.
    public var poster: any WebhookPoster
    /// For addresses on this machine that the user wrote into `receivers.yaml`.
    public var localPoster: any WebhookPoster
    /// For servers of mail on the internet, and for those on this machine.
    public var mailer: any MailSender
    public var localMailer: any MailSender
    /// Relative paths of file receivers lie in this folder.
    public var dataFolder: String

    public init(
        output: any LineOutput, poster: any WebhookPoster, localPoster: any WebhookPoster, mailer: any MailSender,
        localMailer: any MailSender, dataFolder: String
    ) {
        self.output = output
        self.poster = poster
        self.localPoster = localPoster
        self.mailer = mailer
        self.localMailer = localMailer
        self.dataFolder = dataFolder
    }

    /// Parts that reach nothing, for receivers that only render.
    public static func unreachable() -> ReceiverParts {
        let nothing = NoConnection()
        return ReceiverParts(
            output: nothing, poster: nothing, localPoster: nothing, mailer: nothing, localMailer: nothing,
            dataFolder: "/dev/null")
    }
}

/// Reaches nothing.
private struct NoConnection: LineOutput, WebhookPoster, MailSender {
    struct Closed: Error {}

    func write(_ lines: [UInt8]) throws { throw Closed() }

    func send(_ request: WebhookRequest) async throws(WebhookPostError) -> WebhookAnswer {
        throw WebhookPostError("nothing is sent here")
    }

    func submit(_ mail: MailSubmission) async -> MailReply {
        MailReply(code: nil, text: "nothing is sent here", isAccepted: false)
    }
}
