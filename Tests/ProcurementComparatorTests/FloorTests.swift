import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// A real price: from a wage to a tariff, by published calculations, by an independent computation and by properties.
@Suite struct FloorTests {
  private func floor(_ line: String, _ text: String? = nil) throws -> Output {
    let bench = try Workbench()
    if let text { bench.file("b.csv", text) }
    return try bench.run("bid floor \(text == nil ? "" : "b.csv ")\(line)")
  }

  private func code(_ line: String, _ text: String? = nil) throws -> String? {
    let bench = try Workbench()
    if let text { bench.file("b.csv", text) }
    return bench.error("bid floor \(text == nil ? "" : "b.csv ")\(line)")?.code
  }

  private func cents(_ number: Double?) -> String { NumberText.fixed(number ?? .nan, decimals: 2) }

  // MARK: Published calculations

  /// Ministerie van SZW, Handleiding projectadministratie, 3.1.2 (uitvoeringvanbeleidszw.nl): 2,500 + 125 = 2,625, with 32 %
  /// 3,465 a month, 41,580 a year, over 1,720 hours € 24.17.
  @Test func `SZW, subsidiabele uurtarieven: 24.17 an hour, from the line and from a file`() throws {
    let line = try floor("--wage 2500 --wage-per month --year-end 5 --premiums 32 --hours 1720 --nonproductive 0")
    #expect(cents(line.fact("floor")) == "24.17")
    #expect(abs((line.fact("floor") ?? 0) - 41_580.0 / 1720) < 1e-12)
    let file = try floor(
      "",
      """
      post;waarde;eenheid;over;bron
      brutoloon;2500;euro per maand;;Handleiding 3.1.2
      eindejaarsuitkering;125;euro per maand;;Handleiding 3.1.2
      werkgeverslasten;32;%;brutoloonsom;Handleiding 3.1.2
      werkbare uren;1720;uur per jaar;;artikel 12
      productiviteit;100;%;;

      """)
    #expect(cents(file.fact("floor")) == "24.17" && file.texts("source").first == "Handleiding 3.1.2")
    #expect(file.words.contains("'werkgeverslasten' als sociale premies"))
  }

  /// UKHCA, A Minimum Price for Homecare, April 2020 (thecareruk.com, 20 January 2020): the parts of £20.69 an hour, of which
  /// £0.60 is profit or surplus. The amounts count here as they stand; the currency is not ours.
  @Test func `UKHCA 2020: 20.69 an hour with margin and 20.09 without`() throws {
    let output = try floor(
      "",
      """
      item,value,unit
      labour,8.72,euros an hour
      nonproductive,0,%
      other cost,1.70,euros an hour
      other cost,1.14,euros an hour
      other cost,1.97,euros an hour
      mileage,1.36,euros an hour
      business costs,5.20,euros an hour
      surplus,0.60,euros an hour

      """)
    #expect(cents(output.fact("floor")) == "20.69" && cents(output.fact("cost_price")) == "20.09")
  }

  /// Bloomsbury Homecare, "Job advert continued" (bloomsburyhomecare.com): cost of 34.32 an hour, a margin of 30 % of the
  /// price, 49.03.
  @Test func `a margin that is part of the price: 34.32 without, 49.03 with`() throws {
    let output = try floor("--labour 34.32 --nonproductive 0 --margin 30 --margin-of tariff")
    #expect(cents(output.fact("floor")) == "49.03" && cents(output.fact("cost_price")) == "34.32")
  }

  /// economiecompactonline.nl, Personeelskosten: 3,200 a month over 160 hours is 20; 30 % and 50 % of that on top, 36.
  @Test func `surcharges on the cost of labour: 20, 26 and 36`() throws {
    let output = try floor(
      "--overhead 30 --overhead-of labour --margin 50 --margin-of labour",
      """
      post;waarde;eenheid
      maandloon;2500;€ per maand
      sociale lasten;500;€ per maand
      pensioenpremie;200;€ per maand
      uren;1920;uur per jaar
      niet-productief;0;%

      """)
    #expect(cents(output.fact("labour_hour")) == "20.00")
    #expect(cents(output.fact("cost_price")) == "26.00" && cents(output.fact("floor")) == "36.00")
  }

  /// "Opbouw tarief deelovereenkomst Wmo / jeugd begeleiding" (exploredoc.com): an hour of 64.00 over a group of 6 is 10.67.
  @Test func `a group of six: 10.67 of 64.00`() throws {
    let output = try floor("--labour 64 --nonproductive 0 --group 6")
    #expect(cents(output.fact("floor")) == "10.67")
    let both = try floor("--labour 64 --nonproductive 0 --group 6 --staff 2 --per dagdeel=4")
    #expect(cents(both.fact("floor")) == cents(64.0 * 2 / 6 * 4))
  }

  @Test func `what held before holds: the items of the decree in one line`() throws {
    let output = try floor("--labour 30 --nonproductive 20 --overhead 15 --travel 1.5 --demands 1 --indexation 3")
    #expect(abs((output.fact("floor") ?? 0) - (30 / 0.8 + 2.5) * 1.15 * 1.03) < 1e-9)
    #expect(output.texts("item") == ["labour", "nonproductive", "travel", "demands", "overhead", "indexation"])
    let amounts = output.numbers("amount")
    #expect(abs(amounts.reduce(0, +) - (output.fact("floor") ?? 0)) < 1e-12)
    #expect(!output.words.contains("niet opgegeven,"))
  }

  // MARK: An independent computation

  /// The whole chain again, as one sum of annual amounts over annual hours.
  @Test func `random calculations come to what the year's money over the year's hours comes to`() throws {
    var seed: UInt64 = 20_261_129
    func random(_ range: ClosedRange<Double>) -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Double(seed >> 11) / Double(1 << 53) * (range.upperBound - range.lowerBound)
    }
    for _ in 0..<200 {
      let (share, hours) = (random(0.05...0.95), random(1500...2000))
      let wages = [random(14...20), random(20...40)]
      let (allowance, holiday, bonus) = (random(0...0.1), random(0...0.1), random(0...0.1))
      let (pension, premiums) = (random(0...0.15), random(0...0.25))
      let (leave, ill) = (random(100...300), random(0...0.1))
      let (training, travel) = (random(0...60), random(0...2000))
      let (demands, overhead, index) = (random(0...2), random(0...0.3), random(-0.02...0.08))
      let (margin, risk, group) = (random(0...0.1), random(0...0.05), random(1...8).rounded())
      func item(_ post: FloorPost, _ amount: Double, _ unit: FloorUnit = .percent, _ base: FloorBase? = nil)
        -> FloorItem
      { FloorItem(post: post, amount: amount, unit: unit, base: base) }
      var items = zip(["a", "b"], wages).map {
        FloorItem(post: .wage, amount: $0.1, unit: .hourly, scale: $0.0)
      }
      items += [("a", share), ("b", 1 - share)].map {
        FloorItem(post: .share, amount: $0.1, unit: .percent, scale: $0.0)
      }
      items += [
        item(.allowances, allowance), item(.holidayPay, holiday), item(.yearEnd, bonus, .percent, .withHoliday),
        item(.pension, pension), item(.premiums, premiums), item(.hours, hours, .hours), item(.leave, leave, .hours),
        item(.illness, ill, .percent, .rest), item(.training, training, .hours), item(.travel, travel, .yearly),
        item(.demands, demands, .hourly), item(.overhead, overhead, .percent, .tariff), item(.indexation, index),
        item(.margin, margin), item(.risk, risk), item(.group, group, .people),
      ]
      let found = try FloorCalculation(items.reversed())
      let productive = (hours - leave) * (1 - ill) - training
      let meanWage = wages[0] * share + wages[1] * (1 - share)
      let year = meanWage * hours * (1 + allowance) * (1 + holiday) * (1 + bonus) * (1 + pension + premiums) + travel
      let cost = (year / productive + demands) / group / (1 - overhead) * (1 + index)
      #expect(abs(found.costPrice - cost) < 1e-9 * cost)
      #expect(abs(found.tariff - cost * (1 + margin + risk)) < 1e-9 * cost)
      // The steps add up, and end at the tariff.
      #expect(found.steps.last.map { abs($0.sum - found.tariff) < 1e-9 * cost } == true)
    }
  }

  // MARK: What is given, and what is not

  @Test func `a mix of scales with figures of their own, in English, with an index by year and a source`() throws {
    let text = """
      item,value,unit,over,scale,year,source
      gross wage,15.20,euros an hour,,HbH 4,,cao
      gross wage,22.10,euros an hour,,begeleider,,cao
      share,70,%,,HbH 4,,
      share,30,%,,begeleider,,
      irregular hours,4,%,,begeleider,,
      non-productive hours,25,%,,,,
      margin,,%,,,,
      indexation,3.1,%,,,2027,
      indexation,2.7,%,,,2028,

      """
    let output = try floor("", text)
    let hour = (15.20 * 0.7 + 22.10 * 1.04 * 0.3) / 0.75
    #expect(abs((output.fact("floor") ?? 0) - hour) < 1e-9)
    let years = output.tables.last
    #expect(years?.column("year")?.numbers == [2026, 2027, 2028])
    let tariffs = years?.column("floor")?.numbers ?? []
    #expect(zip(tariffs, [1, 1.031, 1.031 * 1.027]).allSatisfy { abs($0 - hour * $1) < 1e-9 } && tariffs.count == 3)
    #expect(output.words.contains("zonder cijfer, en dus niet in de prijs: margin"))
    #expect(output.words.contains("boven op het loon, en dus niet in de prijs: vakantiegeld; eindejaarsuitkering"))
    // Indexed by year, so of the decree these lack, and no other.
    #expect(output.words.contains("artikel 5.4: redelijke overhead; reis en opleiding; eisen van de gemeente"))
  }

  @Test func `columns and rows stand in any order, and in JSON a sign with the figure is the unit`() throws {
    let one = try floor("", "bron;eenheid;bedrag;kostenpost\n;%;20%;Niet-productief\nx;€ per uur;€ 30,00;Loonkosten\n")
    #expect(abs((one.fact("floor") ?? 0) - 37.5) < 1e-9)
    let json = """
      [{"post":"Loonkosten","waarde":30,"eenheid":"euro per uur"},{"post":"productiviteit","waarde":"80%"}]
      """
    let bench = try Workbench().file("b.json", json)
    #expect(try abs((bench.run("bid floor b.json").fact("floor") ?? 0) - 37.5) < 1e-9)
  }

  @Test func `training is hours or money by its unit, and a percentage has to say of what`() throws {
    let base = "post;waarde;eenheid;over\nloonkosten;30;euro per uur;\nverlof;10;%;\n"
    #expect(try cents(floor("", base + "scholing;10;%;uren\n").fact("floor")) == cents(30 / 0.8))
    #expect(try cents(floor("", base + "scholing;10;%;loonkosten\n").fact("floor")) == cents(30 / 0.9 * 1.1))
    #expect(try cents(floor("", base + "scholing;2;euro per uur;\n").fact("floor")) == cents(30 / 0.9 + 2))
    #expect(try code("", base + "scholing;10;%;\n") == "floor.base")
  }

  @Test func `each bid against the floor, to the cent, by the unit that is asked`() throws {
    let bench = try Workbench()
    try bench.run("bid new x --formula lowest")
    for (name, price) in [("A", "37.50"), ("B", "37.49"), ("C", "38.63"), ("D", "38.62")] {
      try bench.run("bid add \(name) --price \(price)")
    }
    let output = try bench.run("bid floor --labour 30 --nonproductive 20 --margin 3")
    // 37.50 without margin, 38.625 with it: 38.63 to the cent.
    #expect(
      output.table?.column("below").map { column in (0..<4).map { column[$0].boolean } } == [true, true, false, true])
    #expect(
      output.texts("verdict") == [
        "dekt de kosten, niet de marge", "onder de kostprijs", "op of boven de bodem", "dekt de kosten, niet de marge",
      ])
    #expect(output.numbers("above_floor").map { cents($0) } == ["-1.13", "-1.14", "0.00", "-0.01"])
    let minute = try bench.run("bid floor --labour 30 --nonproductive 20 --per minuut")
    #expect(abs((minute.fact("floor") ?? 0) - 0.625) < 1e-12 && minute.words.contains("prijzen per minuut"))
  }

  // MARK: Refusals

  @Test(arguments: [
    ("", "floor.lacking"), ("--nonproductive 20", "floor.lacking"), ("--labour 30", "floor.lacking"),
    ("--wage 16 --leave 200", "floor.lacking"), ("--wage 2500 --wage-per month --leave 10%", "floor.lacking"),
    ("--wage 2500 --nonproductive 20", "floor.range"), ("--labour 30 --nonproductive 100", "argument.range"),
    ("--labour 30 --leave 60% --illness 40%", "floor.hours"), ("--labour 30 --leave 110%", "floor.range"),
    ("--labour 30 --hours 1000 --leave 1000", "floor.hours"), ("--labour 30 --wage 20 --leave 5%", "floor.twice"),
    ("--labour 30 --pension 12 --leave 5%", "floor.twice"), ("--labour 30 --nonproductive 5 --leave 5%", "floor.twice"),
    ("--labour -3 --nonproductive 5", "argument.range"), ("--labour 0 --nonproductive 5", "floor.range"),
    ("--labour 30 --nonproductive 5 --margin 60 --risk 40 --margin-of tariff", "floor.range"),
    ("--labour 30 --nonproductive 5 --per dagdeel", "floor.period"),
    ("--labour 30 --nonproductive 5 --per dagdeel=0", "floor.period"),
    ("--labour 30 --nonproductive 5 --per minuut=2", "floor.period"),
    ("--labour 30 --nonproductive 5 --index 2027=3,2029=2", "floor.year"),
    ("--labour 30 --nonproductive 5 --index 2027=3,2027=2", "floor.year"),
    ("--labour 30 --nonproductive 5 --index nu=3", "floor.year"),
  ]) func `one clear error for what cannot be`(line: String, expected: String) throws {
    #expect(try code(line) == expected, "\(line)")
  }

  @Test(arguments: [
    ("loonkosten;30;", "floor.unit"), ("loonkosten;30;euro", "floor.unit"),
    ("loonkosten;30;euro per week", "floor.unit"),
    ("loonkosten;30;%", "floor.unit"), ("loonkostem;30;euro per uur", "floor.item"), ("marge;-3;%", "floor.range"),
    ("verlof;101;%", "floor.range"), ("verlof;10;%;loonkosten", "floor.base"), ("marge;3;%;maan", "floor.base"),
    ("loonkosten;ongeveer 30;euro per uur", "floor.amount"), ("aandeel;50;%", "floor.scale"),
    ("marge;3;%;;senior", "floor.scale"), ("marge;3;%;;;2027", "floor.year"), ("index;3;%;;;ooit", "floor.year"),
    ("groepsgrootte;0;aantal", "floor.range"), ("uren;36;uur per week", "floor.unit"),
  ]) func `a row that cannot be is refused with its place`(row: String, expected: String) throws {
    let bench = try Workbench().file(
      "b.csv",
      "post;waarde;eenheid;over;schaal;jaar\nziekte;5;%;;;\n\(row)\(String(repeating: ";", count: 5 - row.filter { $0 == ";" }.count))\n"
    )
    let error = bench.error("bid floor b.csv")
    #expect(
      error?.code == expected && error?.message.nl.contains("rij 2 van 'b.csv'") == true, "\(row): \(error as Any)")
  }

  @Test func `a mix has to be whole, and nothing that is given is passed over`() throws {
    let wages = "post;waarde;eenheid;schaal\nloonkosten;20;euro per uur;a\nloonkosten;30;euro per uur;b\nverlof;10;%;\n"
    #expect(try code("", wages) == "floor.mix")
    #expect(try code("", wages + "aandeel;60;%;a\naandeel;30;%;b\n") == "floor.mix")
    #expect(try code("", wages + "aandeel;60;%;a\naandeel;40;%;b\naandeel;40;%;b\n") == "floor.twice")
    #expect(try code("", wages + "aandeel;60;%;a\naandeel;40;%;b\nloonkosten;25;euro per uur;\n") == "floor.scale")
    #expect(try cents(floor("", wages + "aandeel;60;%;a\naandeel;40;%;b\n").fact("floor")) == cents(24 / 0.9))
    // A wage of its own for one, that of all for the other.
    let own = "post;waarde;eenheid;schaal\nloonkosten;20;euro per uur;\nloonkosten;30;euro per uur;b\nverlof;10;%;\n"
    #expect(try code("", own) == "floor.scale" || code("", own) == "floor.mix")
    #expect(try code("", own + "aandeel;60;%;a\naandeel;40;%;b\n") == nil)
    #expect(try code("--labour 25", own) == "floor.twice")
  }

  @Test func `a table of something else, and one without rows`() throws {
    #expect(try code("", "a;b\n1;2\n") == "floor.columns")
    #expect(try code("", "post;waarde;eenheid\n") == "table.empty")
    #expect(try code("", "post;waarde;eenheid\nloonkosten;;euro per uur\nverlof;5;%\n") == "floor.lacking")
  }

  // MARK: Signs at the figures

  @Test func `a sign at a figure is the unit of its own row`() throws {
    let plain = try floor(
      "", "post;waarde;eenheid\nloonkosten;30,50;euro per uur\nverlof;12;%\noverhead;2,25;euro per uur\n")
    for rows in [
      "loonkosten;€ 30,50;uur\nverlof;12%;\noverhead;€ 2,25;euro per uur\n",
      "loonkosten;30,50 EUR;per uur\nverlof;12 %;%\noverhead;€2,25;u\n",
      "loonkosten;€ 30,50;euro per uur\nverlof;12;procent\noverhead;2,25;€ per uur\n",
    ] {
      let signed = try floor("", "post;waarde;eenheid\n" + rows)
      #expect(signed.fact("floor") == plain.fact("floor"), "\(rows)")
      #expect(!signed.words.contains("door elkaar") && !signed.words.contains("is weggelaten"))
    }
    // Where all have the sign too.
    let percents = try floor("--labour 30", "post;waarde\nverlof;12%\nmarge;3%\n")
    #expect(cents(percents.fact("floor")) == cents(30 / 0.88 * 1.03))
  }

  @Test(arguments: ["verlof;12%;uur", "verlof;12%;uur per jaar", "verlof;€ 12;%", "loonkosten;30%;euro per uur"])
  func `a sign that contradicts the unit is refused`(row: String) throws {
    let text = "post;waarde;eenheid\nziekte;5;%\n\(row)\n"
    let error = try Workbench().file("b.csv", text).error("bid floor b.csv --labour 30")
    #expect(error?.code == "floor.unit" && error?.message.nl.contains("rij 2 van 'b.csv'") == true, "\(row)")
  }

  @Test func `thousands are parted by what the whole file says`() throws {
    let text = "post;waarde;eenheid\nloon;2.625,00;euro per maand\nuren;1.878;uur per jaar\nverlof;10%;\n"
    #expect(try cents(floor("", text).fact("floor")) == cents(2625.0 * 12 / 1878 / 0.9))
  }
}
