public import NewsModel

extension ReplayReport {
    /// The report as one JSON object; `findings` are the expectations that do not hold.
    public func json(findings: [String]) -> JSONWriter {
        var json = JSONWriter()
        json.object { json in
            json.name("articles")
            json.integer(articles)
            json.name("silent_articles")
            json.integer(silentArticles)
            json.name("before")
            json.integer(before.count)
            json.name("after")
            json.integer(after.count)
            json.name("types")
            json.array(types) { json, row in row.write(to: &json) }
            json.name("gained")
            json.array(gained) { json, replayed in replayed.write(to: &json, changes: nil) }
            json.name("lost")
            json.array(lost) { json, replayed in replayed.write(to: &json, changes: nil) }
            json.name("changed")
            json.array(changed) { json, change in change.after.write(to: &json, changes: change.changes) }
            json.name("findings")
            json.array(findings) { json, finding in json.string(finding) }
        }
        return json
    }
}

extension ReplayReport.TypeRow {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.string(type)
            json.name("before")
            json.integer(before)
            json.name("after")
            json.integer(after)
            json.name("gained")
            json.integer(gained)
            json.name("lost")
            json.integer(lost)
            json.name("changed")
            json.integer(changed)
        }
    }
}

extension ReplayedAlert {
    fileprivate func write(to json: inout JSONWriter, changes: [String]?) {
        json.object { json in
            json.name("receivers")
            json.array(receivers.sorted()) { json, name in json.string(name) }
            if let changes {
                json.name("changes")
                json.array(changes) { json, change in json.string(change) }
            }
            json.name("alert")
            alert.write(to: &json)
        }
    }
}
