import CLibXML2

/// Remembers what a name means by the address at which libxml2 keeps it: each spelling is interned once a document.
@safe
struct XMLNameCache {
    private struct Slot {
        var local: UInt = 0
        var space: UInt = 0
        var isAttribute = false
        var name = XMLName(namespace: .other, tag: .unknown, spelling: 0)
    }

    private var slots = [Slot](repeating: Slot(), count: 256)

    mutating func name(
        _ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
        isAttribute: Bool, _ builder: inout WireBuilder
    ) -> XMLName {
        let localKey = UInt(bitPattern: local)
        let spaceKey = UInt(bitPattern: uri) &+ UInt(bitPattern: prefix) &* 3
        let index = Int(truncatingIfNeeded: (localKey &* 31 &+ spaceKey) >> 3 & 255)
        let slot = slots[index]
        if slot.local == localKey, slot.space == spaceKey, slot.isAttribute == isAttribute { return slot.name }
        let made = unsafe make(String(cString: local), prefix, uri, isAttribute, &builder)
        slots[index] = Slot(local: localKey, space: spaceKey, isAttribute: isAttribute, name: made)
        return made
    }

    private func make(
        _ spelled: String, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ isAttribute: Bool,
        _ builder: inout WireBuilder
    ) -> XMLName {
        var local = spelled
        let namespace: Namespace
        if let uri = unsafe uri {
            namespace = unsafe Namespace(uri: String(cString: uri))
        } else if let colon = local.utf8.firstIndex(of: UInt8(ascii: ":")) {
            // libxml2 leaves a prefix that nobody declared in the name.
            namespace = Namespace(undeclaredPrefix: String(local[..<colon]))
            local = String(local[local.utf8.index(after: colon)...])
        } else if let prefix = unsafe prefix {
            namespace = unsafe Namespace(undeclaredPrefix: String(cString: prefix))
        } else {
            namespace = .none
        }
        let isForeign = !isAttribute && namespace == .other
        return XMLName(
            namespace: namespace, tag: isForeign ? .unknown : Tag(rawValue: local.lowercased()) ?? .unknown,
            spelling: builder.spelling(local))
    }
}
