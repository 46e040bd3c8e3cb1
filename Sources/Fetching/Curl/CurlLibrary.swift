import CCurl

/// The libcurl of this process: set up once, and refused where it is too old.
enum CurlLibrary {
    /// 7.87.0 brought CURLOPT_QUICK_EXIT, without which one dead name server stops every transfer.
    static let oldestVersion = 0x07_57_00

    /// Nil where libcurl can be used, else why not.
    static let failure: FetchError? = {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else {
            return FetchError(code: .other, message: "libcurl cannot be set up")
        }
        return refusal(ofVersion: versionNumber, text: versionText)
    }()

    /// Such as `7.88.1`.
    static var versionText: String {
        guard let info = unsafe newsward_version_info(), let text = unsafe info.pointee.version else { return "?" }
        return unsafe String(cString: text)
    }

    static func refusal(ofVersion number: Int, text: String) -> FetchError? {
        guard number < oldestVersion else { return nil }
        return FetchError(
            code: .other,
            message: "libcurl \(text) is too old: Newsward needs 7.87.0 or later. Install a newer libcurl.")
    }

    private static var versionNumber: Int {
        guard let info = unsafe newsward_version_info() else { return 0 }
        return unsafe Int(info.pointee.version_num)
    }
}
