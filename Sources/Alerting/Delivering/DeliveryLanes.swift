import NewsModel

/// One batch on its way: what waits, how many tries are under way, and which outcomes are not on the disk yet.
struct DeliveryLanes {
    private var waiting: ArraySlice<Delivery>
    private var underWay = 0
    private var outcomes: [DeliveryOutcome] = []
    private var isRecording = false

    init(_ deliveries: [Delivery]) {
        waiting = deliveries[...]
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
