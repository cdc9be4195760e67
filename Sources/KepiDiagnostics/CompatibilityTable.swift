// Compatibility forms that names are read through: one string, unpacked once.

enum CompatibilityTable {
  /// What Unicode form NFKC makes of a scalar, where that is another text.
  static let mapping: [UInt32: String] = {
    var mapping: [UInt32: String] = [:]
    for run in rows.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = run.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      guard let first = words.first, let start = UInt32(first, radix: 16) else { continue }
      for (offset, word) in words.dropFirst().enumerated() {
        mapping[start + UInt32(offset)] = word
      }
    }
    return mapping
  }()

  // Runs of neighbours: the first code point, then what it and those after it become. From the
  // Unicode 15 data for the scripts that exports are written in; full-width ASCII is computed.
  private static let rows = #"""
    00AA a | 00B2 2 3 | 00B5 μ | 00B9 1 o | 00BC 1⁄4 1⁄2 3⁄4 | 0132 IJ ij | 013F L· l· | 0149 ʼn
    017F s | 01C4 DŽ Dž dž LJ Lj lj NJ Nj nj | 01F1 DZ Dz dz | 02B0 h ɦ j r ɹ ɻ ʁ w y
    02E0 ɣ l s x ʕ | 03D0 β θ Υ | 03D5 φ π | 03F0 κ ρ ς | 03F4 Θ ε | 03F9 Σ | 0587 եւ | 1E9A aʾ
    2011 ‐ | 2024 . .. ... | 2033 ′′ ′′′ | 2036 ‵‵ ‵‵‵ | 203C !! | 2047 ?? ?! !? | 2057 ′′′′
    2070 0 i | 2074 4 5 6 7 8 9 + − = ( ) n 0 1 2 3 4 5 6 7 8 9 + − = ( )
    2090 a e o x ə h k l m n p s t | 20A8 Rs | 2100 a/c a/s C °C | 2105 c/o c/u Ɛ
    2109 °F g H H H h ħ I I L l | 2115 N No | 2119 P Q R R R | 2120 SM TEL TM | 2124 Z | 2128 Z
    212C B C | 212F e E F | 2133 M o א ב ג ד i | 213B FAX π γ Γ Π ∑ | 2145 D d e i j
    2150 1⁄7 1⁄9 1⁄10 1⁄3 2⁄3 1⁄5 2⁄5 3⁄5 4⁄5 1⁄6 5⁄6 1⁄8 3⁄8 5⁄8 7⁄8 1⁄ I II III IV V VI VII VIII
    2168 IX X XI XII L C D M i ii iii iv v vi vii viii ix x xi xii l c d m | 2189 0⁄3 | 222C ∫∫ ∫∫∫
    222F ∮∮ ∮∮∮
    2460 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 (1) (2) (3) (4) (5) (6) (7) (8) (9)
    247D (10) (11) (12) (13) (14) (15) (16) (17) (18) (19) (20) 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11.
    2493 12. 13. 14. 15. 16. 17. 18. 19. 20. (a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l) (m)
    24A9 (n) (o) (p) (q) (r) (s) (t) (u) (v) (w) (x) (y) (z) A B C D E F G H I J K L M N O P Q R S
    24C9 T U V W X Y Z a b c d e f g h i j k l m n o p q r s t u v w x y z 0 | 2A0C ∫∫∫∫
    2A74 ::= == === | 2C7C j V | 2D6F ⵡ | 2E9F 母 | 2EF3 龟
    2F00 一 丨 丶 丿 乙 亅 二 亠 人 儿 入 八 冂 冖 冫 几 凵 刀 力 勹 匕 匚 匸 十 卜 卩 厂 厶 又 口 囗 土 士 夂 夊 夕 大 女 子 宀 寸 小 尢 尸 屮
    2F2D 山 巛 工 己 巾 干 幺 广 廴 廾 弋 弓 彐 彡 彳 心 戈 戶 手 支 攴 文 斗 斤 方 无 日 曰 月 木 欠 止 歹 殳 毋 比 毛 氏 气 水 火 爪 父 爻 爿
    2F5A 片 牙 牛 犬 玄 玉 瓜 瓦 甘 生 用 田 疋 疒 癶 白 皮 皿 目 矛 矢 石 示 禸 禾 穴 立 竹 米 糸 缶 网 羊 羽 老 而 耒 耳 聿 肉 臣 自 至 臼 舌
    2F87 舛 舟 艮 色 艸 虍 虫 血 行 衣 襾 見 角 言 谷 豆 豕 豸 貝 赤 走 足 身 車 辛 辰 辵 邑 酉 釆 里 金 長 門 阜 隶 隹 雨 靑 非 面 革 韋 韭 音
    2FB4 頁 風 飛 食 首 香 馬 骨 高 髟 鬥 鬯 鬲 鬼 魚 鳥 鹵 鹿 麥 麻 黃 黍 黑 黹 黽 鼎 鼓 鼠 鼻 齊 齒 龍 龜 龠 | 3036 〒 | 3038 十 卄 卅
    309F より | 30FF コト | 3192 一 二 三 四 上 中 下 甲 乙 丙 丁 天 地 人
    3200 (ᄀ) (ᄂ) (ᄃ) (ᄅ) (ᄆ) (ᄇ) (ᄉ) (ᄋ) (ᄌ) (ᄎ) (ᄏ) (ᄐ) (ᄑ) (ᄒ) (가) (나) (다) (라) (마) (바) (사) (아)
    3216 (자) (차) (카) (타) (파) (하) (주) (오전) (오후)
    3220 (一) (二) (三) (四) (五) (六) (七) (八) (九) (十) (月) (火) (水) (木) (金) (土) (日) (株) (有) (社) (名) (特)
    3236 (財) (祝) (労) (代) (呼) (学) (監) (企) (資) (協) (祭) (休) (自) (至) 問 幼 文 箏
    3250 PTE 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
    326E 가 나 다 라 마 바 사 아 자 차 카 타 파 하 참고 주의 우
    3280 一 二 三 四 五 六 七 八 九 十 月 火 水 木 金 土 日 株 有 社 名 特 財 祝 労 秘 男 女 適 優 印 注 項 休 写 正 上 中 下 左 右 医 宗 学 監
    32AD 企 資 協 夜 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月
    32CB 12月 Hg erg eV LTD ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ
    32F4 ユ ヨ ラ リ ル レ ロ ワ ヰ ヱ ヲ 令和 アパート アルファ アンペア アール イニング インチ ウォン エスクード エーカー オンス オーム カイリ カラット カロリー
    330E ガロン ガンマ ギガ ギニー キュリー ギルダー キロ キログラム キロメートル キロワット グラム グラムトン クルゼイロ クローネ ケース コルナ コーポ サイクル
    3320 サンチーム シリング センチ セント ダース デシ ドル トン ナノ ノット ハイツ パーセント パーツ バーレル ピアストル ピクル ピコ ビル ファラッド フィート
    3334 ブッシェル フラン ヘクタール ペソ ペニヒ ヘルツ ペンス ページ ベータ ポイント ボルト ホン ポンド ホール ホーン マイクロ マイル マッハ マルク マンション
    3348 ミクロン ミリ ミリバール メガ メガトン メートル ヤード ヤール ユアン リットル リラ ルピー ルーブル レム レントゲン ワット 0点 1点 2点 3点 4点 5点 6点
    335F 7点 8点 9点 10点 11点 12点 13点 14点 15点 16点 17点 18点 19点 20点 21点 22点 23点 24点 hPa da AU bar oV pc
    3377 dm dm2 dm3 IU 平成 昭和 大正 明治 株式会社 pA nA μA mA kA KB MB GB cal kcal pF nF μF μg mg kg Hz kHz
    3392 MHz GHz THz μl ml dl kl fm nm μm mm cm km mm2 cm2 m2 km2 mm3 cm3 m3 km3 m∕s m∕s2 Pa kPa
    33AB MPa GPa rad rad∕s rad∕s2 ps ns μs ms pV nV μV mV kV MV pW nW μW mW kW MW kΩ MΩ a.m. Bq cc
    33C5 cd C∕kg Co. dB Gy ha HP in KK KM kt lm ln log lx mb mil mol PH p.m. PPM PR sr Sv Wb V∕m
    33DF A∕m 1日 2日 3日 4日 5日 6日 7日 8日 9日 10日 11日 12日 13日 14日 15日 16日 17日 18日 19日 20日 21日 22日 23日
    33F7 24日 25日 26日 27日 28日 29日 30日 31日 gal | A69C ъ ь | A770 ꝯ | A7F2 C F Q | A7F8 Ħ œ
    FB00 ff fi fl ffi ffl st st | FB13 մն մե մի վն մխ | FB20 ע א ד ה כ ל ם ר ת + | FB4F אל
    FE10 , 、 。 : ; ! ? 〖 〗 ... | FE30 .. — – _ _ ( ) { } 〔 〕 【 】 《 》 〈 〉 「 」 『 』 | FE47 [ ]
    FE4D _ _ _ , 、 . | FE54 ; : ? ! — ( ) { } 〔 〕 # & * + - < > = | FE68 \ $ % @
    FF5F ⦅ ⦆ 。 「 」 、 ・ ヲ ァ ィ ゥ ェ ォ ャ ュ ョ ッ ー ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ
    FF8C フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ン | FFE0 ¢ £ ¬ | FFE4 ¦ ¥ ₩ | FFE8 │ ← ↑ → ↓ ■ ○
    """#
}
