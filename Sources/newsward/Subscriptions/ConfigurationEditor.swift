import Foundation
import NewsModel
import Pipeline

/// Changes the list of feeds in newsward.yaml. An actor, so that two changes do not undo one another.
actor ConfigurationEditor {
    private let file: String
    private let lexicons: String?

    /// The text before and after a change.
    struct Edit: Sendable {
        let old: String
        let new: String
    }

    init(file: String, lexicons: String?) {
        // A link stays a link: its target is what changes.
        self.file = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        self.lexicons = lexicons
    }

    /// Makes a change and writes the file at one stroke. Nothing is written where the outcome would be wrong.
    func apply(_ change: FeedChange) throws -> Edit {
        let old = try text()
        let before = try ConfigurationReading.read(text: old, file: file, lexicons: lexicons).settings.feeds
        try demandSense(change, feeds: before)
        let removed = Set(before.indices.filter { change.remove.contains(before[$0].url) })
        let new = try edited(old, change, removed: removed, count: before.count)
        let after = try ConfigurationReading.read(text: new, file: file, lexicons: lexicons).settings.feeds
        let kept = before.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
        guard Array(after.prefix(kept.count)) == kept, after.dropFirst(kept.count).map(\.url) == change.add.map(\.url)
        else {
            throw CommandFailure(
                .configuration, "\(file): the list of feeds is written in a way that no program can change")
        }
        try write(new)
        return Edit(old: old, new: new)
    }

    /// Puts the old text back, unless somebody has changed the file since.
    func undo(_ edit: Edit) {
        guard (try? text()) == edit.new else { return }
        try? write(edit.old)
    }

    private func demandSense(_ change: FeedChange, feeds: [Feed]) throws(CommandFailure) {
        let urls = Set(feeds.map(\.url))
        for entry in change.add where urls.contains(entry.url) && !change.remove.contains(entry.url) {
            throw CommandFailure(.usage, "the feed \(entry.url) is configured already")
        }
        for url in change.remove where !urls.contains(url) {
            throw CommandFailure(.usage, "no such feed is configured: \(url)")
        }
    }

    private func edited(
        _ old: String, _ change: FeedChange, removed: Set<Int>, count: Int
    ) throws(CommandFailure) -> String {
        do throws(FeedListText.Problem) {
            var list = try FeedListText(old)
            guard list.count == count else {
                throw FeedListText.Problem(line: 1, message: "its list of feeds is unusual")
            }
            var text = old
            if !removed.isEmpty {
                text = list.removing(removed)
                list = try FeedListText(text)
            }
            return change.add.isEmpty ? text : list.adding(change.add)
        } catch {
            throw CommandFailure(
                .configuration, "\(file):\(error.line): cannot be changed by a program: \(error.message)")
        }
    }

    private func text() throws(CommandFailure) -> String {
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else { throw CommandFailure(.configuration, "\(file) cannot be read") }
        return text
    }

    private func write(_ text: String) throws(CommandFailure) {
        let manager = FileManager.default
        let mode = (try? manager.attributesOfItem(atPath: file))?[.posixPermissions]
        do {
            // Written beside it and renamed: a reader sees the old text or the new one, never a part.
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            if let mode { try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: file) }
        } catch {
            throw CommandFailure(.configuration, "\(file) cannot be written: \(error.localizedDescription)")
        }
    }
}
