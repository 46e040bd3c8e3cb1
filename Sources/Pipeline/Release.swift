/// This program's version.
public enum Release {
    public static let name = "newsward"
    public static let version = "0.1.0"
    /// As records and the API name it.
    public static let engine = name + " " + version
}
