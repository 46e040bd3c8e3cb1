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
    /// Bytes handed to libxml2 at first.
    private static let chunkBytes = 8 * 1024

    /// The bytes to hand to libxml2 next, of a document of `count` bytes that is read up to `position`.
    ///
    /// They grow with what is read: at each chunk libxml2 looks through an open CDATA section again from its start, and
    /// takes 300 bytes of it, which by chunks of one size makes the square of a long section.
    static func chunk(at position: Int, of count: Int) -> Int {
        min(max(chunkBytes, position / 8), count - position)
    }
}
