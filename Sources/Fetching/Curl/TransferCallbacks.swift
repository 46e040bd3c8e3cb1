import CCurl
import Glibc

// What libcurl calls. Each checks, unwraps and calls one method of the transfer; no Swift error crosses C.

func receiveBodyFromCurl(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let length = size * count
    return unsafe transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: length))
        ? length : endTransfer(length)
}

func receiveHeaderFromCurl(
    bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let length = size * count
    let line = unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: length))
    return transfer.receive(headerLine: line) ? length : endTransfer(length)
}

/// Any number but the length given ends a transfer.
private func endTransfer(_ length: Int) -> Int {
    length == 0 ? 1 : 0
}

func openSocketForCurl(
    context: UnsafeMutableRawPointer?, purpose: curlsocktype, address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let context = unsafe context, let address = unsafe address else { return CURL_SOCKET_BAD }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let family = unsafe address.pointee.family
    if family != AF_UNIX {
        var bytes = [UInt8](repeating: 0, count: 16)
        let length = unsafe newsward_address_bytes(address, &bytes)
        guard let ip = IPAddress(bytes: Array(bytes.prefix(Int(length)))), transfer.allows(ip) else {
            return CURL_SOCKET_BAD
        }
    }
    // Closed on exec: commands that are feeds must not hold our connections.
    return unsafe socket(family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
}

func checkRequestForCurl(
    context: UnsafeMutableRawPointer?, remoteAddress: UnsafeMutablePointer<CChar>?,
    localAddress: UnsafeMutablePointer<CChar>?, remotePort: Int32, localPort: Int32
) -> Int32 {
    guard let context = unsafe context, let remoteAddress = unsafe remoteAddress else { return CURL_PREREQFUNC_ABORT }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.allowsRequest(to: String(cString: remoteAddress))
        ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
