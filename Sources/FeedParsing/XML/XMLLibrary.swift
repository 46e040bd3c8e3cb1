import CLibXML2

/// The XML library under the parser.
public enum XMLLibrary {
    /// `libxml2 2.9.14`: the version that this program was built with.
    public static var versionText: String { "libxml2 " + LIBXML_DOTTED_VERSION }
}
