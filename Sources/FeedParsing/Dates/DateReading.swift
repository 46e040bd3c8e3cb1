import NewsModel

/// One date in free form, read part by part: the time, then am and pm, then the zone; what is left is the date.
struct DateReading {
    let bytes: ArraySlice<UInt8>
    var tokens: [DateToken]
    var time: (hour: Int, minute: Int, second: Int)?
    var milliseconds = 0
    /// Hours are counted to twelve: false before noon, true after.
    var isAfternoon: Bool?
    /// Seconds east of UTC; nil where the date names no zone.
    var offset: Int?
    /// A zone of the IANA database that the date names.
    var namedZone: DefaultZone?
    /// The token after the time.
    var timeEnd = 0
    /// The date contradicts itself.
    var isBroken = false

    init(bytes: ArraySlice<UInt8>, tokens: [DateToken]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    mutating func timestamp(zone: DefaultZone) -> Timestamp? {
        if let epoch = epoch() { return epoch }
        dropComments()
        readTime()
        readMeridiem()
        readZone()
        guard !isBroken, let day = calendarDay(), let date = dateAndTime(day) else { return nil }
        let seconds = date.timestamp().seconds
        let moment: Int64
        if let offset {
            moment = seconds - Int64(offset)
        } else {
            moment = (namedZone ?? (holdsHangul ? .seoul : zone)).moment(secondsAsUTC: seconds)
        }
        return Timestamp(milliseconds: moment * 1000 + Int64(milliseconds))
    }

    /// A word's bytes.
    func word(_ index: Int) -> ArraySlice<UInt8> {
        bytes[tokens[index].range]
    }

    func isWord(_ index: Int, _ text: String) -> Bool {
        guard index < tokens.count, tokens[index].kind == .word else { return false }
        let word = word(index)
        return word.count == text.utf8.count
            && zip(word, text.utf8).allSatisfy { byte, letter in
                byte == letter || (byte >= 0x41 && byte <= 0x5A && byte | 0x20 == letter)
            }
    }

    mutating func use(_ indices: Range<Int>) {
        for index in indices where index < tokens.count { tokens[index].isUsed = true }
    }

    func isNumber(_ index: Int, digits: ClosedRange<Int>) -> Bool {
        index < tokens.count && tokens[index].kind == .number && digits.contains(tokens[index].digits)
    }

    func isSign(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        index < tokens.count && tokens[index].isSign(character)
    }

    /// Seconds (9 or 10 digits) or milliseconds (12 or 13) since 1970; no other date is one long number but 8, 12 and 14
    /// digits of a calendar date, and a month over 12 tells those of 12 digits apart.
    private func epoch() -> Timestamp? {
        guard tokens.count == 1 || (tokens.count == 3 && isSign(1, ".") && tokens[2].kind == .number),
            tokens[0].kind == .number
        else { return nil }
        switch tokens[0].digits {
        case 9, 10: return Timestamp(seconds: Int64(tokens[0].value))
        case 13 where tokens.count == 1: return Timestamp(milliseconds: Int64(tokens[0].value))
        default: return nil
        }
    }

    /// `(Coordinated Universal Time)`, `(금)`
    private mutating func dropComments() {
        guard let open = tokens.firstIndex(where: { $0.isSign("(") }) else { return }
        let close = tokens[open...].firstIndex { $0.isSign(")") } ?? tokens.count - 1
        use(open..<close + 1)
    }

    private var holdsHangul: Bool {
        // The syllables of Hangul begin with the bytes EA B0 to ED 9E.
        for index in bytes.indices.dropLast(2) where bytes[index] >= 0xEA && bytes[index] <= 0xED {
            let second = bytes[index + 1]
            if second >= 0x80, bytes[index] != 0xEA || second >= 0xB0, bytes[index] != 0xED || second <= 0x9E {
                return true
            }
        }
        return false
    }

    private func dateAndTime(_ day: CalendarDate) -> CalendarDate? {
        guard let time else { return day }
        var hour = time.hour
        if let isAfternoon {
            guard hour <= 12 || isAfternoon else { return nil }
            if isAfternoon, hour < 12 { hour += 12 }
            if !isAfternoon, hour == 12 { hour = 0 }
        }
        return CalendarDate(
            year: day.year, month: day.month, day: day.day, hour: hour, minute: time.minute, second: time.second)
    }
}
