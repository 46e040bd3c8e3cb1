import CCurl

/// One easy handle and what libcurl has told about its present hop. Confined to the thread of `TransferLoop`.
final class Transfer {
    /// What came of a hop.
    enum Outcome {
        case answer(status: Int, headers: ResponseHeaders, body: [UInt8])
        case redirect(status: Int, location: String)
        case failure(FetchError)
    }

    /// A redirect's body is read to keep the connection, but not for long.
    private static let maximumRedirectBody = 64 << 10

    var handle: EasyHandle
    /// Must live as long as libcurl may send.
    var headerList = HeaderList()
    /// The fetch that this transfer works for; nil while it is idle.
    private(set) var job: FetchJob?
    private var policy: AddressPolicy?

    private var head = ResponseHead()
    private var body: [UInt8] = []
    private var bodyStarted = false
    private var redirectBody = 0
    /// The rest of the body was left on purpose; what came before counts.
    private var stoppedReading = false
    private var failure: FetchError?
    private var denial: String?
    private var openedSocket = false
    /// The last address that the policy let pass, as libcurl spells it, and for which host: connections are used again.
    private var passed: (address: String, host: String)?

    /// Nil where memory is short.
    init?() {
        guard let handle = EasyHandle() else { return nil }
        self.handle = handle
    }

    /// Makes the transfer ready for the present hop of a fetch. `policy` is nil where no address is to be checked.
    func begin(_ job: FetchJob, policy: AddressPolicy?) {
        clear()
        self.job = job
        self.policy = policy
    }

    /// Forgets the fetch and what came of it.
    func clear() {
        job = nil
        policy = nil
        head = ResponseHead()
        body = []
        bodyStarted = false
        redirectBody = 0
        stoppedReading = false
        failure = nil
        denial = nil
        openedSocket = false
    }

    // MARK: - What the callbacks tell

    /// Takes one header line with its end; false ends the transfer.
    func receive(headerLine line: [UInt8]) -> Bool {
        if let excess = head.take(line: line) { return fail(.headersTooLarge, excess.rawValue) }
        guard let job, head.isComplete, let announced = head.announcedBytes, !job.request.cutsAtMaximum,
            job.hop.method != .head, !isRedirected(job)
        else { return true }
        return announced <= job.request.maximumBytes || fail(.tooLarge, "more than \(job.request.maximumBytes) bytes")
    }

    /// Takes decoded bytes of the body; false ends the transfer.
    func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard let job else { return false }
        if !bodyStarted {
            bodyStarted = true
            guard acceptsCoding() else { return false }
        }
        if isRedirected(job) {
            redirectBody += bytes.count
            stoppedReading = redirectBody > Self.maximumRedirectBody
            return !stoppedReading
        }
        let room = job.request.maximumBytes - body.count
        guard bytes.count > room else {
            unsafe body.append(contentsOf: bytes)
            return true
        }
        guard job.request.cutsAtMaximum else {
            return fail(.tooLarge, "more than \(job.request.maximumBytes) bytes")
        }
        unsafe body.append(contentsOf: bytes.prefix(max(0, room)))
        stoppedReading = true
        return false
    }

    /// Decides on an address that libcurl is about to connect to.
    func allows(_ address: IPAddress) -> Bool {
        guard let policy, let job else { return true }
        if let denial = policy.decide(address, host: job.hop.target.host).denial {
            self.denial = denial
            return false
        }
        openedSocket = true
        return true
    }

    /// Decides again before the request is sent, also on a connection that was used before.
    func allowsRequest(to address: String) -> Bool {
        guard policy != nil, let job else { return true }
        if let passed, passed.address == address, passed.host == job.hop.target.host {
            openedSocket = true
            return true
        }
        // A name for the interface may follow: fe80::1%eth0.
        guard let ip = IPAddress(String(address.prefix { $0 != "%" })) else { return true }
        if allows(ip) {
            passed = (address, job.hop.target.host)
            return true
        }
        openedSocket = false
        return false
    }

    // MARK: - What came of it

    /// Reads the result of libcurl together with what was received.
    func outcome(_ result: CURLcode) -> Outcome {
        guard let job else { return .failure(FetchError(code: .other, message: "The transfer belongs to no fetch")) }
        if let failure { return .failure(failure) }
        let isWhole = result == CURLE_OK || stoppedReading
        // A broken body takes nothing from the status of a redirect or of an error answer.
        let isUndecodable = result == CURLE_WRITE_ERROR || result == CURLE_BAD_CONTENT_ENCODING
        if isRedirected(job), isWhole || isUndecodable || result == CURLE_PARTIAL_FILE,
            let location = head.redirectLocation
        {
            return .redirect(status: head.status, location: location)
        }
        if head.isComplete, isUndecodable, !stoppedReading, !head.isSuccess {
            return .answer(status: head.status, headers: head.headers, body: [])
        }
        guard isWhole else { return .failure(explain(result, job)) }
        if head.status == 304, !job.hop.isConditional {
            return .failure(
                FetchError(
                    code: .unaskedNotModified,
                    message: "\(job.hop.target.name) answered 304 (not modified) to a request without validators"))
        }
        return .answer(status: head.status, headers: head.headers, body: body)
    }

    private func explain(_ result: CURLcode, _ job: FetchJob) -> FetchError {
        let name = job.hop.target.name
        if let denial, !openedSocket {
            return FetchError(code: .blockedAddress, message: "\(name) is not fetched: \(denial)")
        }
        if result == CURLE_BAD_CONTENT_ENCODING || result == CURLE_WRITE_ERROR, let coding = head.unknownCoding {
            return unknownCoding(coding)
        }
        return TransferFailure(result: result, handle: handle, job: job, answered: head.status > 0).error
    }

    private func isRedirected(_ job: FetchJob) -> Bool {
        job.request.followsRedirects && head.isComplete && head.redirectLocation != nil
    }

    /// False where the body is in a coding that we did not ask for. Of an error answer the status is enough.
    private func acceptsCoding() -> Bool {
        guard let coding = head.unknownCoding else { return true }
        if head.isSuccess {
            failure = unknownCoding(coding)
        } else {
            stoppedReading = true
        }
        return false
    }

    private func unknownCoding(_ coding: String) -> FetchError {
        FetchError(
            code: .badEncoding,
            message: "\(job?.hop.target.name ?? "The host") sends Content-Encoding \(coding), "
                + "but only gzip and deflate were asked for")
    }

    private func fail(_ code: FetchError.Code, _ what: String) -> Bool {
        failure = FetchError(code: code, message: "\(job?.hop.target.name ?? "The host") sends \(what)")
        return false
    }
}
