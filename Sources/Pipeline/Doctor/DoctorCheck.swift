/// One thing that `newsward doctor` has looked at.
public struct DoctorCheck: Sendable, Hashable {
    public let name: String
    /// What was found, in plain words; with a problem also what to do.
    public let text: String
    public let isGood: Bool

    static func good(_ name: String, _ text: String) -> DoctorCheck {
        DoctorCheck(name: name, text: text, isGood: true)
    }

    static func bad(_ name: String, _ text: String) -> DoctorCheck {
        DoctorCheck(name: name, text: text, isGood: false)
    }
}
