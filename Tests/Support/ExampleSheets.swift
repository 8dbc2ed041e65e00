/// The files that the examples of the table stages name; all in them is invented.
public enum ExampleSheets {
  public static let files: [String: String] = [
    "blad.md": """
    ---
    title: Een blad
    language: nl
    parameters:
      getal: 5
    ---

    ```leerkring
    $getal
    ```

    ```output
      5
    ```

    """,
    "buurten.csv": """
    code;naam;gemeente;inwoners;huishoudens;oppervlakte
    BU01;Centrum;Dorpstad;1200;700;0,8
    BU02;Noord;Dorpstad;3500;1500;2,5
    BU03;Zuid;Dorpstad;.;.;1,9
    BU04;Haven;Waterdorp;800;450;1,1
    BU05;Oost;Waterdorp;2600;1200;3,4

    """,
    "brug.csv": """
    oud;nieuw;aandeel
    BU99010101;BU99010101;1
    BU99010102;BU99010102;0,75
    BU99010102;BU99010201;0,25
    BU99010201;BU99010201;1

    """,
    "stellingen.csv": """
    role,statement,value
    gemeente,regie,4
    corporatie,regie,2
    bewoners,regie,weet-niet

    """,
    "aandelen.csv": """
    share_percent,n
    54,45
    57,106

    """,
    "wmo.csv": """
    buurtcode;clienten
    BU99010101;84
    BU99010102;51
    BU99010103;97
    BU99010104;31
    BU99010105;40
    BU99010201;72
    BU99010202;x
    BU99010203;66

    """,
    "wmo_2023.csv": """
    buurtcode;clienten
    BU99010101;79
    BU99010102;55
    BU99010103;88

    """,
    "pc6.csv": """
    pc6,jaar,gemeente,indicator,waarde,inwoners
    9901AA,2024,GM9901,eenzaam,12,60
    9901AB,2024,GM9901,eenzaam,18,40
    9901AC,2024,GM9901,eenzaam,9,55
    9901AC,2023,GM9901,eenzaam,8,54

    """,
    "enquete.csv": """
    buurtcode;percentage;respondenten
    BU99010101;41,2;85
    BU99010102;33,3;60
    BU99010103;36,0;125

    """,
    "arrangementen.csv": """
    complexity,intensity,clients,cost
    laag,licht,40,80000
    laag,zwaar,20,120000
    hoog,licht,30,63000
    hoog,zwaar,25,148000

    """,
    "reisscores.csv": """
    bidder,persona,stage,score
    Noord,Guus,boeken,0.9
    Noord,Guus,rit,0.8
    Noord,Mildred,boeken,0.3
    Noord,Mildred,rit,0.9
    Zuid,Guus,boeken,0.6
    Zuid,Guus,rit,0.6

    """,
    "reis.csv": """
    stage,doing,expectation,pain
    boeken,belt de centrale,snel iemand aan de lijn,
    rit,wacht op de stoep,,niet weten waar de taxi blijft

    """,
    "bids.csv": """
    bidder,price,quality
    Noord,1000,0.9
    Zuid,875,0.8
    West,600,0.6

    """,
    "zorg.csv": """
    code,voorziening,plaatsen
    BU01,Huisarts,1
    BU02,Huisarts,2
    BU02,Zorghuis,40
    BU09,Huisarts,1

    """,
    "zorg.txt": """
    code|tarief
    BU01|12,5
    BU02|8

    """,
    "seed.csv": """
    wijk,alleen,paar,gezin,anders
    Noord,40,30,20,10
    Oost,35,50,100,75
    Zuid,30,80,70,120
    West,20,30,40,50

    """,
    "rows.csv": """
    name,target
    Noord,150
    Oost,300
    Zuid,400
    West,150

    """,
    "columns.csv": """
    name,target
    alleen,200
    paar,300
    gezin,400
    anders,100

    """,
    "bands.csv": """
    band,population,survival
    0-19,1000,0.99
    20-39,900,0.97
    40-59,700,0.8
    60+,300,0.4

    """,
    "areas.csv": """
    gebied,y,sd,x1
    Noord,0.31,0.04,2.1
    Oost,0.12,0.06,1.0
    Zuid,0.40,0.05,2.4
    West,0.28,0.03,1.2
    Haven,0.19,0.08,1.9
    Centrum,.,.,1.6

    """,
    "rates.csv": """
    band,rate,population
    65-74,0.05,1000
    75-84,0.1,300
    85+,0.2,100

    """,
    "keuzes.csv": """
    keuze,a,b,c
    een,5,8,4
    twee,7,6,8
    drie,8,8,6
    vier,7,4,6

    """,
    "paren.csv": """
    criterium,prijs,kwaliteit,tijd
    prijs,1,3,5
    kwaliteit,1/3,1,3
    tijd,1/5,1/3,1

    """,
    "plaatsen.csv": """
    criterion,rank
    prijs,2
    kwaliteit,1
    tijd,3

    """,
    "punten.csv": """
    role,criterion,points
    gemeente,prijs,60
    gemeente,kwaliteit,40
    corporatie,prijs,20
    corporatie,kwaliteit,80

    """,
    "risico.dmn": """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="risico" namespace="https://example.org/dmn">
      <itemDefinition name="tRisk"><typeRef>string</typeRef><allowedValues><text>"High", "Medium", "Low"</text></allowedValues></itemDefinition>
      <inputData id="i1" name="Age"><variable name="Age" typeRef="number"/></inputData>
      <decision id="elig" name="Eligibility">
        <variable name="Eligibility" typeRef="string"/>
        <decisionTable hitPolicy="PRIORITY">
          <input><inputExpression typeRef="number"><text>Age</text></inputExpression></input>
          <input><inputExpression typeRef="tRisk"><text>RiskCategory</text></inputExpression></input>
          <output name="Eligibility" typeRef="string"><outputValues><text>"Ineligible", "Eligible"</text></outputValues></output>
          <rule><inputEntry><text>&lt; 18</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"Ineligible"</text></outputEntry></rule>
          <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>"High"</text></inputEntry><outputEntry><text>"Ineligible"</text></outputEntry></rule>
          <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"Eligible"</text></outputEntry></rule>
          <rule><inputEntry><text>? &gt; date("2020-01-01")</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"Eligible"</text></outputEntry></rule>
        </decisionTable>
      </decision>
      <decision id="x" name="Sum"><literalExpression><text>1+1</text></literalExpression></decision>
    </definitions>

    """,
    "voorrang.csv": """
    U,in:leeftijd:number:[0..120],in:mantelzorg:boolean,"out:urgent:text:ja, nee",note
    1,>= 75,-,ja,
    2,< 75,true,ja,mantelzorg telt
    3,< 70,false,nee,
    4,[60..65],false,nee,dubbel

    """,
    "klanten.csv": """
    klant;mail;uren
    111222333;klant1@example.org;4
    123456782;klant2@example.org;6

    """,
    "antwoorden.csv": """
    respondent,vervoer,praatje,tijd,uren
    r1,bus,ja,precies,2
    r2,bus,ja,ruim,3
    r3,bus,nee,ruim,4
    r4,taxi,nee,precies,20
    r5,taxi,nee,precies,22
    r6,taxi,ja,precies,25
    r7,taxi,nee,.,24
    r8,bus,ja,ruim,1

    """,
    "leeg.csv": """
    rij,a,b
    een,1,.
    twee,.,2
    drie,3,4

    """,
    "kano.csv": """
    respondent,feature,functional,dysfunctional
    r1,bellen,1,5
    r2,bellen,like,live with
    r3,bellen,fijn,vervelend
    r1,app,3,3
    r2,app,neutraal,neutraal
    r3,app,vervelend,fijn

    """,
    "behoeften.csv": """
    respondent,source,need,value,quote
    r1,postcard,tijd,precies,op de minuut weten waar ik aan toe ben
    r1,postcard,praatje,nee,
    r1,postcard,hulp,nee,
    r2,postcard,tijd,precies,
    r2,postcard,praatje,nee,
    r2,postcard,hulp,ja,
    r3,interview,tijd,ruim,als ik er maar kom
    r3,interview,praatje,ja,gezellig samen rijden
    r3,interview,hulp,ja,
    r4,interview,tijd,ruim,
    r4,interview,praatje,ja,
    r4,interview,hulp,ja,
    r5,expert,tijd,precies,
    r5,expert,praatje,nee,
    r5,expert,hulp,nee,
    r6,expert,tijd,ruim,
    r6,expert,praatje,ja,
    r6,expert,hulp,nee,

    """,
    "personas.csv": """
    name,description,x,y,needs,wants,avoids
    stille doorzetter,vraagt niets,-0.5,0.4,rust; één gezicht,home,digital
    drukke regelaar,,0.7,0.8,snelheid,digital,

    """,
    "gebeurtenissen.csv": """
    Fase,Gebeurtenis
    Thuis,pakt een tas
    Ziekenhuis,meldt zich
    Thuis,rust uit

    """,
    "reis.cjml": """
    <?xml version="1.0" encoding="UTF-8"?>
    <CJML version="2.0">
      <plannedJourney>
        <journeyID>PJ1</journeyID>
        <journeyTitle>Naar het ziekenhuis</journeyTitle>
        <journeyPhases>
          <journeyPhase phaseID="boeken"><phaseName>Boeken</phaseName></journeyPhase>
        </journeyPhases>
        <actors>
          <endUser actorID="EU1"><actorName>Reiziger</actorName></endUser>
          <serviceProvider actorID="SP1"><companyName>Vervoerder</companyName></serviceProvider>
        </actors>
        <touchpoints>
          <plannedCommunicationPoint>
            <touchpointID>T1</touchpointID>
            <belongsTo phaseIDref="boeken"/>
            <initiator><refersTo actorIDref="EU1"/><initiatorLabel>Belt</initiatorLabel></initiator>
            <receiver><refersTo actorIDref="SP1"/><receiverLabel>Neemt op</receiverLabel></receiver>
            <channel><channelName>Phone</channelName></channel>
            <message>Wanneer wilt u weg?</message>
          </plannedCommunicationPoint>
        </touchpoints>
      </plannedJourney>
    </CJML>

    """,
    "scheef.csv": """
    code;naam;inwoners
    BU01;Centrum;1200
    BU02;Noord
    BU03;Zuid;900

    """,
  ]

  /// Writes the files into a folder.
  public static func write(into folder: TemporaryFolder) {
    for files in [files, waakvlamFiles, casebookFiles, regionFiles, mirrorFiles] {
      for (name, text) in files { folder.write(text, to: name) }
    }
  }

  /// A circle with a meeting that is open, items, statements and decisions; all in it is invented.
  public static func circleLines(for command: String) -> [String] {
    if command.hasPrefix("waakvlam") { return waakvlamLines }
    if command.hasPrefix("casus") { return casebookLines }
    if command.hasPrefix("regio ") || command.hasPrefix("opgave ") { return regionLines }
    if command.hasPrefix("spiegel") { return mirrorLines }
    guard let noun = command.split(separator: " ").first,
      ["kring", "agenda", "stelling", "advies", "besluit"].contains(noun)
    else { return [] }
    var lines = [
      "kring new Lindehof", "kring role add gemeente,corporatie,zorgaanbieder,bewoners", "kring meeting new 2027-03-01",
      "kring meeting open 2027-03-01",
    ]
    switch noun {
    case "agenda":
      lines += [
        "agenda add 'crisis in de avond' --minutes 25 --id crisis",
        "agenda add 'de opgave' --minutes 30 --id opgave",
        "agenda start crisis --time 14:00",
      ]
    case "stelling" where command != "stelling add":
      lines += [
        "stelling add regie 'de gemeente voert regie'", "stelling add huur 'de huur is te hoog'",
        "stelling say regie=4 --by gemeente --round 2027-03-01",
        "stelling say regie=3 --by gemeente --round 2027-04-01",
      ]
    case "besluit":
      lines.append("besluit add 'een avondteam' --id avondteam --made 2027-03-01 --who corporatie")
    default: break
    }
    return lines
  }

  public static func personaLines(for command: String) -> [String] {
    switch command.split(separator: " ").first {
    case "persona", "journey":
      [
        "persona set use doelgroepenvervoer", "journey new bezoek --persona guus",
        "journey step bezoek boeken bellen --feeling 1 --owner vervoerder",
        "persona cluster behoeften.csv --k 2 --resamples 0",
      ]
    case "moment", "arrangement":
      ["persona set use langer-thuis", "arrangement new Wilgendal --weights mondige-regelaars=1"]
    case "ballot":
      ["persona set use langer-thuis"]
        + (command == "ballot new" ? [] : ["ballot new urgentie moment vote --to stembiljet.csv"])
    default: []
    }
  }
}
