extension TestServer {
  /// What the tests read.
  static let tables = """
    create role lezer login;
    create role schrijver login;
    set password_encryption = 'scram-sha-256';
    create role geheim login password 'Zeer-Geheim-1';
    create schema zorg;
    create type stemming as enum ('laag', 'hoog');
    create domain postcode as text;

    create table public.pc6 (pc6 char(8), jaar int, waarde float8, primary key (pc6, jaar));
    comment on table public.pc6 is 'cijfers per postcode';
    comment on column public.pc6.waarde is 'gemiddelde';
    insert into public.pc6 values ('1234AB', 2023, 1.5), ('1234AB', 2024, 2.5), ('1000AA', 2024, null);

    create table public.soorten (
      nr int2 primary key, groot int8, enkel real, dubbel float8, bedrag numeric, bedrag2 numeric(12, 2), ja boolean,
      tekst text, kort varchar(20), vast char(6), dag date, moment timestamp, elders timestamptz, sleutel uuid,
      stem stemming, code postcode);
    insert into public.soorten values
      (1, 9007199254740992, 0.1, 0.1, 0.1, 12.50, true, 'een', 'k', 'ab', '2024-03-31', '2024-03-31 02:30:00',
        '2024-03-31 02:30:00+02', '00000000-0000-0000-0000-000000000001', 'laag', '0344'),
      (2, -9007199254740992, 'NaN', '-0', '12345678901234567890.123', -3, false, e'e\\u0301', 'é', 'é', '0044-03-15 BC',
        '2024-03-31 02:30:00.125', '2024-03-31 02:30:00.5+00', null, 'hoog', ''),
      (3, 0, 'Infinity', 'NaN', 'NaN', 0, null, e'a\\tb\\n"c" \\\\', '', '', 'infinity', '-infinity', 'infinity', null, null, null),
      (4, null, 3.4028235e38, '-Infinity', 1e400, null, null, null, null, null, null, null, null, null, null, null),
      (-5, 5, 1e-45, 5e-324, 1.10000000000000000000, 1, true, '1234', '👩‍👩‍👧', 'x', '2024-02-29', '1999-12-31 23:59:59',
        '1999-12-31 23:59:59+00', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'laag', 'x');

    create table public.lastig (
      id int primary key, i int, s smallint, big bigint, d float8, r real, m numeric(10, 3), c numeric(8, 2), b boolean,
      t text, p text);
    insert into public.lastig values
      (1, 5, 1, 9007199254740992, 0.1, 0.1, 1.005, 2.50, true, 'a', 'a'),
      (2, -5, 0, -9007199254740992, 'NaN', 'NaN', 'NaN', 0, false, 'É', 'A'),
      (3, 0, -1, 0, '-0', '-0', 0, -2.5, null, e'E\\u0301', 'b'),
      (4, null, null, null, null, null, null, null, true, null, null),
      (5, 2147483647, 32767, 7, 'Infinity', 'Infinity', -1234567.890, 999999.99, false, 'ß', 'SS'),
      (6, -2147483648, -32768, 1, '-Infinity', '-Infinity', 0.285, 0.01, null, 'İ', '100%'),
      (7, 2, 2, 2, 1e308, 3.4028235e38, 12.345, 12.35, true, 'Σ', 'a_b'),
      (8, 3, 3, 3, 1e-308, 1e-45, 2.5, -0.5, false, 'ς', ' a'),
      (9, 7, 7, 10, 0.30000000000000004, 0.3, 0.5, 0.5, true, '100%', 'a '),
      (10, 100, 10, 100, 1.005, 1.005, 0.3, 0.3, null, '_', ''),
      (11, 1, 1, 1, 2.5, 2.5, -2.5, 1, true, 'a_b', 'it''s'),
      (12, -1, 3, 123456789012, -2.5, 16777217, 0.2, 100, false, '', 'back\\slash');
    create table public.reuzen (nr int primary key, groot int8);
    insert into public.reuzen values (1, 9007199254740992), (2, 9007199254740993);
    create table public.vreemd (nr int, doos json, rij int[], brokken bytea);
    insert into public.vreemd values (1, '{"a":1}', '{1,2}', '\\x00ff');
    create table public.zonder_sleutel (naam text, aantal int);
    insert into public.zonder_sleutel values ('b', 2), ('a', 3), ('é', 1), ('Z', 1), ('a', 1), (null, 9);
    create table public.miljoen (nr int primary key, code text, waarde float8, jaar int);
    insert into public.miljoen select i, 'PC' || lpad(i::text, 16, '0'), i / 7.0, 2000 + i % 20 from generate_series(1, 1000000) i;
    analyze public.miljoen;
    create table public.onbekend_groot as select i from generate_series(1, 4000) i;
    create table public.vast (a int);
    create view zorg.deel as select jaar, count(*) as aantal from public.pc6 group by jaar;
    create table zorg.mensen (wijk text, zorg boolean);
    insert into zorg.mensen select 'A', true from generate_series(1, 12);
    insert into zorg.mensen select 'B', true from generate_series(1, 3);
    create table zorg.verborgen (bsn text primary key);
    insert into zorg.verborgen values ('123456782');
    create table public.wisselt (id int primary key, soort text, n int);
    insert into public.wisselt values (1, 'a', 10), (2, 'b', 20), (3, 'b', 30);
    create table public.nbsp (code text, jaar int, inw int);
    insert into public.nbsp values ('GM0164' || chr(160), 2024, 10), ('WK016401', 2024, 5), ('BU01640101', 2024, 5);
    create table public.eindeloos (naam text, tot date);
    insert into public.eindeloos values ('a', 'infinity'), ('a', '2024-01-31'), ('b', '2023-12-31');
    create table public.klein (
      pc6 char(6), jaar int, gemeente text, wijk text, indicator text, waarde numeric(6, 1), inwoners int,
      primary key (pc6, jaar, indicator));
    insert into public.klein select
      (7550 + g)::text || chr(65 + i % 26) || chr(65 + i / 26), 2023 + y,
      case when g < 5 then 'GM0164' else 'GM0363' end, case when g < 5 then 'WK01640' else 'WK03630' end || g, ind,
      case when i % 19 = 3 then null when ind = 'eenzaam' then (i * 7 + g * 3 + y) % 23 else (i * 13 + g + y) % 400 / 10.0 end,
      case when i % 17 = 5 then null else 20 + i * g % 60 end
      from generate_series(0, 9) g, generate_series(0, 29) i, generate_series(0, 1) y, unnest(array['eenzaam', 'roken']) ind;
    create table public.klein_tekst (postcode text, jaar text, gm int, sekse text, ziek text, mensen float8);
    insert into public.klein_tekst values
      ('7550 AA', '2024JJ00', 164, 'totaal', '12', 60), ('7550 AB', '2024JJ00', 164, 'totaal', '<5', 50),
      ('7550 AC', '2024JJ00', 164, 'totaal', 'x', 40), ('7550 AD', '2024JJ00', 164, 'totaal', '3', 30),
      ('7550 AE', '2024JJ00', 164, 'totaal', '', 30), ('7550 AF', '2024JJ00', 164, 'totaal', '2', 30), ('7550 AA', '2024JJ00', 164, 'vrouw', '7', 30),
      ('1011 AA', '2024JJ00', 363, 'totaal', '9', 90);
    create view public.traag as select k.* from public.klein k, pg_sleep(30);
    create table public.leeg ();
    create table public."Vreemde Naam" ("de ""kolom"" hier" int, "Één" text);
    insert into public."Vreemde Naam" values (1, 'x');
    create table public.burgers (naam text, bsn text);
    insert into public.burgers values ('Jan', '123456782'), ('Piet', '111222333');
    create function public.schrijft() returns int language sql volatile as 'insert into public.pc6 values (''X'', 1, 1) returning 1';
    create function public.lawaai() returns int language plpgsql as
      'begin raise notice ''Key (bsn)=(123456782)''; raise exception ''bsn 123456782'' using errcode = ''P0001'', detail = ''123456782''; end';

    grant usage on schema zorg to lezer, schrijver;
    grant select on all tables in schema public to lezer, schrijver, geheim;
    grant select on zorg.deel, zorg.mensen to lezer;
    grant insert, update on public.pc6 to schrijver;
    """
}
