import CCurl

/// The one owner of a libcurl multi handle. All calls come from one thread, but for `Waker.wake`.
@safe
struct MultiHandle: ~Copyable {
    /// Ends a `wait` from any thread. Must not be used once the handle is gone.
    ///
    /// `@unchecked` because curl_multi_wakeup is the one call that libcurl allows from other threads.
    @safe
    struct Waker: @unchecked Sendable {
        fileprivate let raw: UnsafeMutableRawPointer

        func wake() {
            unsafe curl_multi_wakeup(raw)
        }
    }

    private let raw: UnsafeMutableRawPointer

    /// Nil where memory or descriptors are short.
    init?(maximumConnections: Int) {
        guard let raw = unsafe curl_multi_init() else { return nil }
        unsafe self.raw = raw
        unsafe newsward_multi_set_long(raw, CURLMOPT_MAX_TOTAL_CONNECTIONS, maximumConnections)
        unsafe newsward_multi_set_long(raw, CURLMOPT_MAXCONNECTS, maximumConnections)
    }

    deinit {
        unsafe curl_multi_cleanup(raw)
    }

    var waker: Waker { unsafe Waker(raw: raw) }

    /// Starts a transfer; false where libcurl does not take it.
    func add(_ handle: borrowing EasyHandle) -> Bool {
        unsafe curl_multi_add_handle(raw, handle.raw) == CURLM_OK
    }

    /// Ends a transfer, whether it is complete or not.
    func remove(_ handle: borrowing EasyHandle) {
        unsafe curl_multi_remove_handle(raw, handle.raw)
    }

    /// Reads, writes and calls back as far as possible without waiting.
    func perform() {
        var running: Int32 = 0
        unsafe curl_multi_perform(raw, &running)
    }

    /// Waits for a socket, a timer of libcurl, a wake, or so many milliseconds.
    func wait(milliseconds: Int32) {
        unsafe curl_multi_poll(raw, nil, 0, milliseconds, nil)
    }

    /// The next transfer that has ended, with its result.
    func nextEnded() -> (transfer: Transfer, result: CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(raw, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE, let easy = unsafe message.pointee.easy_handle else {
                continue
            }
            let result = unsafe newsward_message_result(message)
            var context: UnsafeMutableRawPointer?
            guard unsafe newsward_easy_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK,
                let context = unsafe context
            else { continue }
            return (unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue(), result)
        }
        return nil
    }
}
