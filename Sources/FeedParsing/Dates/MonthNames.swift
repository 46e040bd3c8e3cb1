/// Month names as feeds write them, in the languages seen in the wild.
enum MonthNames {
    /// 1...12 for a name or abbreviation in lower case, without a full stop.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        if word.count == 3, let month = english(word) { return month }
        guard word.count >= 3, word.count <= 24 else { return nil }
        return table[String(decoding: word, as: UTF8.self).lowercased()]
    }

    /// The quick way for the abbreviations that nearly all feeds use.
    static func english(_ word: ArraySlice<UInt8>) -> Int? {
        let start = word.startIndex
        let key = (UInt32(word[start]) << 16 | UInt32(word[start + 1]) << 8 | UInt32(word[start + 2])) | 0x202020
        return switch key {
        case 0x6A616E: 1
        case 0x666562: 2
        case 0x6D6172: 3
        case 0x617072: 4
        case 0x6D6179: 5
        case 0x6A756E: 6
        case 0x6A756C: 7
        case 0x617567: 8
        case 0x736570: 9
        case 0x6F6374: 10
        case 0x6E6F76: 11
        case 0x646563: 12
        default: nil
        }
    }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, names) in lists.enumerated() {
            for name in names.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    /// English, German, Dutch, French, Italian, Spanish, Portuguese, Scandinavian, Polish, Czech, Hungarian, Turkish,
    /// Finnish, Indonesian, Romanian, Russian, Ukrainian, Greek.
    private static let lists = [
        """
        january januar jänner januari janvier janv gennaio gen enero ene janeiro stycznia sty ledna leden január ocak oca \
        tammikuuta tammikuu ianuarie ian января янв январь січня січ ιανουαρίου ιαν
        """,
        """
        february februar februari février févr fév fevr febbraio febrero fevereiro fev lutego luty lut února únor február \
        şubat şub helmikuuta helmikuu februarie pebruari февраля фев февр февраль лютого лют φεβρουαρίου φεβ
        """,
        """
        march märz mär mrz maart mrt mars marts marzo março marca března březen március márc mart maaliskuuta maaliskuu \
        martie maret марта мар март березня бер μαρτίου μάρ μαρ
        """,
        """
        april avril avr aprile abril abr kwietnia kwi dubna duben április ápr nisan nis huhtikuuta huhtikuu aprilie \
        апреля апр апрель квітня кві απριλίου απρ
        """,
        """
        may mai mei maggio mag mayo maio maj maja května květen május máj mayıs toukokuuta toukokuu мая май травня тра \
        μαΐου μαϊου μάι μαϊ μαι
        """,
        """
        june juni juin giugno giu junio junho czerwca cze června červen június jún haziran haz kesäkuuta kesäkuu iunie \
        июня июн июнь червня чер ιουνίου ιούν ιουν
        """,
        """
        july juli juillet juil luglio lug julio julho lipca lip července červenec július júl temmuz tem heinäkuuta \
        heinäkuu iulie июля июл июль липня лип ιουλίου ιούλ ιουλ
        """,
        """
        august augustus augusti août aoû aout agosto ago ago sierpnia sie srpna srpen augusztus ağustos ağu elokuuta \
        elokuu agustus августа авг август серпня сер αυγούστου αύγ αυγ
        """,
        """
        september sept septembre settembre set septiembre setiembre setembro września wrz września září szeptember szept \
        eylül eyl syyskuuta syyskuu septembrie сентября сен сент сентябрь вересня вер σεπτεμβρίου σεπ
        """,
        """
        october oktober okt octobre ottobre ott octubre outubro out października paź října říjen október ekim eki lokakuuta \
        lokakuu octombrie октября окт октябрь жовтня жов οκτωβρίου οκτ
        """,
        """
        november novembre noviembre novembro listopada lis listopadu kasım kas marraskuuta marraskuu noiembrie nopember \
        ноября ноя нояб ноябрь листопада νοεμβρίου νοέ νοε
        """,
        """
        december dezember dez décembre déc dicembre dic diciembre dezembro desember des grudnia gru prosince prosinec \
        aralık ara joulukuuta joulukuu decembrie декабря дек декабрь грудня гру δεκεμβρίου δεκ
        """,
    ]
}
