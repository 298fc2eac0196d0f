/**
 * The standing of `service_county c` in the season `s.season`, as one expression for lists. `standingOf` decides by the
 * same; a spec holds the two together.
 */
export const standingSql = `case
  when not case when c.status = 'active' then s.season >= c.season
                else c.disqualified_from is not null
                     and s.season >= c.first_season and s.season < c.disqualified_from end then 'not-qualified'
  when exists (select from placement_block b
                where b.county = c.code and b.season = s.season and b.unit is null and b.status <> 'lifted')
    then 'blocked'
  else 'in-service' end`;
