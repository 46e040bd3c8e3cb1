/// Plain text out of what services call plain text.
public enum FeedText {
    /// One line of text: tags left out without a blank in their place, references read (twice where they were escaped
    /// twice), blanks evened.
    public static func plain(_ text: String) -> String {
        PlainText.title(Array(text.utf8)[...])
    }
}
