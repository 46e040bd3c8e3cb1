import NewsModel

/// One pass: what waits, how many tries are under way, and which outcomes are not on the disk yet.
///
/// The next deliveries are claimed while the last ones are on their way. A claim may still show a delivery as due whose
/// outcome is not on the disk, or was not when the claim began; such a one is not taken twice.
struct DeliveryLanes {
    private var waiting: ArraySlice<Delivery> = []
    private var underWay = 0
    private var outcomes: [DeliveryOutcome] = []
    private var isRecording = false
    /// What the claim under way asked for; nil where none is.
    private var asked: Int?
    /// What was taken in this pass and may be shown as due again: its outcome is on its way to the disk, or it failed.
    private var taken: Set<String> = []
    /// Ids whose end is on the disk; a claim that begins now will not show them.
    private var ended: [String] = []
    /// True where the last claim brought less than it asked for, and not all of it has been tried.
    private var isDry = false

    /// True where nothing is left to try.
    var isDone: Bool { isDry && waiting.isEmpty && underWay == 0 }

    /// How many due deliveries to ask for, where it is time to ask; the answer goes to `claimed`.
    mutating func claim(size: Int) -> Int? {
        guard asked == nil, !isDry, waiting.count < size / 2 else { return nil }
        taken.subtract(ended)
        ended = []
        asked = size + taken.count
        return asked
    }

    mutating func claimed(_ due: [Delivery]) {
        isDry = due.count < (asked ?? 0)
        asked = nil
        waiting += due.filter { taken.insert($0.id).inserted }
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

    mutating func recorded(_ outcomes: [DeliveryOutcome]) {
        isRecording = false
        // What failed is not tried again in this pass, however long it takes.
        ended += outcomes.filter { $0.delivery.state != .due }.map(\.delivery.id)
    }
}
