import Language
import Session
import TestSupport
import Testing
import WorkbenchKit

@Suite("What can stand at the cursor")
struct CompleterTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test("A line begins with a noun, behind a pipe with what takes a table")
  func nouns() {
    #expect(shop.words("") == ["fruit", "let", "number"])
    #expect(shop.words("number | ") == ["double"])
    #expect(shop.insertion("fr") == "fruit ")
    #expect(shop.insertion("number | d") == "double ")
  }

  @Test("A noun is followed by its verbs; other names for them only where they are begun")
  func verbs() {
    #expect(shop.words("fruit ") == ["buy", "sell"])
    #expect(shop.insertion("fruit b") == "buy ")
    #expect(shop.insertion("fruit ko") == "koop ")
    #expect(shop.insertion("fruit x") == nil)
  }

  @Test("Another name is not offered beside its twin")
  func twins() throws {
    try shop.session.registry.add(Bag())
    #expect(shop.words("ba") == ["bag"])
    #expect(shop.insertion("ba") == "bag ")
    #expect(shop.words("bag sh") == ["show"])
    #expect(shop.insertion("bal") == "bal ")
  }

  @Test("Words that a command offers are completed as far as they have in common")
  func candidates() {
    #expect(shop.words("fruit buy a") == ["apple", "apricot"])
    #expect(shop.insertion("fruit buy a") == "ap")
    #expect(shop.insertion("fruit buy ap") == nil)
    #expect(shop.insertion("fruit buy app") == "apple ")
    #expect(shop.about("fruit buy app") == ["appel"])
  }

  @Test("Small letters do for capitals, and a name for a code")
  func looseMatches() {
    #expect(shop.insertion("fruit buy APP") == "apple ")
    #expect(shop.insertion("fruit buy peer") == "pear ")
    #expect(shop.words("fruit buy appel") == ["apple"])
  }

  @Test("A word with a blank is put in quotes, and an open quote is closed")
  func quotes() {
    #expect(shop.insertion("fruit buy pas") == "'passion fruit' ")
    #expect(shop.insertion("fruit buy \"pas") == "\"passion fruit\" ")
    #expect(shop.insertion("fruit buy 'passion f") == "'passion fruit' ")
    #expect(shop.range("fruit buy 'passion f") == 10..<20)
  }

  @Test("Of a list the last item is completed")
  func list() {
    #expect(shop.insertion("fruit buy apple,pea") == "pear ")
    #expect(shop.range("fruit buy apple,pea") == 16..<19)
  }

  @Test("Flags are offered once, with what they are for")
  func flags() {
    #expect(shop.words("fruit buy apple --") == ["--from", "--many", "--wrapped"])
    #expect(shop.words("fruit buy apple --wrapped --") == ["--from", "--many"])
    #expect(shop.insertion("fruit buy apple --w") == "--wrapped ")
    #expect(shop.about("fruit buy apple --w") == ["verpakt"])
  }

  @Test("The value of a flag is completed behind a blank and behind a sign")
  func flagValues() {
    #expect(shop.words("fruit buy --from ") == ["market", "shop"])
    #expect(shop.insertion("fruit buy --from m") == "market ")
    #expect(shop.insertion("fruit buy --from=sh") == "shop ")
    #expect(shop.range("fruit buy --from=sh") == 17..<19)
    #expect(shop.insertion("fruit buy --wrapped=") == nil)
  }

  @Test("Where nothing can be offered it is said what is due")
  func expected() {
    #expect(shop.completion("fruit buy --many ")?.expected == Text(nl: "N: hoeveel", en: "N: how many"))
    #expect(shop.completion("fruit sell apple extra ") == nil)
  }

  @Test("Names in memory begin with a dollar, wherever they stand")
  func names() throws {
    try shop.run("let prijs = 3")
    try shop.run("let rij = number")
    #expect(shop.words("$") == ["$prijs", "$rij"])
    #expect(shop.insertion("fruit buy $pr") == "$prijs ")
    #expect(shop.insertion("let x = $ri") == "$rij ")
  }

  @Test("Behind a table that is remembered its columns are known, and behind a command's own")
  func columns() throws {
    try shop.run("let rij = number")
    #expect(shop.words("$rij | double ") == ["amount"])
    #expect(shop.words("number | double ") == ["amount"])
    #expect(shop.words("number | double amount | double a") == ["amount"])
    #expect(shop.insertion("let twee = number | double a") == "amount ")
    #expect(shop.words("number | nergens | double ") == [])
    #expect(shop.words("fruit buy apple | double ") == [])
    #expect(shop.session.workspace.serial == 0)
  }

  @Test("Files, folders with a slash and no blank, hidden ones when a dot is typed")
  func files() {
    #expect(shop.words("fruit sell ") == ["data/", "list.csv"])
    #expect(shop.insertion("fruit sell d") == "data/")
    #expect(shop.insertion("fruit sell data/") == "data/inner.csv ")
    #expect(shop.words("fruit sell .") == [".hidden"])
  }

  @Test("What a workspace keeps for itself beside its file is not offered; what stands alone is")
  func companions() {
    let files = ["w.json", "w.json.lock", "w.json.journal", "w.json.journal.1.bak", "los.journal", "alleen.lock"]
    let found = Completer(shop.session) { _ in files.map { .init(name: $0, isFolder: false) } }.complete("fruit sell ")
    #expect(found?.candidates.map(\.word) == ["w.json", "w.json.journal.1.bak", "los.journal", "alleen.lock"])
  }

  @Test("An alias of one's own stands for its words")
  func aliases() {
    shop.session.aliases["koop"] = ["fruit", "buy"]
    #expect(shop.insertion("koop app") == "apple ")
    #expect(shop.insertion("ko") == "koop ")
  }

  @Test("A module that is promised is loaded when a verb is asked for, and not before")
  func promises() {
    var loads = 0
    shop.session.registry.promise(
      PromisedNoun(
        noun: "later", aliases: ["straks"], summary: Text(nl: "straks", en: "later on"), plugin: "late",
        load: { [registry = shop.session.registry] in
          loads += 1
          try registry.add(.stage(Double()), owner: Registration.Owner(name: "late", version: "1"))
        }))
    #expect(shop.words("l") == ["later", "let"])
    #expect(loads == 0)
    _ = shop.completion("later ")
    #expect(loads == 1)
  }

  @Test("After 'let', in a comment, and after what is no command nothing is offered")
  func nothing() {
    #expect(shop.completion("let ") == nil)
    #expect(shop.completion("let x") == nil)
    #expect(shop.completion("number # fr") == nil)
    #expect(shop.completion("nothing at all ") == nil)
    #expect(shop.completion("\\") == nil)
    #expect(shop.completion("| ") == nil)
  }
}

private struct Bag: Command {
  let signature = Signature(
    "bag show", aliases: ["bag shuffle", "bal show"], summary: Text(nl: "tas", en: "bag"), examples: [])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output { .nothing }
}
