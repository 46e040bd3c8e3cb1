import CCurl

extension Transfer {
    /// Sets every option for the present hop. Returns false where libcurl refuses one.
    func configure(_ configuration: FetcherConfiguration) -> Bool {
        guard let job else { return false }
        handle.reset()
        setProtocols(job)
        setLimits(job, configuration)
        setTrust(configuration)
        setProxy(job.request.proxy ?? configuration.proxy)
        setMessage(job, configuration)
        setCallbacks()
        return handle.refused == CURLE_OK
    }

    private func setProtocols(_ job: FetchJob) {
        handle.set(CURLOPT_URL, job.hop.target.url)
        // The default allows file: and some 25 others.
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Hop follows redirects. The limit is for the day someone switches this on: the default is none.
        handle.set(CURLOPT_FOLLOWLOCATION, 0)
        handle.set(CURLOPT_MAXREDIRS, Hop.maximumRedirects)
        handle.set(CURLOPT_HTTP09_ALLOWED, 0)
        handle.set(CURLOPT_NOSIGNAL, 1)
        // Without it one silent name server stops every transfer of the thread.
        handle.set(CURLOPT_QUICK_EXIT, 1)
        handle.set(CURLOPT_DNS_CACHE_TIMEOUT, 60)
        if let path = job.request.unixSocketPath { handle.set(CURLOPT_UNIX_SOCKET_PATH, path) }
    }

    private func setLimits(_ job: FetchJob, _ configuration: FetcherConfiguration) {
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(job.request.connectTimeoutSeconds))
        handle.set(CURLOPT_TIMEOUT_MS, Self.milliseconds(job.remainingSeconds))
        handle.set(CURLOPT_LOW_SPEED_LIMIT, configuration.lowSpeedBytesPerSecond)
        handle.set(CURLOPT_LOW_SPEED_TIME, configuration.lowSpeedSeconds)
        // No MAXFILESIZE: it does not see chunked or compressed bodies, and ends a 304 or a redirect that names a
        // length. `receive(body:)` counts the bytes.
        // Fewer decoders, fewer holes.
        handle.set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
    }

    private func setTrust(_ configuration: FetcherConfiguration) {
        handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        handle.set(CURLOPT_NETRC, 0)
        handle.set(CURLOPT_UNRESTRICTED_AUTH, 0)
        if let file = configuration.caFile {
            handle.set(CURLOPT_CAINFO, file)
            handle.set(CURLOPT_PROXY_CAINFO, file)
        }
    }

    /// The empty text, unlike none, keeps libcurl from the proxies of the environment, which would hide the target's
    /// address from the policy.
    private func setProxy(_ proxy: String?) {
        handle.set(CURLOPT_PROXY, proxy ?? "")
        handle.set(CURLOPT_NOPROXY, proxy == nil ? "*" : "")
        handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        handle.set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
    }

    private func setMessage(_ job: FetchJob, _ configuration: FetcherConfiguration) {
        let hop = job.hop
        switch hop.method {
        case .get: handle.set(CURLOPT_HTTPGET, 1)
        case .head: handle.set(CURLOPT_NOBODY, 1)
        case .post, .put, .delete:
            if hop.body != nil || hop.method != .delete {
                handle.set(CURLOPT_POST, 1)
                handle.set(body: hop.body ?? [])
            }
            if hop.method != .post { handle.set(CURLOPT_CUSTOMREQUEST, hop.method.rawValue) }
        }
        handle.set(CURLOPT_USERAGENT, job.request.userAgent ?? configuration.userAgent)
        if let credentials = hop.credentials {
            handle.set(CURLOPT_HTTPAUTH, newsward_auth_basic())
            handle.set(CURLOPT_USERNAME, credentials.user)
            handle.set(CURLOPT_PASSWORD, credentials.password)
        }
        headerList = Self.headers(job.request, hop)
        handle.set(headers: headerList)
    }

    private static func headers(_ request: FetchRequest, _ hop: Hop) -> HeaderList {
        var list = HeaderList()
        list.append(name: "Accept", value: request.accept)
        if let etag = hop.etag { list.append(name: "If-None-Match", value: etag) }
        if let date = hop.lastModified { list.append(name: "If-Modified-Since", value: date) }
        if hop.carriesOwnHeaders {
            for header in request.headers { list.append(name: header.name, value: header.value) }
        }
        if hop.body != nil || hop.method == .post || hop.method == .put {
            // No wait for a "100 Continue" that many servers never send.
            list.leaveOut(name: "Expect")
            let own = hop.carriesOwnHeaders ? request.headers : []
            if ResponseHeaders(own).first("Content-Type") == nil {
                list.append(name: "Content-Type", value: "application/octet-stream")
            }
        }
        return list
    }

    private func setCallbacks() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe handle.set(CURLOPT_PRIVATE, pointer: context)
        unsafe handle.set(CURLOPT_WRITEDATA, pointer: context)
        unsafe handle.set(CURLOPT_HEADERDATA, pointer: context)
        unsafe handle.set(CURLOPT_OPENSOCKETDATA, pointer: context)
        unsafe handle.set(CURLOPT_PREREQDATA, pointer: context)
        unsafe handle.set(CURLOPT_WRITEFUNCTION, receiver: receiveBodyFromCurl)
        unsafe handle.set(CURLOPT_HEADERFUNCTION, receiver: receiveHeaderFromCurl)
        unsafe handle.set(openSocket: openSocketForCurl)
        unsafe handle.set(beforeRequest: checkRequestForCurl)
    }

    /// At least 1: for libcurl 0 is "no limit".
    private static func milliseconds(_ seconds: Double) -> Int {
        seconds > 0 ? Int(max(1, min(seconds * 1000, 1e9))) : 1
    }
}
