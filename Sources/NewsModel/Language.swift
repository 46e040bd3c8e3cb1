/// The language that a text was read in.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case korean = "ko"
    case english = "en"
    /// Neither: such a text gets companies only, a neutral class and confidence 0.
    case undetermined = "und"
}
