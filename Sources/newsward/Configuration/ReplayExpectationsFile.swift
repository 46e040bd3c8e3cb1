import Pipeline
import StrictYAML

/// The file of `replay --expect`: `limits:` on what may be gained, lost or changed, and `alerts:` that must (not) be there.
enum ReplayExpectationsFile {
    /// Reads the file. Throws all its problems at once.
    static func read(_ file: String) throws(YAMLErrors) -> ReplayExpectations {
        try YAMLFile.read(file: file) { root in
            let limits = root.mappings("limits") { reader in
                let limit = ReplayExpectations.Limit(
                    type: reader.optionalString("type"), gained: reader.optionalInteger("gained", in: 0...1_000_000),
                    lost: reader.optionalInteger("lost", in: 0...1_000_000),
                    changed: reader.optionalInteger("changed", in: 0...1_000_000))
                if limit.gained == nil, limit.lost == nil, limit.changed == nil {
                    reader.problem("needs one of gained, lost, changed")
                }
                return limit
            }
            let wishes = root.mappings("alerts") { reader in
                ReplayExpectations.Wish(
                    article: reader.string("article"), company: reader.optionalString("company"),
                    type: reader.optionalString("type"), isRaised: reader.bool("raised", default: true))
            }
            if limits.isEmpty, wishes.isEmpty { root.problem("expects nothing: write limits: or alerts:") }
            return ReplayExpectations(limits: limits, wishes: wishes)
        }
    }
}
