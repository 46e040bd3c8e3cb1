import CCurl

/// The one owner of a libcurl easy handle.
@safe
struct EasyHandle: ~Copyable {
    let raw: UnsafeMutableRawPointer
    /// The first option that libcurl did not take since the last `reset`.
    private(set) var refused: CURLcode = CURLE_OK

    /// Nil where memory is short.
    init?() {
        guard let raw = unsafe curl_easy_init() else { return nil }
        unsafe self.raw = raw
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
    }

    /// Back to the defaults of libcurl; connections and known names stay with the multi handle.
    mutating func reset() {
        unsafe curl_easy_reset(raw)
        refused = CURLE_OK
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(unsafe newsward_easy_set_long(raw, option, value))
    }

    mutating func set(_ option: CURLoption, offset value: Int) {
        note(unsafe newsward_easy_set_offset(raw, option, curl_off_t(value)))
    }

    /// Copied by libcurl, without NUL, CR and LF.
    mutating func set(_ option: CURLoption, _ text: String) {
        var bytes = HeaderText.encode(text)
        bytes.append(0)
        note(
            unsafe bytes.withUnsafeBytes {
                unsafe newsward_easy_set_text(raw, option, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
            })
    }

    /// The body to send, copied by libcurl.
    mutating func set(body: [UInt8]) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, offset: body.count)
        // One byte more, so that an empty body has an address too.
        note(
            unsafe (body + [0]).withUnsafeBytes {
                unsafe newsward_easy_set_text(
                    raw, CURLOPT_COPYPOSTFIELDS, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
            })
    }

    /// The list must live until the transfer has ended.
    mutating func set(headers: borrowing HeaderList) {
        set(CURLOPT_HTTPHEADER, list: headers)
    }

    /// The list must live until the transfer has ended.
    mutating func set(_ option: CURLoption, list: borrowing HeaderList) {
        note(unsafe newsward_easy_set_list(raw, option, list.first))
    }

    mutating func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) {
        note(unsafe newsward_easy_set_pointer(raw, option, pointer))
    }

    mutating func set(_ option: CURLoption, receiver: @escaping curl_write_callback) {
        note(unsafe newsward_easy_set_receiver(raw, option, receiver))
    }

    mutating func set(_ option: CURLoption, sender: @escaping curl_read_callback) {
        note(unsafe newsward_easy_set_sender(raw, option, sender))
    }

    mutating func set(openSocket: @escaping curl_opensocket_callback) {
        note(unsafe newsward_easy_set_opensocket(raw, openSocket))
    }

    mutating func set(beforeRequest: @escaping curl_prereq_callback) {
        note(unsafe newsward_easy_set_prereq(raw, beforeRequest))
    }

    /// Makes the transfer on this thread, and returns when it has ended.
    func perform() -> CURLcode {
        unsafe curl_easy_perform(raw)
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        _ = unsafe newsward_easy_get_long(raw, info, &value)
        return value
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        _ = unsafe newsward_easy_get_offset(raw, info, &value)
        return Int(value)
    }

    func text(_ info: CURLINFO) -> String {
        var value: UnsafePointer<CChar>?
        guard unsafe newsward_easy_get_text(raw, info, &value) == CURLE_OK, let value = unsafe value else { return "" }
        return unsafe String(cString: value)
    }

    private mutating func note(_ code: CURLcode) {
        if code != CURLE_OK, refused == CURLE_OK { refused = code }
    }
}
