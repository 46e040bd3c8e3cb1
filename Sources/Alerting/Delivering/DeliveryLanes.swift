import NewsModel

/// One pass: what waits, how many tries are under way, and which outcomes are not on the disk yet.
///
/// The next deliveries are claimed while the last ones are on their way. Each claim begins behind the last one, so that
/// none shows again what was claimed before, whether its outcome is on the disk or not.
struct DeliveryLanes {
    private var waiting: ArraySlice<Delivery> = []
    private var underWay = 0
    private var outcomes: [DeliveryOutcome] = []
    private var isRecording = false
    /// How many the claim under way asked for; nil where none is.
    private var asked: Int?
    private var last: Delivery?
    /// What failed has a later turn, and may so be shown again: it is not tried twice in a pass, however long that takes.
    private var failed: Set<String> = []
    /// True where the last claim brought less than it asked for, and not all of it has been tried.
    private var isDry = false

    /// True where nothing is left to try.
    var isDone: Bool { isDry && waiting.isEmpty && underWay == 0 }

    /// Where it is time to claim `count` more: the delivery behind which they stand, nil for the first. The answer goes
    /// to `claimed`.
    mutating func claim(_ count: Int) -> (after: Delivery?, limit: Int)? {
        guard asked == nil, !isDry, waiting.count < count / 2 else { return nil }
        asked = count
        return (last, count)
    }

    mutating func claimed(_ due: [Delivery]) {
        isDry = due.count < (asked ?? 0)
        asked = nil
        last = due.last ?? last
        waiting += due.filter { !failed.contains($0.id) }
    }

    /// The next delivery to try, where there is a free lane. With one lane nothing starts before the last outcome is
    /// on the disk.
    mutating func start(width: Int) -> Delivery? {
        guard underWay < width, width > 1 || (!isRecording && outcomes.isEmpty) else { return nil }
        guard let next = waiting.popFirst() else { return nil }
        underWay += 1
        return next
    }

    mutating func end(_ outcome: DeliveryOutcome) {
        underWay -= 1
        outcomes.append(outcome)
        if outcome.delivery.state == .due { failed.insert(outcome.delivery.id) }
        // New ones may have come meanwhile.
        if underWay == 0, waiting.isEmpty { isDry = false }
    }

    /// All outcomes since the last transaction; nil while one is under way, and where there is none.
    mutating func takeOutcomes() -> [DeliveryOutcome]? {
        guard !isRecording, !outcomes.isEmpty else { return nil }
        isRecording = true
        defer { outcomes = [] }
        return outcomes
    }

    mutating func recorded() {
        isRecording = false
    }
}
