/// Tells that a feed's bytes are those of last time.
enum BodyHash {
    /// 128 bits over the bytes and their number, as text. Two sums that multiply and fold eight bytes a step: against
    /// chance, not against an attacker, who could as well send the same feed for ever.
    static func text(_ bytes: [UInt8]) -> String {
        var first: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var index = 0
        while index < bytes.count {
            var word: UInt64 = 0
            let end = min(index + 8, bytes.count)
            while index < end {
                word = word << 8 | UInt64(bytes[index])
                index += 1
            }
            first = mixed(first ^ word, 0xA076_1D64_78BD_642F)
            second = mixed(second &+ word, 0xE703_7ED1_A0B4_28DB)
        }
        return String(first, radix: 16) + "-" + String(second, radix: 16)
    }

    private static func mixed(_ value: UInt64, _ factor: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}
