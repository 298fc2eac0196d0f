import { Injectable } from '@nestjs/common';
import { Refusal, rangeOf } from '@xibu/domain';
import type { OpenCountyView, OpenPostView } from '@xibu/domain/placement/api';
import { Database, type ListDefinition, type Page, readPage } from '@xibu/platform';
import { divisionName } from '@xibu/reference';
import type { CatalogueQuery, OpenCountiesQuery } from './posts.dto.js';

const columns = `p.id, p.code, p.season, p.county, p.unit, p.unit_name "unitName", p.title, p.special, p.level, p.seats,
  p.project_kind "projectKind", p.duties, p.provides_board_and_lodging "providesBoardAndLodging",
  p.cash_monthly_fen "cashMonthlyFen", p.majors, p.place_tags "placeTags", p.accepts_reassigned "acceptsReassigned",
  p.county / 100 * 100 "leagueCity", p.status,
  greatest(0, p.seats - (select count(*)::int from seat s
                          where s.post_id = p.id and s.season = p.season and s.released_at is null)) "seatsLeft"`;

/**
 * The open catalogue: what everybody may read without an account. It reads with the rights of the service, because seats
 * are nobody else's business, and so says `open` itself.
 */
@Injectable()
export class ListOpenPosts {
  constructor(private readonly database: Database) {}

  async run(query: CatalogueQuery): Promise<Page<OpenPostView>> {
    const page = await this.read(query, this.filters(query));
    return { ...page, rows: page.rows.map(named) };
  }

  async one(code: string): Promise<OpenPostView> {
    const query = { limit: 1 };
    const page = await this.read(query, [['code = ?', code]]);
    const [post] = page.rows;
    if (!post) throw new Refusal('record.unknown');
    return named(post);
  }

  async counties(query: OpenCountiesQuery): Promise<Page<OpenCountyView>> {
    return this.database.asService((tx) =>
      readPage<OpenCountyView>(tx, query, {
        select: 'id, county, name, "leagueCity", posts, seats, "seatsBySpecial"',
        from: `(select c.code::text id, c.code county, c.name, c.code / 100 * 100 "leagueCity", b.season,
                       sum(b.posts)::int posts, sum(b.seats)::int seats, jsonb_object_agg(b.special, b.seats) "seatsBySpecial"
                from service_county c
                join (select county, season, special, count(*)::int posts, sum(seats)::int seats from post
                       where status = 'open' group by 1, 2, 3) b on b.county = c.code
                group by c.code, b.season) open_county`,
        where: [
          ['season = ?', query.season],
          ...(query.q ? [['name like ? or id like ?', `%${query.q}%`, `${query.q}%`] as const] : []),
        ],
        sorts: ['county', 'name', 'posts', 'seats'],
        defaultSort: 'county',
        facets: ['leagueCity'],
      }),
    );
  }

  private read(query: { limit: number; after?: string; sort?: string }, where: ListDefinition['where']) {
    return this.database.asService((tx) =>
      readPage<OpenPostView>(tx, query, {
        select: '*',
        from: `(select ${columns} from post p) open_post`,
        where: [[`status = 'open'`], ...where],
        sorts: ['code', 'title', 'seats', 'seatsLeft'],
        defaultSort: 'code',
        facets: ['special', 'level', 'projectKind', 'leagueCity', 'county'],
      }),
    );
  }

  private filters(query: CatalogueQuery): ListDefinition['where'] {
    const { season, county, leagueCity, special, level, projectKind, placeTag, major, hasSeatsLeft, q } = query;
    const range = leagueCity === undefined ? null : rangeOf(leagueCity);
    return [
      ['season = ?', season],
      ...(county ? [['county = ?', county] as const] : []),
      ...(range ? [['county between ? and ?', range.from, range.to] as const] : []),
      ...(special ? [['special = ?', special] as const] : []),
      ...(level ? [['level = ?', level] as const] : []),
      ...(projectKind ? [['"projectKind" = ?', projectKind] as const] : []),
      ...(placeTag ? [['"placeTags" @> to_jsonb(array[?::text])', placeTag] as const] : []),
      ...(major
        ? [
            [
              `majors = '[]' or exists (select from jsonb_array_elements_text(majors) m where ? like m || '%')`,
              major,
            ] as const,
          ]
        : []),
      ...(hasSeatsLeft ? [[hasSeatsLeft === 'true' ? '"seatsLeft" > 0' : '"seatsLeft" = 0'] as const] : []),
      ...(q ? [['title like ? or "unitName" like ? or code like ?', ...Array(3).fill(`%${q}%`)] as const] : []),
    ];
  }
}

function named({ ...post }: OpenPostView & { status?: string; leagueCity?: number }): OpenPostView {
  const { status: _, leagueCity: __, ...view } = post;
  return { ...view, countyName: divisionName(String(post.county)) ?? '' };
}
