// Which columns of a file of no known kind may hold data of buyers: no value of theirs is shown.
import KepiFormats

struct BuyerData {
  /// Headers that kinds never store.
  private let known: Set<HeaderName>

  private static let words: Set<Substring> = [
    "buyer", "customer", "recipient", "receiver", "consignee", "shopper", "client", "contact",
    "email", "mail", "phone", "tel", "telephone", "mobile", "address", "street", "zip", "zipcode",
    "postal", "postcode", "city", "birthday", "passport", "iban", "tax", "vat", "firstname",
    "lastname", "surname", "fullname", "username", "käufer", "kunde", "kunden", "empfänger",
    "adresse", "straße", "telefon", "plz", "ort", "acheteur", "client", "destinataire", "rue",
    "ville", "cliente", "comprador", "destinatario", "dirección", "teléfono", "ciudad",
    "acquirente", "indirizzo", "telefono", "città",
  ]

  private static let parts = [
    "买家", "收件", "收货", "姓名", "联系", "电话", "手机", "邮箱", "地址", "邮编", "身份证", "客户",
    "購入者", "お客様", "氏名", "電話", "住所", "郵便", "メール",
  ]

  /// `name` alone, or beside one of these, is a person's.
  private static let ofPersons: Set<Substring> = ["first", "last", "full", "user", "ship", "bill"]

  init(_ kinds: [ExportKind]) {
    known = Set(kinds.flatMap(\.privateHeaders).map(HeaderName.init))
  }

  /// Whether the header or the values look like data of a person.
  func isLikely(_ header: String, _ values: some Sequence<String>) -> Bool {
    if known.contains(HeaderName(header)) { return true }
    let folded = header.lowercased()
    if Self.parts.contains(where: folded.contains) { return true }
    let words = folded.split { !$0.isLetter }
    if words.contains(where: Self.words.contains) { return true }
    if words == ["name"] || words.contains("name") && words.contains(where: Self.ofPersons.contains)
    {
      return true
    }
    return values.contains { $0.contains("@") && $0.contains(".") }
  }
}
