/// Text made safe for XML and HTML.
enum MarkupText {
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }

    static func paragraphs(_ article: DemoArticle) -> String {
        article.paragraphs.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n")
    }
}
