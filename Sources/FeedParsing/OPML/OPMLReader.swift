internal import CharacterDecoding

/// Reads OPML. Strict about XML, as a repair would guess at addresses; liberal about how attributes are spelled.
public enum OPMLReader {
    /// The namespace of this program's own attributes.
    static let settingsNamespace = "urn:newsward:feed"

    /// Reads a document in any character set.
    ///
    /// - Throws: where it is not well-formed, or no OPML, with the line.
    public static func read(_ bytes: [UInt8], contentType: String? = nil) throws(OPMLError) -> OPMLDocument {
        let decoded = TextDecoder().decodeToUTF8(bytes, contentType: contentType, declaration: .xml)
        let builder = OPMLBuilder()
        do {
            try XMLElementReader.read(decoded.utf8, builder)
        } catch {
            throw OPMLError(line: error.line, message: error.message)
        }
        guard builder.isOPML else {
            throw OPMLError(line: builder.rootLine, message: "this is no OPML: its root element is <\(builder.root)>")
        }
        return builder.document
    }
}

/// Builds a document of the reader's events. Confined to the call that made it.
private final class OPMLBuilder: XMLElementHandler {
    private(set) var document = OPMLDocument()
    private(set) var root = ""
    private(set) var rootLine = 1
    /// Elements around the present place.
    private var path: [String] = []
    /// For each open outline: the folder that it is, or nil where it is none.
    private var folders: [String?] = []
    /// How many open elements are left out with all they hold, the outermost first.
    private var leftOut = 0
    private var titleText: [UInt8] = []

    var isOPML: Bool { root == "opml" }

    func start(_ name: String, _ attributes: [XMLElementAttribute], line: Int) {
        let name = name.lowercased()
        path.append(name)
        if path.count == 1 {
            (root, rootLine) = (name, line)
            let version = attributes.first { $0.name == "version" }?.value ?? ""
            document.version = version.hasPrefix("1") ? .one : .two
        }
        guard isOPML, name == "outline" else { return }
        if leftOut > 0 {
            leftOut += 1
            return
        }
        outline(OutlineAttributes(attributes), line: line)
    }

    func end() {
        let name = path.removeLast()
        if name == "title", path == ["opml", "head"] {
            let text = PlainText.title(titleText[...])
            document.title = text.isEmpty ? nil : text
        }
        guard isOPML, name == "outline" else { return }
        if leftOut > 0 { leftOut -= 1 } else { folders.removeLast() }
    }

    func text(_ bytes: [UInt8]) {
        if path == ["opml", "head", "title"], titleText.count < 4096 { titleText += bytes }
    }

    private func outline(_ outline: OutlineAttributes, line: Int) {
        if outline["iscomment"] == "true" {
            leftOut = 1
            return
        }
        let title = outline["text"] ?? outline["title"] ?? ""
        guard let address = outline["xmlurl"] else {
            folders.append(title.isEmpty ? nil : title)
            if ["include", "link"].contains(outline["type"]?.lowercased()) {
                document.problems.append("line \(line): an outline that only links to another document was passed over")
            } else if outline["type"]?.lowercased() == "rss" {
                document.problems.append("line \(line): a feed without xmlUrl was passed over")
            }
            return
        }
        // A feed may hold outlines, as folders do in some exports.
        folders.append(nil)
        guard let url = FeedAddress.web(address) else {
            document.problems.append("line \(line): xmlUrl must be an http or https address; it was passed over")
            return
        }
        document.feeds.append(
            OPMLFeed(
                url: url, title: title, page: outline["htmlurl"], folder: folders.compactMap { $0 },
                settings: outline.settings, line: line))
    }
}

/// The attributes of an outline: names in any case, values without blanks around them.
private struct OutlineAttributes {
    private var values: [String: String] = [:]
    private(set) var settings: [String: String] = [:]

    init(_ attributes: [XMLElementAttribute]) {
        for attribute in attributes {
            let value = PlainText.evenedText(attribute.value)
            guard !value.isEmpty else { continue }
            if attribute.namespace == OPMLReader.settingsNamespace {
                settings[attribute.name] = value
            } else if attribute.namespace == nil, values[attribute.name.lowercased()] == nil {
                values[attribute.name.lowercased()] = value
            }
        }
    }

    subscript(_ name: String) -> String? { values[name] }
}
