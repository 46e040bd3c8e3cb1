internal import GRDB
internal import NewsModel

/// The statement of one page: a slice of the candidates, and of it what answers the query.
///
/// Candidates are the articles of the query's time, or where it has words that the index knows, those that hold all their
/// pieces, and those that are not in the index yet. The slice comes first, so that a query that few of them answer looks at no more rows in one transaction.
struct ArchiveStatement {
    static let articles = """
        SELECT article.*, unpacked(record) AS recordJSON, decision, severity, sentimentScore, companies, eventTypes,
            joinReason, origin
        FROM article JOIN assessment ON assessment.article = number
        """

    /// Candidates looked at in one transaction.
    private static let slice = 2000
    private static let sliceOfIndex = 500

    let found: String
    let foundArguments: StatementArguments
    /// The last candidate of the slice, where it is full.
    let end: String
    let endArguments: StatementArguments

    init(_ query: ArchiveQuery, after cursor: ArchiveCursor?) {
        let pieces = WordPieces.expression(of: query.words)
        let slice = pieces == nil ? Self.slice : Self.sliceOfIndex
        let bounds = Self.bounds(query)
        var conditions = Self.conditions(query)
        let candidates: Candidates
        if let pieces {
            candidates = .holding(pieces, newestFirst: query.newestFirst, after: cursor)
            conditions += bounds
        } else {
            candidates = .inTime(bounds, newestFirst: query.newestFirst, after: cursor)
        }
        end = "SELECT seenAt, place \(candidates.sql) LIMIT 1 OFFSET \(slice - 1)"
        endArguments = candidates.arguments
        found = """
            \(Self.articles)
            WHERE number IN (SELECT place \(candidates.sql) LIMIT \(slice))\(conditions.map { " AND \($0.sql)" }.joined())
            ORDER BY \(candidates.order)
            """
        foundArguments = conditions.reduce(candidates.arguments) { $0 + $1.arguments }
    }

    typealias Condition = (sql: String, arguments: StatementArguments)

    private static func bounds(_ query: ArchiveQuery) -> [Condition] {
        [
            ("article.seenAt >= ?", [query.since?.milliseconds ?? .min]),
            ("article.seenAt < ?", [query.until?.milliseconds ?? .max]),
        ]
    }

    private static func conditions(_ query: ArchiveQuery) -> [Condition] {
        var conditions: [Condition] = query.words.map { word in
            let pattern = "%\(escaped(word))%"
            return (#"(title LIKE ? ESCAPE '\' OR body LIKE ? ESCAPE '\')"#, [pattern, pattern])
        }
        if let company = query.company {
            conditions.append(
                (
                    """
                    EXISTS (SELECT 1 FROM json_each(unpacked(record), '$.companies') AS c
                        WHERE c.value ->> '$.id' = ? OR c.value ->> '$.name' = ?)
                    """, [company, company]
                ))
        }
        if let type = query.type {
            let isGroup = type.hasSuffix("*")
            let pattern = isGroup ? escaped(String(type.dropLast())) + "%" : escaped(type)
            conditions.append(
                (#"EXISTS (SELECT 1 FROM json_each(eventTypes) WHERE value LIKE ? ESCAPE '\')"#, [pattern]))
        }
        if query.minimumSeverity > 0 { conditions.append(("severity >= ?", [query.minimumSeverity])) }
        return conditions
    }

    /// A text in which LIKE sees no wildcard.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}

/// Which articles a page looks at, in which order.
private struct Candidates {
    /// From `FROM` to `ORDER BY`; its rows have `place`, the article's number, and `seenAt`.
    let sql: String
    let arguments: StatementArguments
    let order: String

    /// By the time index.
    static func inTime(
        _ bounds: [ArchiveStatement.Condition], newestFirst: Bool, after cursor: ArchiveCursor?
    ) -> Candidates {
        var conditions = bounds
        if let cursor {
            conditions.append(
                ("(seenAt, number) \(newestFirst ? "<" : ">") (?, ?)", [cursor.moment, cursor.row]))
        }
        let down = newestFirst ? " DESC" : ""
        return Candidates(
            sql: """
                FROM (
                    SELECT seenAt, number AS place FROM article
                    WHERE \(conditions.map(\.sql).joined(separator: " AND "))
                ) ORDER BY seenAt\(down), place\(down)
                """, arguments: conditions.reduce([]) { $0 + $1.arguments },
            order: "article.seenAt\(down), number\(down)")
    }

    /// By the index of words, which knows no time: in the order in which they were stored.
    static func holding(_ pieces: String, newestFirst: Bool, after cursor: ArchiveCursor?) -> Candidates {
        let down = newestFirst ? " DESC" : ""
        func after(_ column: String) -> String {
            cursor.map { " AND \(column) \(newestFirst ? "<" : ">") \($0.row)" } ?? ""
        }
        return Candidates(
            sql: """
                FROM (
                    SELECT 0 AS seenAt, number AS place FROM article
                    WHERE number > (SELECT last FROM articleIndexEnd)\(after("number"))
                    UNION ALL
                    SELECT 0, rowid FROM articleIndex WHERE articleIndex MATCH ?\(after("rowid"))
                ) ORDER BY place\(down)
                """, arguments: [pieces], order: "number\(down)")
    }
}

/// Words as the index of three-character pieces can look them up.
enum WordPieces {
    /// More pieces narrow the candidates no further.
    private static let most = 64

    /// An expression for all articles that hold every piece of every word, and some others; nil where no word has three
    /// characters.
    static func expression(of words: [String]) -> String? {
        let pieces = words.flatMap { word in
            let scalars = Array(word.unicodeScalars.prefix(1000))
            return scalars.indices.dropLast(2).map { quoted(scalars[$0..<$0 + 3]) }
        }
        return pieces.isEmpty ? nil : Set(pieces).sorted().prefix(most).joined(separator: " AND ")
    }

    private static func quoted(_ piece: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in piece {
            if scalar == "\"" { text.append(scalar) }
            text.append(scalar)
        }
        text.append("\"")
        return String(text)
    }
}
