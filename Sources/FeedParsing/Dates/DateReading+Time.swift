extension DateReading {
    /// Finds `9:05`, `09:05:00.123`, `9시 05분`, `T090500`, `3pm`.
    mutating func readTime() {
        for index in tokens.indices where !tokens[index].isUsed {
            if isNumber(index, digits: 1...2), isSign(index + 1, ":"), isNumber(index + 2, digits: 1...2) {
                return readClock(index)
            }
            if isNumber(index, digits: 1...2),
                isWord(index + 1, "시") || isWord(index + 1, "時") || isWord(index + 1, "时")
            {
                return readSpelledClock(index)
            }
            if isNumber(index, digits: 1...2), isWord(index + 1, "h"), isNumber(index + 2, digits: 2...2) {
                time = (tokens[index].value, tokens[index + 2].value, 0)
                return finishTime(index..<index + 3)
            }
            if isWord(index, "t"), isNumber(index + 1, digits: 4...6), !tokens[index + 1].isApart {
                return readCompactClock(index)
            }
        }
        for index in tokens.indices
        where isNumber(index, digits: 1...2) && (isWord(index + 1, "am") || isWord(index + 1, "pm")) {
            time = (tokens[index].value, 0, 0)
            return finishTime(index..<index + 1)
        }
    }

    private mutating func finishTime(_ used: Range<Int>) {
        use(used)
        timeEnd = used.upperBound
        // The T between date and time.
        if used.lowerBound > 0, isWord(used.lowerBound - 1, "t") { use(used.lowerBound - 1..<used.lowerBound) }
    }

    private mutating func readClock(_ start: Int) {
        var end = start + 3
        var second = 0
        if isSign(end, ":"), isNumber(end + 1, digits: 1...2) {
            second = tokens[end + 1].value
            end += 2
            if isSign(end, ":") { isBroken = true }
        }
        if isSign(end, ".") || isSign(end, ","), isNumber(end + 1, digits: 1...9), !tokens[end + 1].isApart,
            !tokens[end].isApart
        {
            readFraction(end + 1)
            end += 2
        }
        time = (tokens[start].value, tokens[start + 2].value, second)
        finishTime(start..<end)
    }

    private mutating func readFraction(_ index: Int) {
        var scale = 100
        for byte in word(index).prefix(3) {
            milliseconds += (Int(byte) - 0x30) * scale
            scale /= 10
        }
    }

    private mutating func readSpelledClock(_ start: Int) {
        var end = start + 2
        var parts = [tokens[start].value, 0, 0]
        for (place, names) in [(1, ["분", "分"]), (2, ["초", "秒"])] {
            guard isNumber(end, digits: 1...2), names.contains(where: { isWord(end + 1, $0) }) else { break }
            parts[place] = tokens[end].value
            end += 2
        }
        time = (parts[0], parts[1], parts[2])
        finishTime(start..<end)
    }

    private mutating func readCompactClock(_ start: Int) {
        let digits = tokens[start + 1].digits
        let value = tokens[start + 1].value
        guard digits != 5 else {
            isBroken = true
            return
        }
        time = digits == 6 ? (value / 10_000, value / 100 % 100, value % 100) : (value / 100, value % 100, 0)
        finishTime(start..<start + 2)
    }

    /// Finds am and pm in English, Korean, Japanese and Chinese.
    mutating func readMeridiem() {
        guard time != nil else { return }
        for index in tokens.indices where tokens[index].kind == .word && !tokens[index].isUsed {
            if ["오전", "午前", "上午", "am"].contains(where: { isWord(index, $0) }) {
                isAfternoon = false
                use(index..<index + 1)
            } else if ["오후", "午後", "下午", "pm"].contains(where: { isWord(index, $0) }) {
                isAfternoon = true
                use(index..<index + 1)
            } else if isWord(index, "a") || isWord(index, "p"), isSign(index + 1, "."), isWord(index + 2, "m") {
                isAfternoon = isWord(index, "p")
                use(index..<index + 4)
            }
        }
    }

    /// Finds the zone: after the time an offset or a name, anywhere else only the names that mean nothing else.
    mutating func readZone() {
        var index = timeEnd
        while index < tokens.count {
            if tokens[index].isUsed {
                index += 1
            } else if time != nil, tokens[index].isSign("+") || tokens[index].isSign("-"), offset == nil || isUniversal
            {
                index = readOffset(index)
            } else if tokens[index].kind == .word {
                index = readZoneName(index)
            } else {
                index += 1
            }
        }
    }

    /// `GMT` may go before an offset, which then counts.
    private var isUniversal: Bool { offset == 0 }

    /// - Returns: the token to go on with.
    private mutating func readOffset(_ sign: Int) -> Int {
        guard sign + 1 < tokens.count, !tokens[sign + 1].isApart else { return sign + 1 }
        guard tokens[sign + 1].kind == .number else {
            isBroken = tokens[sign + 1].kind == .word
            return sign + 1
        }
        let digits = tokens[sign + 1].digits
        let value = tokens[sign + 1].value
        var end = sign + 2
        var hours = value
        var minutes = 0
        if digits >= 3 {
            hours = value / 100
            minutes = value % 100
        } else if isSign(end, ":"), end + 1 < tokens.count, !tokens[end + 1].isApart {
            guard isNumber(end + 1, digits: 2...2) else {
                isBroken = true
                return end
            }
            minutes = tokens[end + 1].value
            end += 2
        }
        guard digits <= 4, hours <= 15, minutes <= 59 else {
            isBroken = true
            return end
        }
        offset = (hours * 3600 + minutes * 60) * (tokens[sign].isSign("-") ? -1 : 1)
        use(sign..<end)
        return end
    }

    private mutating func readZoneName(_ index: Int) -> Int {
        if isSign(index + 1, "/"), index + 2 < tokens.count, tokens[index + 2].kind == .word {
            return readRegion(index)
        }
        guard offset == nil, let found = ZoneNames.offset(word(index)),
            time != nil || found == 0 || isWord(index, "kst"),
            MonthNames.month(word(index)) == nil
        else { return index + 1 }
        if let region = Self.americanRegion(word(index)) {
            namedZone = DefaultZone(region)
        } else {
            offset = found
        }
        use(index..<index + 1)
        return index + 1
    }

    /// `America/Los_Angeles`, `Etc/GMT`
    private mutating func readRegion(_ start: Int) -> Int {
        var end = start + 1
        while end < tokens.count, !tokens[end].isApart,
            tokens[end].kind == .word || isSign(end, "/") || isSign(end, "_")
        { end += 1 }
        let name = bytes[tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound]
        namedZone = DefaultZone(String(decoding: name, as: UTF8.self))
        use(start..<end)
        return end
    }

    /// `ET` and its kin leave open whether it is summer.
    private static func americanRegion(_ word: ArraySlice<UInt8>) -> String? {
        guard word.count == 2 else { return nil }
        return switch String(decoding: word, as: UTF8.self).uppercased() {
        case "ET": "America/New_York"
        case "CT": "America/Chicago"
        case "MT": "America/Denver"
        case "PT": "America/Los_Angeles"
        case "AT": "America/Halifax"
        default: nil
        }
    }
}
