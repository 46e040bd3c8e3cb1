/// Chooses among companies that may be party to an event, looked at in the order of the text: the subject of the article
/// first, as it is the likeliest party of its own sentences, else the last one before the event, else the first.
struct OwnerChoice {
    private var subject: Int?
    private var before: Int?
    private var first: Int?

    var company: Int? { subject ?? before ?? first }

    mutating func add(_ mention: CompanyMention, isBefore: Bool, isSubject: Bool) {
        if isSubject, subject == nil { subject = mention.company }
        if isBefore { before = mention.company }
        if first == nil { first = mention.company }
    }
}
