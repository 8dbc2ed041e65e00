import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Lists of prices: tariffs with quantities, by lot, bundle and year, brought to one price each.
@Suite struct PriceListTests {
  private func bench(_ text: String, _ more: String = "") throws -> (bench: Workbench, output: Output) {
    let bench = try Workbench().file("p.csv", text)
    return (bench, try bench.run("bid import p.csv \(more)"))
  }

  private let list = """
    inschrijver;product;tarief;aantal
    Noord;HH1;28,50;1000
    Noord;HH2;31,00;400
    Zuid;HH1;30,00;1000
    Zuid;HH2;27,25;400

    """

  @Test func `a tariff for each product times its quantity`() throws {
    let (bench, output) = try bench(list)
    #expect(output.texts("bidder") == ["Noord", "Zuid"] && output.numbers("price") == [40_900, 40_900])
    #expect(output.words.contains("som van tarief × aantal over 2 producten"))
    #expect(try bench.run("bid rank --formula lowest").words.contains("samen eerste"))
    // Its own quantities, which the line says, count for all.
    #expect(try bench.run("bid import p.csv --quantities HH2=0").numbers("price") == [28_500, 30_000])
  }

  @Test func `years, option years and an index for each year after the first`() throws {
    let (bench, output) = try bench(list, "--years 2 --option-years 2 --index 3%,2%,10%")
    let whole = 1 + 1.03 + 1.03 * 1.02 + 1.03 * 1.02 * 1.1
    #expect(output.numbers("price").allSatisfy { abs($0 - 40_900 * whole) < 1e-6 })
    #expect(output.words.contains("4 jaar (waarvan 2 optie)"))
    #expect(try abs(bench.run("bid import p.csv --years 2 --index 3%").numbers("price")[0] - 40_900 * 2.03) < 1e-6)
    #expect(try bench.run("bid import p.csv --years 3").words.contains("zonder indexatie"))
    #expect(bench.error("bid import p.csv --years 4 --index 3%,2%")?.code == "pricelist.index")
  }

  @Test func `years as a column, with quantities of their own`() throws {
    let text = "bidder,product,tariff,quantity,year\nA,x,10,1,2026\nA,x,11,2,2027\nA,x,12,3,2028\n"
    let (bench, output) = try bench(text)
    #expect(output.numbers("price") == [10 + 22 + 36])
    let two = try bench.run("bid import p.csv --years 2")
    #expect(two.numbers("price") == [32] && two.words.contains("niet meegeteld: jaar 2028"))
  }

  @Test func `lots, and tariffs by product and bundle`() throws {
    let text = """
      aanbieder;perceel;product;bundel;tarief;aantal
      A;Noord;begeleiding;licht;50;100
      A;Noord;begeleiding;zwaar;80;10
      A;Zuid;begeleiding;licht;55;200
      B;Noord;begeleiding;licht;52;100
      B;Noord;begeleiding;zwaar;70;10

      """
    let (bench, output) = try bench(text)
    #expect(output.texts("bidder") == ["A", "A", "B"] && output.texts("lot") == ["Noord", "Zuid", "Noord"])
    #expect(output.numbers("price") == [5800, 11_000, 5900])
    #expect(try bench.run("bid rank --formula lowest").words.contains("perceel Noord: A staat eerste"))
  }

  @Test func `who has no tariff for something that is asked has no price`() throws {
    let (bench, output) = try bench("bidder,product,tariff,quantity\nA,x,10,1\nA,y,5,2\nB,x,9,1\nC,x,8,1\nC,y,,2\n")
    let prices = output.numbers("price")
    #expect(prices[0] == 20 && prices[1].isNaN && prices[2].isNaN)
    #expect(output.words.contains("B (y), C (y)"))
    #expect(try bench.run("bid rank --formula lowest").texts("status") == ["ranked", "no_price", "no_price"])
  }

  @Test(arguments: [
    ("bidder,product,tariff,quantity\nA,x,10,1\nB,x,9,2\n", "", "pricelist.quantity"),
    ("bidder,product,tariff\nA,x,10\n", "", "pricelist.quantity"),
    ("bidder,product,tariff,quantity\nA,x,10,1\nA,x,9,1\n", "", "pricelist.twice"),
    ("bidder,product,tariff,quantity\nA,x,-10,1\n", "", "bid.price"),
    ("bidder,HH1,HH2\nA,10,11\n", "--quantities HH1=1,HH3=2", "column.unknown"),
  ])
  func `a list that cannot be added up is refused`(text: String, more: String, code: String) throws {
    let bench = try Workbench().file("p.csv", text)
    #expect(bench.error("bid import p.csv \(more)")?.code == code)
    #expect(bench.error("bid rank --formula lowest")?.code == "bid.none")
  }

  @Test func `tariffs side by side, with quantities in the line`() throws {
    let (_, output) = try bench("Naam inschrijver;HH1;HH2\nA;28,5;31\nB;30;27,25\n", "--quantities HH1=1000,HH2=400")
    #expect(output.texts("bidder") == ["A", "B"] && output.numbers("price") == [40_900, 40_900])
  }

  @Test(arguments: [
    "inschrijfsom", "Inschrijfsom (excl. btw)", "tarief", "Tarief per uur", "prijs", "totaalprijs", "offerteprijs",
    "bedrag",
    "price", "Bid amount", "aanneemsom",
  ])
  func `names of a price are known`(name: String) throws {
    let bench = try Workbench().file("p.csv", "leverancier;\(name);prijsscore;plan\nA;120;0,5;0,5\nB;130;0,4;0,6\n")
    #expect(try bench.run("bid import p.csv").numbers("price") == [120, 130])
  }

  @Test func `of two prices the whole counts before the tariff; two alike are asked`() throws {
    let (bench, output) = try bench("bidder,tarief,inschrijfsom\nA,30,3000\nB,31,2900\n", "--out-of 100")
    #expect(output.numbers("price") == [3000, 2900])
    bench.file("q.csv", "bidder,prijs jaar 1,prijs jaar 2\nA,30,31\n")
    #expect(bench.error("bid import q.csv")?.code == "bid.prices")
    #expect(try bench.run("bid import q.csv --price 'prijs jaar 2' --out-of 100").numbers("price") == [31])
    #expect(bench.error("bid import q.csv --price prijzen")?.code == "column.unknown")
  }

  @Test func `judgements on the lines of a list are criteria where the tender names them, once for each bid`() throws {
    let bench = try Workbench()
    try bench.run("bid new m --formula relative --weights price=50,plan=30,ervaring=20")
    let head = "bieder;product;tarief;aantal;plan;ervaring;looptijd\n"
    let lines = "Noord;A;10;100;0,8;0,7;4\nNoord;B;20;50;0,8;;4\nZuid;A;9;100;0,6;0,9;4\nZuid;B;25;50;;;4\n"
    bench.file("p.csv", head + lines)
    let taken = try bench.run("bid import p.csv")
    #expect(taken.numbers("price") == [2000, 2150] && taken.numbers("plan") == [0.8, 0.6])
    #expect(
      taken.numbers("ervaring") == [0.7, 0.9] && taken.words.contains("geen criterium, dus weggelaten: looptijd"))
    let ranked = try bench.run("bid rank")
    // .5 + .3 × .8 + .2 × .7, and .5 × 2000 ÷ 2150 + .3 × .6 + .2 × .9.
    let scores = ranked.numbers("score")
    #expect(zip(scores, [0.88, 1000.0 / 2150 + 0.36]).allSatisfy { abs($0 - $1) < 1e-12 } && scores.count == 2)
    bench.file("q.csv", head + lines.replacing("Noord;B;20;50;0,8", with: "Noord;B;20;50;0,9"))
    let error = bench.error("bid import q.csv")
    #expect(error?.code == "bid.quality" && error?.message.nl.contains("'plan' van 'Noord'") == true)
    bench.file("r.csv", head + lines.replacing("0,8", with: "8"))
    #expect(bench.error("bid import r.csv")?.code == "bid.quality")
    #expect(bench.error("bid import r.csv --out-of plan=10") == nil)
  }
}
