/// Zone abbreviations of dates, as seconds east of UTC.
enum ZoneNames {
    /// The offset of an abbreviation in any case; nil where it is not known.
    ///
    /// Where one stands for several zones the one that news feeds mean is taken: CST and EST are American, BST is
    /// British, IST is Indian (Indian papers are many and write it; Israeli ones write +0200).
    static func offset(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count <= 5 else { return nil }
        var key: UInt64 = 0
        for byte in word {
            guard byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else { return nil }
            key = key << 8 | UInt64(byte | 0x20)
        }
        return table[key]
    }

    private static let table: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for (minutes, names) in lists {
            for name in names.split(separator: " ") {
                table[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = minutes * 60
            }
        }
        return table
    }()

    private static let lists: [(Int, String)] = [
        (0, "utc gmt ut z wet uct zulu azost egst"),
        (-60, "azot cvt egt"),
        (-120, "fnt brst uyst pmdt wgst"),
        (-150, "ndt"),
        (-180, "art brt adt clst gft pyst srt uyt rott wgt pmst"),
        (-210, "nst nt"),
        (-240, "ast at edt amt bot clt cdst fkt gyt pyt vet"),
        (-300, "est et cdt act cot ect pet ehst"),
        (-360, "cst ct mdt galt east"),
        (-420, "mst mt pdt"),
        (-480, "pst pt akdt"),
        (-540, "akst hadt gamt"),
        (-570, "mart"),
        (-600, "hst hast ckt taht"),
        (-660, "sst nut"),
        (60, "bst cet met mez wat west"),
        (120, "cest mest mesz eet cat sast kalt"),
        (180, "msk eest idt eat fet trt tsk"),
        (210, "irst"),
        (240, "msd gst azt get mut ret sct samt"),
        (270, "aft irdt"),
        (300, "pkt uzt yekt tmt tjt mvt orat"),
        (330, "ist slst"),
        (345, "npt"),
        (360, "bdt btt omst almt kgt biot"),
        (390, "mmt cct"),
        (420, "ict wib novt krat cxt hovt"),
        (480, "hkt sgt myt pht awst wita ulat irkt bnt"),
        (540, "kst jst wit yakt tlt pwt"),
        (570, "acst"),
        (600, "aest chst vlat pgt ddut kdt"),
        (630, "acdt lhst"),
        (660, "aedt sbt srdt magt nct vut pont"),
        (720, "nzst fjt pett wakt gilt mht"),
        (780, "nzdt tot phot"),
        (840, "lint"),
    ]
}
