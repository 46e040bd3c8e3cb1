import CCurl
import Glibc

/// One mail on its way through an easy handle. Confined to the thread of its call.
final class MailTransfer {
    private let mail: MailSubmission
    private let policy: AddressPolicy
    private let host: String
    private var sent = 0
    private var denial: String?
    private var lastLine: [UInt8] = []

    static func run(_ mail: MailSubmission, configuration: FetcherConfiguration) -> MailReply {
        guard let url = CurlURL(), url.set(url: Array(mail.server.utf8)) == CURLUE_OK,
            let host = url.get(CURLUPART_HOST), !host.isEmpty
        else { return MailReply(code: nil, text: "The address of the server cannot be read", isAccepted: false) }
        return MailTransfer(mail, policy: configuration.addressPolicy, host: host.lowercased()).run(configuration)
    }

    private init(_ mail: MailSubmission, policy: AddressPolicy, host: String) {
        self.mail = mail
        self.policy = policy
        self.host = host
    }

    private func run(_ configuration: FetcherConfiguration) -> MailReply {
        guard var handle = EasyHandle() else { return failure("Out of memory", code: nil) }
        // Must live until the transfer has ended.
        var recipients = HeaderList()
        for recipient in mail.recipients { recipients.append(recipient: recipient) }
        configure(&handle, configuration, recipients)
        guard handle.refused == CURLE_OK else { return failure("libcurl cannot send mail here", code: nil) }
        let result = handle.perform()
        let number = handle.number(CURLINFO_RESPONSE_CODE)
        let code = number > 0 ? number : nil
        if result == CURLE_OK { return MailReply(code: code, text: line, isAccepted: true) }
        if let denial { return failure("\(host) is not reached: \(denial)", code: nil) }
        return failure(words(for: result), code: code)
    }

    private func configure(
        _ handle: inout EasyHandle, _ configuration: FetcherConfiguration, _ recipients: borrowing HeaderList
    ) {
        handle.set(CURLOPT_URL, mail.server)
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_NOSIGNAL, 1)
        handle.set(CURLOPT_QUICK_EXIT, 1)
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_NOPROXY, "*")
        handle.set(CURLOPT_NETRC, 0)
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, 10_000)
        handle.set(CURLOPT_TIMEOUT_MS, Int(max(1, mail.timeoutSeconds * 1000)))
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = configuration.caFile { handle.set(CURLOPT_CAINFO, file) }
        handle.set(CURLOPT_USE_SSL, Int(mail.requiresTLS ? CURLUSESSL_ALL.rawValue : CURLUSESSL_NONE.rawValue))
        if let credentials = mail.credentials {
            handle.set(CURLOPT_USERNAME, credentials.user)
            handle.set(CURLOPT_PASSWORD, credentials.password)
        }
        handle.set(CURLOPT_MAIL_FROM, "<\(mail.from)>")
        handle.set(CURLOPT_MAIL_RCPT, list: recipients)
        handle.set(CURLOPT_UPLOAD, 1)
        handle.set(CURLOPT_INFILESIZE_LARGE, offset: mail.message.count)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe handle.set(CURLOPT_READDATA, pointer: context)
        unsafe handle.set(CURLOPT_HEADERDATA, pointer: context)
        unsafe handle.set(CURLOPT_WRITEDATA, pointer: context)
        unsafe handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
        unsafe handle.set(CURLOPT_READFUNCTION, sender: readMailForCurl)
        unsafe handle.set(CURLOPT_HEADERFUNCTION, receiver: receiveMailLineFromCurl)
        unsafe handle.set(CURLOPT_WRITEFUNCTION, receiver: receiveMailLineFromCurl)
        unsafe handle.set(openSocket: openMailSocketForCurl)
    }

    // MARK: - What the callbacks ask

    /// Fills a buffer with the next bytes of the message.
    fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = mail.message[sent..<min(mail.message.count, sent + buffer.count)]
        unsafe buffer.copyBytes(from: part)
        sent += part.count
        return part.count
    }

    /// The goodbye at the end says nothing of what came before.
    fileprivate func receive(line: UnsafeRawBufferPointer) {
        let bytes = unsafe Array(line.prefix(512))
        if !lastLine.isEmpty, bytes.starts(with: "221".utf8) { return }
        lastLine = bytes
    }

    fileprivate func allows(_ address: IPAddress) -> Bool {
        guard let denial = policy.decide(address, host: host).denial else { return true }
        self.denial = denial
        return false
    }

    // MARK: - Words

    private var line: String {
        String(decoding: lastLine.filter { $0 >= 0x20 }, as: UTF8.self)
    }

    private func failure(_ words: String, code: Int?) -> MailReply {
        let text = line.isEmpty ? words : "\(words): \(line)"
        return MailReply(code: code, text: text, isAccepted: false)
    }

    private func words(for result: CURLcode) -> String {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST: "The name \(host) cannot be looked up"
        case CURLE_COULDNT_CONNECT: "No connection to \(host)"
        case CURLE_OPERATION_TIMEDOUT: "\(host) did not take the mail in time"
        case CURLE_LOGIN_DENIED: "\(host) does not accept the user and password"
        case CURLE_USE_SSL_FAILED: "\(host) offers no STARTTLS, and without TLS nothing is sent"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE:
            "No trusted connection to \(host)"
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING: "\(host) ended the connection or refused the mail"
        default: "\(host) did not take the mail (libcurl \(result.rawValue))"
        }
    }
}

private func readMailForCurl(
    buffer: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context, let buffer = unsafe buffer else { return 0 }
    let transfer = unsafe Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private func receiveMailLineFromCurl(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
    unsafe transfer.receive(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}

private func openMailSocketForCurl(
    context: UnsafeMutableRawPointer?, purpose: curlsocktype, address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let context = unsafe context, let address = unsafe address else { return CURL_SOCKET_BAD }
    let transfer = unsafe Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
    var bytes = [UInt8](repeating: 0, count: 16)
    let length = unsafe newsward_address_bytes(address, &bytes)
    guard let ip = IPAddress(bytes: Array(bytes.prefix(Int(length)))), transfer.allows(ip) else {
        return CURL_SOCKET_BAD
    }
    let family = unsafe address.pointee.family
    return unsafe socket(family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
}
