/// Which waiting fetches may start: so many at once and so far apart for each host, so many at once over all.
///
/// Pure: times are milliseconds of any clock that only goes forward, and come in with each call.
struct HostQueue<Item> {
    /// The limits of one host, in milliseconds.
    struct Limits {
        let connections: Int
        let spacing: Int64
    }

    private struct Host {
        var waiting: [Item] = []
        var head = 0
        var active = 0
        var nextStart: Int64
        /// True while the host stands in `turns`.
        var hasTurn = false

        var isWaiting: Bool { head < waiting.count }

        mutating func takeFirst() -> Item {
            let item = waiting[head]
            head += 1
            if head == waiting.count || head > 256 && head > waiting.count / 2 {
                waiting.removeFirst(head)
                head = 0
            }
            return item
        }
    }

    private struct Turn {
        let time: Int64
        let order: Int
        let host: String
    }

    private let maximumActive: Int
    private let limits: (String) -> Limits
    private var hosts: [String: Host] = [:]
    private var turns = MinimumHeap<Turn> { ($0.time, $0.order) < ($1.time, $1.order) }
    private var order = 0
    private var sweepAt = 1024
    private(set) var active = 0
    private(set) var waiting = 0

    init(maximumActive: Int, limits: @escaping (String) -> Limits) {
        self.maximumActive = max(1, maximumActive)
        self.limits = limits
    }

    /// Puts an item at the end of its host's queue.
    mutating func add(_ item: Item, host: String, now: Int64) {
        if hosts.count >= sweepAt { sweep(now: now) }
        hosts[host, default: Host(nextStart: now)].waiting.append(item)
        waiting += 1
        giveTurn(host, now: now)
    }

    /// The next item that may start now; it counts as active until `finished`. Items that are no longer wanted are
    /// dropped on the way.
    mutating func next(now: Int64, isWanted: (Item) -> Bool) -> Item? {
        while active < maximumActive, let turn = turns.first, turn.time <= now {
            _ = turns.removeFirst()
            hosts[turn.host]?.hasTurn = false
            if let item = start(turn.host, now: now, isWanted: isWanted) { return item }
        }
        return nil
    }

    private mutating func start(_ name: String, now: Int64, isWanted: (Item) -> Bool) -> Item? {
        defer { giveTurn(name, now: now) }
        // A redirect within the host may have started after the turn was given.
        while let host = hosts[name], host.isWaiting, host.nextStart <= now {
            guard let item = hosts[name]?.takeFirst() else { return nil }
            waiting -= 1
            guard isWanted(item) else { continue }
            hosts[name]?.active += 1
            hosts[name]?.nextStart = now + limits(name).spacing
            active += 1
            return item
        }
        return nil
    }

    /// Says that an item of that host has ended.
    mutating func finished(host: String, now: Int64) {
        hosts[host]?.active -= 1
        active -= 1
        giveTurn(host, now: now)
    }

    /// A start at that host that did not pass through the queue: a redirect within the host.
    mutating func noteStart(host: String, now: Int64) {
        hosts[host]?.nextStart = now + limits(host).spacing
    }

    /// When the next item may start; nil where nothing waits or every free place is taken.
    var nextTime: Int64? {
        active < maximumActive ? turns.first?.time : nil
    }

    /// Takes out all items that wait.
    mutating func removeAllWaiting() -> [Item] {
        let items = hosts.values.flatMap { $0.waiting[$0.head...] }
        hosts = hosts.filter { $0.value.active > 0 }
        for host in hosts.keys {
            hosts[host]?.waiting = []
            hosts[host]?.head = 0
            hosts[host]?.hasTurn = false
        }
        while turns.removeFirst() != nil {}
        waiting = 0
        return items
    }

    private mutating func giveTurn(_ name: String, now: Int64) {
        guard let host = hosts[name], host.isWaiting, !host.hasTurn,
            host.active < max(1, limits(name).connections)
        else { return }
        hosts[name]?.hasTurn = true
        order += 1
        turns.insert(Turn(time: max(now, host.nextStart), order: order, host: name))
    }

    /// Forgets hosts that have nothing to do and could start at once.
    private mutating func sweep(now: Int64) {
        hosts = hosts.filter { $0.value.isWaiting || $0.value.active > 0 || $0.value.nextStart > now }
        sweepAt = max(1024, 2 * hosts.count)
    }
}
