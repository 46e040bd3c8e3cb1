/// Reads a whole document: as it is where it is well-formed, else repaired.
enum XMLDocumentReader {
    /// - Parameter bytes: valid UTF-8.
    /// - Returns: nil where there is no element at all.
    static func read(_ bytes: [UInt8], baseURL: String?) -> WireDocument? {
        let scan = XMLPrescan(bytes)
        if case .malformed(let reason) = scan.verdict { return repaired(bytes[...], baseURL, reason) }
        guard let root = scan.root else { return nil }
        var builder = WireBuilder(baseURL: baseURL)
        builder.reserve(bytes.count)
        let reader = XMLEventReader(builder: builder, stopsAtErrors: true)
        switch reader.read(bytes[root...]) {
        case .complete, .stopped:
            return reader.document
        case .declaresEntities:
            return repaired(bytes[root...], baseURL, "it declares entities of its own, which are not read")
        case .malformed(let message, let line):
            return repaired(bytes[root...], baseURL, "line \(line + lines(in: bytes[..<root])): \(message)")
        }
    }

    private static func repaired(_ bytes: ArraySlice<UInt8>, _ baseURL: String?, _ reason: String) -> WireDocument {
        let repaired = XMLRepair.repair(bytes)
        var builder = WireBuilder(baseURL: baseURL)
        builder.note("not well-formed: \(reason)")
        for problem in repaired.problems { builder.note(problem) }
        builder.reserve(bytes.count)
        let reader = XMLEventReader(builder: builder, stopsAtErrors: false)
        _ = reader.read(repaired.xml[...])
        return reader.document
    }

    private static func lines(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 == UInt8(ascii: "\n") }
    }
}
