import { useQuery } from '@tanstack/react-query';
import type { RulebookRow, RulebookView } from '@xibu/domain/programme/api';
import type { RulebookValues } from '@xibu/domain/rulebook';
import { useState } from 'react';
import { useParams } from 'react-router';
import { addressOf, get } from '../api/client.js';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { stateOf } from '../office/usual.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/Button.js';
import { Day } from '../ui/Day.js';
import { Checkbox } from '../ui/inputs.js';
import { Card, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
import { ruleNames } from './rule-names.text.js';
import { changedRules, type Rule, type RuleSection, ruleSections, sayValue } from './rule-values.js';
import { rulebooksText } from './rulebooks.text.js';

const rulebooks = '/api/programme/rulebooks';

/** One version of the rules in words, with what it changes against the version that was in force before. */
export function RulebookPage() {
  const t = useText(rulebooksText);
  const { id = '' } = useParams();
  return (
    <ReadPage<RulebookView> title={t.heading} path={`${rulebooks}/${encodeURIComponent(id)}`}>
      {(book) => <Book book={book} />}
    </ReadPage>
  );
}

function Book({ book }: { readonly book: RulebookView }) {
  const t = useText(rulebooksText);
  const before = useBookBefore(book);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const changed = before ? changedRules(before, book.values) : null;
  const state = stateOf(t.statuses, { draft: 'act', published: 'ok' })(book.status);
  const sections = Object.keys(ruleSections) as RuleSection[];
  return (
    <>
      <p className="quiet readable">{t.intro}</p>
      <Card title={t.title(book.bookVersion)}>
        <p>
          <Tag tone={state.tone}>{state.label}</Tag>
        </p>
        <Facts
          facts={[
            { label: t.validFrom, value: <Day of={book.validFrom} /> },
            { label: t.preparedBy, value: <Name>{book.preparedBy}</Name> },
            { label: t.publishedBy, value: book.publishedBy ? <Name>{book.publishedBy}</Name> : '–' },
          ]}
        />
        {changed && (
          <>
            <p>{t.changed(changed.size)}</p>
            {changed.size > 0 && <Checkbox label={t.onlyChanged} checked={onlyChanged} onChange={setOnlyChanged} />}
          </>
        )}
        <Ways book={book} />
      </Card>
      {sections.map((section) => {
        const rules = ruleSections[section].filter((rule) => !onlyChanged || changed?.has(rule));
        return rules.length > 0 && <Rules key={section} {...{ section, rules, book, before, changed }} />;
      })}
    </>
  );
}

interface RulesProps {
  readonly section: RuleSection;
  readonly rules: readonly Rule[];
  readonly book: RulebookView;
  readonly before: RulebookValues | null;
  readonly changed: ReadonlySet<Rule> | null;
}

function Rules({ section, rules, book, before, changed }: RulesProps) {
  const t = useText(rulebooksText);
  const names = useText(ruleNames);
  const { language } = useLanguage();
  return (
    <Card title={t.sections[section]} flush>
      <Table
        caption={t.sections[section]}
        rows={rules}
        idOf={(rule) => rule}
        columns={[
          { key: 'rule', label: t.rule, cell: (rule) => names[rule] },
          {
            ...{ key: 'value', label: t.value },
            cell: (rule) => (
              <>
                <span className="notice-text">{sayValue(rule, book.values, language)}</span>
                {before && changed?.has(rule) && (
                  <p className="small notice-text">{t.was(sayValue(rule, before, language))}</p>
                )}
              </>
            ),
          },
          { key: 'clause', label: t.clause, cell: (rule) => <Name>{book.clauses[rule]}</Name> },
        ]}
      />
    </Card>
  );
}

/** From here to a draft: whoever prepares goes on from a version, or changes a draft. */
function Ways({ book: { id, status } }: { readonly book: RulebookView }) {
  const t = useText(rulebooksText);
  const { may } = useSession();
  if (!may('rulebook.prepare') || status === 'discarded') return null;
  return (
    <div>
      <ButtonLink to={`/office/rulebooks/${id}/edit`} tone={status === 'draft' ? 'go' : 'plain'}>
        {status === 'draft' ? t.edit : t.next}
      </ButtonLink>
    </div>
  );
}

/** The values of the published version before this one; null while there is none, or nobody knows yet. */
function useBookBefore({ id, season, validFrom }: RulebookView): RulebookValues | null {
  const path = addressOf(rulebooks, { season, status: 'published', sort: '-validFrom', limit: 100 });
  const { data: versions } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Page<RulebookRow>>(path, signal),
  });
  const before = versions?.rows.find((row) => row.id !== id && row.validFrom < validFrom);
  const { data } = useQuery({
    queryKey: ['record', `${rulebooks}/${before?.id}`],
    queryFn: ({ signal }) => get<RulebookView>(`${rulebooks}/${before?.id}`, signal),
    enabled: before !== undefined,
  });
  return before ? (data?.values ?? null) : null;
}
