import Glibc

/// Reads one character set through the C library's iconv. Confined to the call that makes it.
///
/// The only file of the module that touches C; pointers live no longer than one call.
@safe
struct IconvConverter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a conversion to UTF-8, or returns nil where the C library does not know the name.
    init?(from name: String) {
        guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        unsafe descriptor = opened
    }

    deinit {
        _ = unsafe iconv_close(descriptor)
    }

    /// True where the C library can read the character set.
    static func knows(_ name: String) -> Bool {
        IconvConverter(from: name) != nil
    }

    /// Converts all bytes; a byte that cannot be read becomes U+FFFD and reading goes on after it.
    ///
    /// - Returns: UTF-8 and the number of bytes that were replaced.
    func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        var input = bytes
        var chunk = [UInt8](repeating: 0, count: min(64 * 1024, bytes.count * 4 + 64))
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var replaced = 0
        var position = 0
        reset()
        while position < input.count {
            let step = advance(&input, from: position, into: &chunk)
            output.append(contentsOf: chunk[0..<step.produced])
            position += step.consumed
            guard step.failed else { continue }
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            replaced += 1
            position += 1
        }
        // Some sets keep the last letter back to join it with a mark that may follow.
        let rest = flush(into: &chunk)
        output.append(contentsOf: chunk[0..<rest])
        return (output, replaced)
    }

    private func reset() {
        _ = unsafe iconv(descriptor, nil, nil, nil, nil)
    }

    /// One call of iconv; `failed` means that the byte at the end of what was consumed cannot be read.
    private func advance(
        _ input: inout [UInt8], from position: Int, into chunk: inout [UInt8]
    ) -> (consumed: Int, produced: Int, failed: Bool) {
        let inputCount = input.count - position
        let chunkCount = chunk.count
        var inputLeft = inputCount
        var chunkLeft = chunkCount
        let failed = unsafe input.withUnsafeMutableBytes { source in
            unsafe chunk.withUnsafeMutableBytes { target in
                guard let source = source.baseAddress, let target = target.baseAddress else { return true }
                var from: UnsafeMutablePointer<CChar>? = unsafe (source + position).assumingMemoryBound(to: CChar.self)
                var to: UnsafeMutablePointer<CChar>? = unsafe target.assumingMemoryBound(to: CChar.self)
                return unsafe iconv(descriptor, &from, &inputLeft, &to, &chunkLeft) == -1 && errno != E2BIG
            }
        }
        // A converter that neither moves nor complains would be called for ever.
        let stuck = inputLeft == inputCount && chunkLeft == chunkCount
        return (inputCount - inputLeft, chunkCount - chunkLeft, failed || stuck)
    }

    private func flush(into chunk: inout [UInt8]) -> Int {
        let count = chunk.count
        var left = count
        unsafe chunk.withUnsafeMutableBytes { target in
            guard let base = target.baseAddress else { return }
            var to: UnsafeMutablePointer<CChar>? = unsafe base.assumingMemoryBound(to: CChar.self)
            _ = unsafe iconv(descriptor, nil, nil, &to, &left)
        }
        return count - left
    }
}
