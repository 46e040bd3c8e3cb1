/// What becomes of an HTML element, by its name.
struct HTMLElement: Sendable, Hashable {
    enum Use: Sendable {
        /// Kept in sanitised HTML.
        case kept
        /// Known, but its tags are left out; the text inside stays.
        case unwrapped
        /// Left out with all that it holds.
        case dropped
    }

    /// The name in lower case.
    let name: String
    let use: Use
    /// It has no content and no end tag.
    let isVoid: Bool
    /// It begins a new line of text.
    let isBlock: Bool
    /// Some of its attributes are kept.
    let hasAttributes: Bool

    /// Finds an element by a name in any case; nil for names that HTML does not know.
    static func find(_ name: ArraySlice<UInt8>) -> HTMLElement? {
        guard let key = key(name) else { return nil }
        return table[key]
    }

    private static func key(_ name: some Collection<UInt8>) -> UInt64? {
        guard name.count <= 10 else { return nil }
        // Five bits a letter or digit: ten letters fit, and no two names of the table share a key.
        var key: UInt64 = 0
        for byte in name {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                key = key << 5 | UInt64(byte & 0x1F)
            case UInt8(ascii: "1")...UInt8(ascii: "4"): key = key << 5 | UInt64(byte - UInt8(ascii: "1") + 27)
            case UInt8(ascii: "5")...UInt8(ascii: "6"): key = key << 5 | UInt64(31)
            default: return nil
            }
        }
        return key
    }

    private static let table: [UInt64: HTMLElement] = {
        let blocks = Set(words(blockNames))
        let voids = Set(words("area base br col embed hr img input link meta param source track wbr"))
        var table: [UInt64: HTMLElement] = [:]
        for (names, use) in [(keptNames, Use.kept), (unwrappedNames, .unwrapped), (droppedNames, .dropped)] {
            for name in words(names) {
                guard let key = key(name.utf8) else { continue }
                table[key] = HTMLElement(
                    name: name, use: use, isVoid: voids.contains(name), isBlock: blocks.contains(name),
                    hasAttributes: HTMLAttributeRule.elements.contains(name))
            }
        }
        return table
    }()

    private static func words(_ list: String) -> [String] {
        list.split(separator: " ").map(String.init)
    }

    private static let keptNames = """
        a abbr acronym address article aside b big blockquote br caption center cite code dd del dfn div dl dt em \
        figcaption figure footer h1 h2 h3 h4 h5 header hr i img ins kbd li mark ol p pre q s samp section small span \
        strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
        """
    private static let unwrappedNames = """
        area audio bdi bdo body button canvas col colgroup details dialog dir fieldset font form hgroup html label \
        legend link main map menu meta nav nobr noscript param picture progress rp rt ruby source track video base \
        input optgroup option output head
        """
    private static let droppedNames = """
        applet embed frame frameset iframe math noembed noframes object script select style svg template \
        textarea title xmp
        """
    private static let blockNames = """
        address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure \
        footer form h1 h2 h3 h4 h5 header hr li main menu nav ol option p pre section table tbody td tfoot th thead tr \
        ul
        """
}
