import { createHash } from 'node:crypto';
import type { Tx } from '@xibu/messaging';

const batch = 1000;
/** Any number that no other lock of these databases uses. */
const lockId = 7_201_405;

/** The whole entry as text; its time as seconds, so that no session's time zone changes the hash. */
const content = `(to_jsonb(e) || jsonb_build_object('at', extract(epoch from e.at)))::text`;

interface Entry {
  readonly id: string;
  readonly content: string;
}

/** A transaction id that this server has not given yet: it came with a dump, and its transaction is over. */
const ofFormerServer = 'e.xid >= pg_snapshot_xmax(pg_current_snapshot())';

const unlinked = (which: string): string => `
  select e.id, ${content} content from audit_entry e
  where ${which} and not exists (select from audit_link l where l.entry_id = e.id) order by e.xid, e.id limit ${batch}`;

/**
 * Links committed audit entries into the chain: each hash covers the one before it and the whole entry. Entries are
 * taken in the order of their transactions and only below the oldest one still open, so that none can slip in behind
 * the end of the chain. In a database restored from a dump, what was not linked comes first, and the order begins
 * again with the ids of the new server. Returns how many were linked.
 */
export async function sealAudit(tx: Tx): Promise<number> {
  const [lock]: { taken: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) taken', [lockId]);
  if (!lock?.taken) return 0;
  const [last]: { seq: string; hash: string; xid: string; id: string; former: boolean }[] = await tx.query(
    `select l.seq, l.hash, e.xid, e.id, ${ofFormerServer} former from audit_link l join audit_entry e on e.id = l.entry_id
     order by l.seq desc limit 1`,
  );
  const isOurs = last !== undefined && !last.former;
  let entries: Entry[] = isOurs ? [] : await tx.query(unlinked(ofFormerServer));
  if (entries.length === 0) {
    entries = await tx.query(
      unlinked('(e.xid, e.id) > ($1::text::xid8, $2::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())'),
      isOurs ? [last.xid, last.id] : ['0', '0'],
    );
  }
  let hash = last?.hash ?? '';
  const hashes = entries.map((entry) => {
    hash = link(hash, entry.content);
    return hash;
  });
  await tx.query(
    `insert into audit_link (seq, entry_id, hash)
     select $1::bigint + o, id, h from unnest($2::bigint[], $3::text[]) with ordinality as l (id, h, o)`,
    [last?.seq ?? '0', entries.map(({ id }) => id), hashes],
  );
  return entries.length;
}

export interface AuditVerdict {
  readonly intact: boolean;
  readonly linked: number;
  /** Entries that are committed and not linked yet; they should be gone within seconds. */
  readonly waiting: number;
  /** The first link whose hash does not come out, with the reason. */
  readonly broken?: { readonly seq: number; readonly reason: string };
}

/** Recomputes the whole chain: a changed, removed or inserted entry, or a changed link, is named by its place. */
export async function verifyAudit(tx: Tx): Promise<AuditVerdict> {
  let hash = '';
  let linked = 0;
  for (;;) {
    const rows: { seq: string; hash: string; content: string | null }[] = await tx.query(
      `select l.seq, l.hash, ${content} content from audit_link l left join audit_entry e on e.id = l.entry_id
       where l.seq > $1 order by l.seq limit $2`,
      [linked, batch],
    );
    for (const row of rows) {
      const reason = faultOf(row, linked + 1, hash);
      if (reason) return { intact: false, linked, waiting: 0, broken: { seq: linked + 1, reason } };
      hash = row.hash;
      linked += 1;
    }
    if (rows.length < batch) break;
  }
  const [count]: { n: string }[] = await tx.query(
    'select count(*) n from audit_entry e where not exists (select from audit_link l where l.entry_id = e.id)',
  );
  return { intact: true, linked, waiting: Number(count?.n ?? 0) };
}

function faultOf(row: { seq: string; hash: string; content: string | null }, expected: number, before: string) {
  if (Number(row.seq) !== expected) return `link ${expected} is missing`;
  if (row.content === null) return 'its entry was removed';
  return link(before, row.content) === row.hash ? null : 'its entry or hash was changed';
}

function link(before: string, content: string): string {
  return createHash('sha256').update(before).update('\n').update(content).digest('hex');
}
