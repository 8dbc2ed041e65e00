import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

private enum Pandas {
  /// A Python that has pandas, Debian's own first; where there is none that is said once.
  static let python: [String]? = {
    let found = [["/usr/bin/python3"], ["/usr/bin/env", "python3"]].first { words in
      ChildRun.spawn(words[0], words + ["-c", "import pandas"])?.status == 0
    }
    if found == nil { print("skipped: the comparison with pandas, because no python3 here has pandas") }
    return found
  }()
}

/// All files of `../shared/data` and all kinds of import, cell by cell against what pandas reads in the same files.
@Suite(
  .enabled(if: Places.hasRealData && Pandas.python != nil, "../shared/data or python3 with pandas is not there"))
struct PandasTests {
  /// What each file is brought in with; nil is refused.
  private static let lines: KeyValuePairs<String, String?> = [
    "kwb_nl_2024.csv": "--year 2024", "utrecht_kwb_2023.csv": "--year 2023", "kwb_gemeenten_2021.csv": "--year 2021",
    "hengelo_kwb_2021.csv": "--year 2021", "hengelo_kwb_2022.csv": "--year 2022",
    "rivm_50090NED_2020_65plus.csv": "", "rivm_50090NED_2020_18plus.csv": "", "statline_ses_woa_2023.csv": "",
    "gemeenten_2021_wmo.csv": "--as areas --year 2021", "gemeenten_2024_simplified_wgs84.geojson": "",
    "breda_buurten_wgs84.geojson": "", "hengelo_buurten_2014_coarse_wgs84.geojson": "",
    "utrecht_buurten_2014_coarse_wgs84.geojson": "", "utrecht_supermarkets.csv": "--kind supermarkt",
    "utrecht_supermarkets_wgs84.geojson": "--kind supermarkt", "efc_eurofamcare_908.csv": nil, "efc_labels.json": nil,
    "eusilcA_15_domains.csv": nil, "ted_nl_awards.csv": nil, "rivm_50090NED_2020_65plus.xlsx": nil,
    "reference/population_nl_2024_5y.csv": "--year 2024", "reference/population_nl_2024_5y_sex.csv": "--year 2024",
    "reference/survival_10y_nl_closed.csv": "", "reference/survival_5y_nl_closed.csv": "",
    "reference/survival_5y_nl_improving.csv": "", "reference/survival_5y_nl_with_migration.csv": "",
    "reference/rates_import.csv": "", "reference/rates_reference.csv": nil, "reference/care_shares_reference.csv": nil,
    "reference/forecast_nl_85324NED.csv": nil, "reference/group_links.csv": nil, "reference/growth_nl.csv": nil,
    "reference/population_nl_history_5y_sex.csv": nil, "reference/population_nl_single_age.csv": nil,
    "reference/qx_single_age.csv": nil, "reference/validation_municipal.csv": nil,
    "reference/validation_national.csv": nil,
    "reference/raw/Bevolking__geslacht__leeftijd_en_burgerlijke_staat__2024.csv": nil,
    "reference/raw/Levend_geboren_kinderen__migratieachtergrond_moeder_en_leeftijd_moeder_14122020_112329.csv": nil,
    "reference/raw/Levensverwachting__geslacht__leeftijd__per_jaar_en_periode_van_vijf_jaren__07122020_120956.csv": nil,
    "reference/raw/cbs_unisex_2021_2026.csv": nil, "reference/samples/statline_37360ned_unisex_2021-2026.csv": nil,
    "reference/samples/statline_71488ned_venlo_2022.csv": nil,
    "reference/samples/statline_85173NED_odata_v3.csv": "",
  ]

  @Test func `nothing differs and no column goes unnamed`() throws {
    let folder = TemporaryFolder()
    var entries: [JSON] = []
    for (file, flags) in Self.lines {
      entries.append(try entry("\(Places.realData ?? "")/\(file)", flags, folder))
    }
    // Of these kinds there is no real file: as many rows as there are municipalities, with figures at random.
    for (name, header, row) in Self.made {
      folder.write(Array((header + "\n" + Self.rows(row)).utf8), to: name)
      entries.append(try entry(folder(name), "", folder))
    }
    folder.write(Array(JSON.array(entries).canonical.utf8), to: "manifest.json")
    let script = Places.root + "/Tests/Fixtures/Peers/imports_pandas.py"
    let python = try #require(Pandas.python)
    let outcome = try #require(
      ChildRun.spawn(python[0], python + [script, folder("manifest.json"), Places.realData ?? ""]))
    print("pandas: \(outcome.output)")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix(" 0 differences, 0 columns unnamed\n"))
  }

  private static let made: [(name: String, header: String, row: @Sendable (String, Int) -> String)] = [
    ("supply.csv", "area,item,capacity,unit,source", { "\($0),nultrede,\($1),woningen,register" }),
    ("margins.csv", "area,group,total", { "\($0),vg,\($1)" }),
    ("counts.csv", "area,group,estimate,sd", { "\($0),vg,\($1),\(Double($1) / 8 + 0.125)" }),
  ]

  private static func rows(_ row: (String, Int) -> String) -> String {
    var state: UInt64 = 20_26
    return (1..<343).map { number in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(number)
      return row("GM" + String(repeating: "0", count: 4 - digits.count) + digits, Int(state >> 52)) + "\n"
    }.joined()
  }

  private func entry(_ path: String, _ flags: String?, _ folder: TemporaryFolder) throws -> JSON {
    let bench = try Workbench()
    guard let flags else {
      let error = try #require(bench.error("wzw import '\(path)' --year 2024"), "\(path) was taken in")
      #expect(bench.session.workspace.parts.isEmpty)
      return .object(["file": .string(path), "refused": .string(error.code)])
    }
    let output = try bench.run("wzw import '\(path)' \(flags) --columns")
    let accounts = output.blocks.compactMap { block -> Table? in
      if case .table(let table) = block, table.column("fate") != nil { table } else { nil }
    }
    let columns = accounts.flatMap { table in
      (0..<table.rowCount).map { row in
        JSON.object(["name": json(table.column("column")?[row]), "fate": json(table.column("fate")?[row])])
      }
    }
    var tables: [JSON] = []
    var kind = "areas"
    for (name, part) in bench.session.workspace.parts where name.section == .tables {
      let file = "\(path.split(separator: "/").last ?? "")-\(name.name).csv"
      folder.write(Array(Self.csv(try part.part.table()).utf8), to: file)
      let words = name.name.split(separator: ".", maxSplits: 3).map(String.init)
      kind = words[1]
      tables.append(
        .object([
          "name": .string(name.name), "csv": .string(folder(file)), "year": .string(words.count > 2 ? words[2] : ""),
          "age": .string(words.count > 3 ? words[3] : ""),
        ]))
    }
    return .object([
      "file": .string(path), "kind": .string(kind), "tables": .array(tables), "columns": .array(columns),
    ])
  }

  private func json(_ value: Value?) -> JSON { .string(value?.text ?? "") }

  /// Numbers with all their digits.
  private static func csv(_ table: Table) -> String {
    let quoted = { (text: String) in
      "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    var lines = [table.columns.map { quoted($0.name) }.joined(separator: ",")]
    for row in 0..<table.rowCount {
      lines.append(
        table.columns.map { column in
          column[row].number.map(NumberText.shortest) ?? column[row].text.map(quoted) ?? ""
        }.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
