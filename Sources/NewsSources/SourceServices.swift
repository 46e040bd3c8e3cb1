public import NewsModel

/// The services behind the sources: where they are, and who we are to them.
public struct SourceServices: Sendable, Hashable {
    /// OpenDART, https://opendart.fss.or.kr.
    public struct DART: Sendable, Hashable {
        public var address = "https://opendart.fss.or.kr"
        /// The 40 characters that OpenDART hands out.
        public var key: Secret?

        public init() {}
    }

    /// Naver's open API, https://openapi.naver.com.
    public struct Naver: Sendable, Hashable {
        public var address = "https://openapi.naver.com"
        public var clientID: Secret?
        public var clientSecret: Secret?

        public init() {}
    }

    /// SEC EDGAR, https://www.sec.gov. It has no keys; it asks who you are.
    public struct EDGAR: Sendable, Hashable {
        public var address = "https://www.sec.gov"

        public init() {}
    }

    public var dart = DART()
    public var naver = Naver()
    public var edgar = EDGAR()

    public init() {}
}
