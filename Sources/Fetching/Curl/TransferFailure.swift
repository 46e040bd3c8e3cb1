import CCurl
import Glibc

/// Turns a result of libcurl into an error in plain words.
struct TransferFailure {
    let error: FetchError

    /// `answered`: a status line had come.
    init(result: CURLcode, handle: borrowing EasyHandle, job: FetchJob, answered: Bool) {
        let name = job.hop.target.name
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST:
            error = FetchError(code: .dns, message: "The name \(job.hop.target.host) cannot be looked up")
        case CURLE_COULDNT_RESOLVE_PROXY:
            error = FetchError(code: .dns, message: "The name of the proxy cannot be looked up")
        case CURLE_COULDNT_CONNECT:
            let cause = Self.cause(systemError: handle.number(CURLINFO_OS_ERRNO))
            error = FetchError(code: .connectFailed, message: "No connection to \(name)\(cause)")
        case CURLE_PROXY:
            error = FetchError(code: .connectFailed, message: "The proxy gives no connection to \(name)")
        case CURLE_OPERATION_TIMEDOUT:
            error = FetchError(code: .timeout, message: Self.timeout(handle, job))
        case CURLE_WRITE_ERROR, CURLE_BAD_CONTENT_ENCODING:
            // Our own receivers leave an error of their own; this one is the decoder's.
            error = FetchError(
                code: .badEncoding, message: "\(name) sends a body that is not the gzip or deflate that it says")
        case CURLE_PARTIAL_FILE:
            error = FetchError(code: .truncated, message: "\(name) ended the connection before the body was complete")
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_HTTP3:
            error =
                answered
                ? FetchError(code: .truncated, message: "\(name) ended the connection before the body was complete")
                : FetchError(code: .connectFailed, message: "\(name) ended the connection without an answer")
        case CURLE_UNSUPPORTED_PROTOCOL:
            error = FetchError(code: .other, message: "\(name) does not answer in HTTP")
        case CURLE_URL_MALFORMAT:
            error = FetchError(code: .invalidURL, message: "The URL cannot be read")
        default:
            error =
                Self.isTLS(result)
                ? FetchError(code: .tls, message: "No trusted connection to \(name): \(Self.reason(result, handle))")
                : FetchError(code: .other, message: "The fetch from \(name) failed: \(Self.text(result))")
        }
    }

    private static func timeout(_ handle: borrowing EasyHandle, _ job: FetchJob) -> String {
        let name = job.hop.target.name
        let connected = handle.offset(CURLINFO_PRETRANSFER_TIME_T) > 0
        let elapsed = Double(handle.offset(CURLINFO_TOTAL_TIME_T)) / 1_000_000
        if !connected, elapsed < job.remainingSeconds || job.request.connectTimeoutSeconds <= job.request.timeoutSeconds
        {
            return "No connection to \(name) within \(seconds(job.request.connectTimeoutSeconds)) s"
        }
        // libcurl rounds its timers down to milliseconds.
        if elapsed >= job.remainingSeconds - 0.002 {
            return "\(name) did not finish within \(seconds(job.request.timeoutSeconds)) s"
        }
        return "\(name) sent almost nothing for too long"
    }

    private static func seconds(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }

    private static func isTLS(_ result: CURLcode) -> Bool {
        [
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
            CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED,
        ].contains(result)
    }

    /// Why a certificate is refused, by the number that OpenSSL gives it; else libcurl's words for the result.
    private static func reason(_ result: CURLcode, _ handle: borrowing EasyHandle) -> String {
        switch handle.number(CURLINFO_SSL_VERIFYRESULT) {
        case 9: "its certificate is not valid yet"
        case 10: "its certificate has expired"
        case 18, 19: "its certificate is signed by itself"
        case 2, 20, 21: "its certificate is signed by no authority that this machine trusts"
        case 62, 64: "its certificate is for another host"
        // libcurl compares the names itself, before it asks OpenSSL for its number: 1 means not asked yet.
        case 1 where result == CURLE_PEER_FAILED_VERIFICATION: "its certificate is for another host"
        default: text(result)
        }
    }

    private static func text(_ result: CURLcode) -> String {
        guard let text = unsafe curl_easy_strerror(result) else { return "error \(result.rawValue)" }
        return unsafe String(cString: text)
    }

    private static func cause(systemError: Int) -> String {
        guard systemError != 0, let text = unsafe strerror(Int32(systemError)) else { return "" }
        return unsafe " (\(String(cString: text)))"
    }
}
