import CCurl

/// The one owner of a libcurl URL handle. URLs are read by libcurl only: two readers that differ are a hole.
@safe
struct CurlURL: ~Copyable {
    private let handle: OpaquePointer

    /// Nil where memory is short.
    init?() {
        guard let handle = unsafe curl_url() else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        unsafe curl_url_cleanup(handle)
    }

    /// Takes a whole URL, or one relative to what the handle holds. Bytes from 0x80 and spaces are percent-encoded.
    /// Returns CURLUE_OK or what is wrong.
    func set(url bytes: [UInt8]) -> CURLUcode {
        let flags = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME
        return set(CURLUPART_URL, bytes, flags: UInt32(flags))
    }

    func set(_ part: CURLUPart, _ bytes: [UInt8], flags: UInt32 = 0) -> CURLUcode {
        guard !bytes.contains(0) else { return CURLUE_MALFORMED_INPUT }
        return unsafe (bytes + [0]).withUnsafeBytes { buffer in
            unsafe curl_url_set(handle, part, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), flags)
        }
    }

    func clear(_ part: CURLUPart) {
        _ = unsafe curl_url_set(handle, part, nil, 0)
    }

    /// A part as it is, or percent-decoded; nil where the URL has none.
    func get(_ part: CURLUPart, decoded: Bool = false) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let flags = decoded ? UInt32(CURLU_URLDECODE) : 0
        guard unsafe curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text = unsafe text else { return nil }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
