// Lessons as they are played: right answers, wrong ones, questions for answers, and odd input.
import KepiDiagnostics
import KepiLessons
import KepiShell
import Testing

struct PlayedLessonTests {
  @Test func aLessonIsPlayedThrough() {
    let class1 = LessonSession()
    #expect(class1.type("learn kpi").contains("  orders by store over 2026-04\n"))
    #expect(class1.session.lessonPrompt == "kpi> ")
    let tried = class1.type("")
    #expect(tried.contains("Nord        156\n"))
    #expect(tried.hasSuffix("Question 1 of 3\nHow many orders did Nord get in April 2026?\n"))
    #expect(class1.type("198").hasPrefix("No. Those are units: an order may hold several. (198)"))
    #expect(class1.type("12") == "No.\nThe answer above has a line for each store.\n")
    #expect(class1.type("hint") == "The answer above has a line for each store.\n")
    #expect(class1.type("156").hasPrefix("Right: 156.\nAn order counts once"))
    // A question is an answer when it gives it.
    #expect(class1.type("low").contains("Right: low."))
    #expect(class1.type("a").hasPrefix("No. That comes to $4,020.00.\n"))
    let last = class1.type("the period")
    #expect(last.contains("Right: b ($7,700.50)."))
    #expect(last.contains("3 of 3 answered right. Next: `learn sales`, Sales, orders, units."))
    #expect(!class1.session.isLearning)
    #expect(class1.done == ["kpi 1", "kpi 2", "kpi 3"])
    #expect(class1.type("learn").contains(" 1  kpi         What is a KPI"))
    #expect(class1.results.map(\.outcome) == [.wrong, .wrong, .right, .right, .wrong, .right])
    #expect(class1.results[0].meaning.contains("Those are units"))
    #expect(class1.results.map(\.attempt) == [1, 2, 3, 1, 1, 2])
  }

  @Test func aQuestionIsAnAnswer() {
    let room = LessonSession()
    _ = room.type("learn 3")
    // Trying may be left out where the answer comes at once.
    let mean = "(acos[over 2026-03] + acos[over 2026-04]) / 2 over 2026-04 where site = \"FR\""
    _ = room.type("")
    #expect(room.type(mean).contains("No. That is the mean of the two months' ratios"))
    #expect(room.type("acos by month where site = \"FR\"").contains("That is a table"))
    #expect(room.type("orders over 2026-04").contains("That is not what is asked for."))
    #expect(room.type("acos over 2026-04 where sit = \"FR\"").contains("error K0301"))
    #expect(room.type("describe acos").contains("Advertising cost of sales"))
    let right = room.type("ad_spend / ad_sales over 2026-03 to 2026-04 where site = \"FR\"")
    #expect(right.contains("Right: 24.6 %."))
  }

  @Test func inChinese() {
    let room = LessonSession(language: .chinese)
    #expect(room.type("学习 acos").contains("试一试"))
    #expect(room.type("").contains("第 1 题，共 5 题"))
    #expect(room.type("２４．９％").contains("这是两个月比率的平均"))
    #expect(room.type("24,6").contains("答对了：24.6 %"))
    #expect(room.type("0.3966").contains("不对：这是 ACoS：分母只有广告销售额。（39.7 %）"))
    #expect(room.type("答案").contains("答案是 13.1 %"))
    #expect(room.type("跳过").contains("哪个 SKU"))
    #expect(room.type("pa-mat").contains("答对了：PA-MAT"))
    #expect(room.type("否").contains("答对 3 题"))
    #expect(room.done == ["acos 1", "acos 4", "acos 5"])
    #expect(
      room.results.map(\.outcome) == [.wrong, .right, .wrong, .shown, .skipped, .right, .right])
  }

  /// A script of answers does not have to say Enter for what is tried.
  @Test func answersAloneDo() {
    let room = LessonSession()
    _ = room.type("learn kpi")
    #expect(room.type("156").contains("Right: 156."))
  }

  @Test func oddInputHarmsNothing() {
    let room = LessonSession()
    _ = room.type("learn stock")
    for line in [
      "", " ", "\t", "\u{0}", "\u{1b}[2J", "((((", "))))", "\"", "`", "#", "；", "1/0", "-", "%",
      String(repeating: "(", count: 5000), String(repeating: "9", count: 5000), "learn acos",
      "quiz",
      "load \"/etc/passwd\"", "export to \"x.csv\" orders", "set language zh", "include \"x.kepi\"",
      "metric acos = 1", "?", "hint", "describe nothing", "orders over 2026-13", "😀", "NO-MUG",
    ] {
      _ = room.type(line)
      #expect(room.session.isLearning, "\(line)")
    }
    #expect(room.type("quit").hasPrefix("Left: "))
    #expect(!room.session.isLearning)
    #expect(room.type("orders over 2026-04").contains("error"))
  }

  @Test func aScriptGetsALessonToRead() {
    let text = LessonSession().run("learn 2")
    #expect(text.hasPrefix("Sales, orders, units\n"))
    #expect(text.contains("Question 1: What are Pacific's net sales of April 2026?"))
    #expect(!text.contains("3,425.50\n\nRight"))
    let wrong = LessonSession().run("learn stok")
    #expect(wrong.contains("error K0904: there is no lesson called `stok`"))
    #expect(wrong.contains("learn stock"))
  }

  @Test func aTrainersOwnLesson() {
    let document = """
      # Own {#own}
      ```kepi setup
      metric double_orders = orders * 2 { unit: count }
      ```
      ```ask
      Twice the orders of Nord?
      answer: double_orders over 2026-04 where store = "Nord"
      wrong: orders over 2026-04 where store = "Nord" # That is once.
      ```
      """
    let (book, problems) = LessonBook.read(document, at: "class.md")
    #expect(problems.isEmpty)
    let room = LessonSession()
    room.session.begin(book, at: 0, files: .local)
    #expect(room.take().contains("Twice the orders of Nord?"))
    #expect(room.type("156").contains("That is once."))
    #expect(room.type("312").contains("Right: 312."))
    #expect(room.done == [])
    let broken = LessonBook.read("# A\n```ask\n```\n", at: "class.md").problems
    #expect(broken.map(\.code) == [.badLesson])
    let senseless = LessonBook.read("# A\n```ask\nx\nanswer: nonsense\n```\n", at: "class.md").book
    let audited = LessonAudit.audit(senseless, files: .local, language: .english)
    #expect(audited[0].problems.count == 1)
  }
}
