/// The members of a scored record that are wanted, besides its id: what `score --fields` chooses.
public struct RecordFields: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let title = RecordFields(rawValue: 1 << 0)
    public static let text = RecordFields(rawValue: 1 << 1)
    public static let url = RecordFields(rawValue: 1 << 2)
    public static let language = RecordFields(rawValue: 1 << 3)
    public static let source = RecordFields(rawValue: 1 << 4)
    public static let publishedAt = RecordFields(rawValue: 1 << 5)
    public static let scoredAt = RecordFields(rawValue: 1 << 6)
    public static let sentiment = RecordFields(rawValue: 1 << 7)
    public static let confidence = RecordFields(rawValue: 1 << 8)
    public static let companies = RecordFields(rawValue: 1 << 9)
    public static let events = RecordFields(rawValue: 1 << 10)
    public static let severity = RecordFields(rawValue: 1 << 11)
    public static let evidence = RecordFields(rawValue: 1 << 12)
    public static let engine = RecordFields(rawValue: 1 << 13)
    public static let lexicon = RecordFields(rawValue: 1 << 14)
    public static let story = RecordFields(rawValue: 1 << 15)
    public static let novelty = RecordFields(rawValue: 1 << 16)
    public static let supersedes = RecordFields(rawValue: 1 << 17)
    public static let noveltyCounts = RecordFields(rawValue: 1 << 18)
    public static let volumeCounts = RecordFields(rawValue: 1 << 19)
    public static let risk = RecordFields(rawValue: 1 << 20)

    public static let all = RecordFields(rawValue: (1 << 21) - 1)

    /// Each member by its name in the record, in the order of the record.
    public static let named: [(name: String, field: RecordFields)] = [
        ("title", .title), ("text", .text), ("url", .url), ("language", .language), ("source", .source),
        ("published_at", .publishedAt), ("scored_at", .scoredAt), ("sentiment", .sentiment),
        ("confidence", .confidence), ("companies", .companies), ("events", .events), ("severity", .severity),
        ("evidence", .evidence), ("engine", .engine), ("lexicon", .lexicon), ("story", .story), ("novelty", .novelty),
        ("supersedes", .supersedes), ("novelty_counts", .noveltyCounts), ("volume_counts", .volumeCounts),
        ("risk", .risk),
    ]
}
