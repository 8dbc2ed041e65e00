extension ExampleSheets {
  /// The files that the examples of the regional monitor name; all in them is invented.
  static let regionFiles: [String: String] = [
    "kaarten.csv": """
    region,question,value,by,for,at,source
    breda,bestuurlijk,ja,gemeente,,2027-03-01,
    breda,partners,ja,gemeente,bw,,
    almelo,1,uitgewerkt,gemeente,,,
    almelo,part-2,genoemd,corporatie,,,

    """,
    "clienten.csv": """
    municipality,light,heavy,h24
    Aa,12,8,5
    Bee,14,15,7
    Cee,26,20,9
    Dee,30,25,12
    Ee,58,48,30

    """,
    "sleutel.csv": "municipality,key\nAa,15\nBee,20\nCee,25\nDee,40\nEe,150\n",
    "nulsleutel.csv": "municipality,key\nAa,0\nBee,0\nCee,0\nDee,0\nEe,0\n",
    "nu.csv": "municipality,amount\nAa,900000\nBee,1500000\nCee,2300000\nDee,2700000\nEe,5300000\n",
    "historie.csv": "municipality,amount\nAa,240000\nBee,540000\nCee,960000\nDee,1500000\nEe,2760000\n",
    "stappen.csv": """
    id,what,who,min,likely,max,after
    A,cijfers bij elkaar,centrumgemeente,14,21,35,
    B,visie schrijven,regio,14,21,40,A
    C,partners horen,aanbieders,10,20,30,A
    D,voorstel,centrumgemeente,7,10,20,B;C

    """,
    "kringstappen.csv": "id,what,likely,after\nA,eerst,4,B\nB,daarna,6,A\n",
    "raden.csv": """
    municipality,first,every_days,notice_days
    Aa,2027-01-12,28,14
    Bee,2027-01-05,42,14
    Cee,2027-01-19,28,21
    Dee,2027-01-12,21,14
    Ee,2027-01-26,14,14

    """,
  ]

  /// What stands in the workspace where a command of the regional monitor is tried; invented as well.
  static let regionLines = [
    "regio define kustproef Aa Bee Cee Dee Ee --invented",
    "regio say breda 1=uitgewerkt 2=niet 8a=uitgewerkt raden=informeren --by gemeente",
    "regio say breda 1=uitgewerkt 2=genoemd --by corporatie",
    "opgave place huisvesting --complexity 4 --players 5 --started nee --by gemeente",
    "opgave want 7 3 --region breda,almelo --by gemeente",
  ]
}
