/// What a feed may hold. Beyond a limit the rest is left out and told as a problem, so that the articles before it are kept.
enum XMLLimits {
    /// Bytes from `<` to `>`: many attributes on one tag cost libxml2 time that grows with their square.
    static let tagBytes = 64 * 1024
    static let attributes = 64
    static let depth = 100
    static let entries = 5_000
    /// Different names of elements and attributes.
    static let names = 2_000
    /// Fields of one entry, or of the feed.
    static let fields = 1_000
    /// Bytes of text in one field.
    static let fieldBytes = 1024 * 1024
    /// Bytes handed to libxml2 at once.
    static let chunkBytes = 8 * 1024
}
