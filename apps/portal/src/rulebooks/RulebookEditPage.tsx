import { useQueryClient } from '@tanstack/react-query';
import type { RulebookView } from '@xibu/domain/programme/api';
import { type FormEvent, useEffect, useId } from 'react';
import { useNavigate, useParams } from 'react-router';
import { post, put } from '../api/client.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormField } from '../ui/FormFields.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { Card, Explanation } from '../ui/notices.js';
import { ProblemSummary } from '../ui/ProblemSummary.js';
import { ReadPage } from '../ui/ReadPage.js';
import { useForm } from '../ui/useForm.js';
import { allRules, clauseField, clauseKey, fieldsFrom, requestFrom, valueField } from './rule-fields.js';
import { type RuleSection, ruleSections } from './rule-values.js';
import { rulebooksText } from './rulebooks.text.js';

const rulebooks = '/api/programme/rulebooks';

/** 准备规则手册: a draft is changed, a published version is where the next one begins. */
export function RulebookEditPage() {
  const t = useText(rulebooksText);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  return (
    <ReadPage<RulebookView> title={t.editTitle} path={`${rulebooks}/${encodeURIComponent(id)}`}>
      {(book) => <Edit key={`${book.id} ${language}`} book={book} />}
    </ReadPage>
  );
}

function Edit({ book }: { readonly book: RulebookView }) {
  const t = useText(rulebooksText);
  const { language } = useLanguage();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const client = useQueryClient();
  const place = `xibu.rulebook.${book.id}.${book.version}.${language}`;
  const date: FieldSpec = { key: 'validFrom', label: t.validFrom, kind: 'date' };
  const fields = [date, ...allRules.flatMap((rule) => [valueField(rule, language), clauseField(rule, language)])];
  const form = useForm(useId(), fields, { ...fieldsFrom(book, language), ...keptIn(place) });
  useEffect(() => sessionStorage.setItem(place, JSON.stringify(form.values)), [place, form.values]);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await form.submit((given, keyFor) => {
      const body = requestFrom(given, language);
      if (book.status === 'draft') return put<RulebookView>(`${rulebooks}/${book.id}`, body, book.version);
      const begun = { season: book.season, ...body };
      return post<RulebookView>(rulebooks, begun, keyFor(begun));
    });
    if (!sent) return;
    sessionStorage.removeItem(place);
    announce(t.saved);
    await client.invalidateQueries();
    void navigate(`/office/rulebooks/${sent.answer.id}`);
  };
  return (
    <form className="stack" onSubmit={(event) => void go(event)} noValidate>
      <p className="quiet readable">{t.editIntro}</p>
      <ProblemSummary faults={form.faults} />
      <Card title={t.title(book.bookVersion)}>
        <FormField form={form} spec={date} />
        <p className="small">{t.kept}</p>
      </Card>
      {(Object.keys(ruleSections) as RuleSection[]).map((section) => (
        <Card key={section} title={t.sections[section]}>
          {ruleSections[section].map((rule) => (
            <div key={rule} className="stack">
              <FormField form={form} spec={valueField(rule, language)} />
              <Explanation question={t.clause}>
                <p className="small">
                  <Name>{String(form.values[clauseKey(rule)] ?? '')}</Name>
                </p>
                <FormField form={form} spec={clauseField(rule, language)} />
              </Explanation>
            </div>
          ))}
        </Card>
      ))}
      <div className="row">
        <Button tone="go" type="submit" busy={form.busy}>
          {t.save}
        </Button>
        <Button tone="no" onClick={() => form.change(fieldsFrom(book, language))}>
          {t.drop}
        </Button>
      </div>
    </form>
  );
}

/** What is typed stays on this device until it is saved or dropped; a newer version of the draft begins anew. */
function keptIn(place: string): FieldValues {
  const found = sessionStorage.getItem(place);
  return found ? (JSON.parse(found) as FieldValues) : {};
}
