import TestSupport
import Testing

/// A Dutch screen has Dutch words: what is a code, or a word of FEEL, has its label there, and stands in brackets where it is typed.
@Suite struct DutchScreenTests {
  /// Codes that once stood on a screen by themselves.
  private static let codes: Set = [
    "nodality", "authority", "treasure", "organisation", "tailored", "general", "up", "down", "possible", "done",
    "funding",
    "provision", "execution", "constellation", "no_owner", "none", "above", "below", "true", "false", "null", "helps",
    "hinders",
    "mixed", "unknown", "power", "hold", "style", "congruence", "term_years", "price-volume", "lump-sum",
    "ruimtelijke-ordening",
    "winkels-100", "ontmoeting-1000", "alarmopvolging-10", "hit_policy", "given", "question", "providers_before",
    "own_contribution",
    "target", "ladder",
    "wsm",
  ]

  @Test(arguments: [
    ["rules show"], ["rules show regiestijl"], ["rules show congruentie"], ["rules show regie"],
    ["rules run congruentie style=visionair funding=pxq"], ["rules check congruentie"],
    ["procure forms | group axis"], ["procure forms | group axis --count form"], ["instrument list | group tool"],
    ["instrument list | group domain tool"], ["instrument list"], ["instrument show structuurvisie"],
    ["instrument compare structuurvisie bestemmingsplan"], ["procure compare brunssum alphen | group trait"],
    ["procure cases"], ["procure cases | group funding"], ["procure near heerlen"], ["procure case alphen"],
    ["procure provision --group ja --fitting ja --affordable nee"], ["procure corridor --contracted 100 --actual 90"],
    ["procure law"], ["steer knowledge interests"], ["steer knowledge laws"],
    ["casus list"], ["casus show alphen"], ["casus compare goede-buur alphen"], ["casus traits brunssum"],
    ["casus matrix pilots"],
    ["casus contradictions"], ["casus lessons"], ["casus cover --of tasks"],
    ["casus new lindehof", "casus show lindehof"],
    ["wzw demo", "wzw gap BU99010101"], ["wzw demo", "wzw supply BU99010101"], ["wzw need inputs"], ["wzw need show 3"],
    ["wzw knowledge woonservicegebied"],
    ["wzw knowledge woonservicegebied | group kind"], ["persona set use langer-thuis", "moment list"],
    ["persona set use langer-thuis", "moment gaps"], ["procure kpi ladder --target 80 --measured 70,74,79"],
    ["procure timeline --start 2027-01-01 --term 2+1+1"],
    ["procure score pxq affordability=5 demand-met=7 --by gemeente", "procure fit"],
  ])
  func `no code stands by itself`(lines: [String]) {
    let run = Leerkring.run(["--lang", "nl"] + lines.flatMap { ["-c", $0] })
    #expect(run.code == 0, "\(run.errors)")
    #expect(Self.words(run.output).intersection(Self.codes) == [], "\(lines.last ?? "")")
  }

  @Test func `a word outside brackets and quotes is found`() {
    #expect(
      Self.words("  persona's eigen script (script, power)\n  hold\n  'rules run x hold=y' done") == [
        "persona's", "eigen", "script", "hold", "done",
      ])
  }

  /// The words on a screen but those in brackets and those in quotes, which are lines to type.
  private static func words(_ screen: String) -> Set<String> {
    var depth = 0
    var isQuoted = false
    var bare = ""
    for sign in screen {
      switch sign {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      // Not the one of `persona's`.
      case "'" where isQuoted || bare.last?.isLetter != true: isQuoted.toggle()
      default: bare.append(depth == 0 && !isQuoted ? sign : " ")
      }
      if "()[]".contains(sign) { bare.append(" ") }
    }
    return Set(bare.split { $0.isWhitespace || ",;:".contains($0) }.map(String.init))
  }
}
