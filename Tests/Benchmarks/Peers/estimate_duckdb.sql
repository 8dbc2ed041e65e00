create table areas as select * from read_csv('AREAS', delim=';', header=true);
create table health as
  select * from read_csv('HEALTH', delim=';', header=true, quote='"', nullstr=['', '       .']);
create table estimates as
  select trim(a.Codering_3) as area, trim(a.WijkenEnBuurten) as name, a.k_65JaarOfOuder_12 as population,
    h.BeperkingInBewegen_23 / 100 as rate,
    case when a.k_65JaarOfOuder_12 = 0 then 0 else a.k_65JaarOfOuder_12 * h.BeperkingInBewegen_23 / 100 end as estimate
  from areas a
  left join (select * from health where Leeftijd = 80200 and Marges = 'MW00000') h
    on trim(a.Codering_3) = trim(h.Codering_3)
  where trim(a.SoortRegio_2) = 'Buurt';
