extension TestServer {
  /// Tables of which rows are grouped: `veel` with a key and `veel_los` without, 600 rows of every sort of value.
  ///
  /// - Parameter part: which rows of it, a condition on `id`.
  static func manyRows(_ part: String = "true") -> String {
    """
    create table public.veel (
      id int primary key, g text, h int, k float8, code char(6), d float8, e float8, f float8, r real, m numeric(10, 3), n numeric,
      big bigint, b boolean, dag date);
    insert into public.veel select * from (select
      i as id, (array['a', 'A', 'é', e'e\\u0301', 'ß', 'SS', '', null, 'x ', 'Z'])[1 + i * 7 % 10],
      (array[2023, 2024, null, 2025])[1 + i * 3 % 4],
      (array[0, '-0', 'NaN', 1.5, null, 'Infinity', -2.25]::float8[])[1 + i * 5 % 7],
      (array['1000AA', '1234AB', '9', null])[1 + i * 11 % 4],
      (i * 7919 % 10007 - 5000) / 100.0,
      case when i % 41 = 0 then 'NaN' when i % 43 = 0 then '-Infinity' when i % 47 = 0 then null
        else sin(i) * power(10, i % 28 - 14) end,
      case when i % 100 = 7 then 1e16 when i % 100 = 57 then -1e16 else 1 end,
      case when i % 31 = 0 then 'NaN' when i % 37 = 0 then null else (i % 1000) / 7.0 end::real,
      case when i % 29 = 0 then 'NaN' when i % 23 = 0 then null else (i * 7907 % 100003 - 50000) / 1000.0 end,
      case when i % 19 = 0 then null when i % 53 = 0 then 12345678901234567890.12345 else i * 1.0000000000000001 end,
      case when i % 17 = 0 then null when i % 59 = 0 then 9007199254740992 else (i - 300)::bigint * 1000003 * i end,
      case i % 3 when 0 then true when 1 then false end,
      case when i % 13 = 0 then 'infinity' when i % 11 = 0 then null else date '2024-01-01' + i % 5 end
      from generate_series(1, 600) i) r where \(part);
    create table public.veel_los as select * from public.veel;
    create table public.gebieden (code text, gm text, inwoners int, eenzaam_28 float8, primary key (code));
    insert into public.gebieden select * from (values
      ('GM0344', 'GM0344', 100, 9.5), ('WK034401', 'GM0344', 60, 8.5), ('WK034402', 'GM0344', 40, 10.5),
      ('GM0363', 'GM0363', 50, 7.25)) v(code, gm, inwoners, eenzaam_28) where code = 'GM0344' or \(part.contains("id") ? "false" : "true");
    grant select on public.veel, public.veel_los, public.gebieden to lezer;
    analyze public.veel;
    """
  }

  /// The servers among which `veel` is divided, with a table that each has whole, and one that differs.
  static let parts = ["deel1", "deel2", "deel3"]

  func divide() {
    for (number, part) in Self.parts.enumerated() {
      sql("create database \(part)", in: "postgres")
      sql(Self.manyRows("id % 3 = \(number)"), in: part)
      sql(
        """
        create table public.heel (nr int primary key); insert into public.heel values (1);
        create table public.scheef (id int primary key\(number == 2 ? ", meer text" : ""));
        create table public.dubbel (id int primary key); insert into public.dubbel values (\(number)), (7);
        create view public.telling as select id, count(*) as n from public.veel group by id;
        grant select on public.heel, public.scheef, public.dubbel, public.telling to lezer;
        """, in: part)
    }
  }
}
